package org.huhang.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.UUID;
import org.huhang.kernel.identity.ResidentIdNumber;
import org.huhang.kernel.value.CaseId;

/** Invented children, each known by a number: no two of the first 43 million share a name or an identity card. */
public final class Children {

    public static final String RESIDENCE = "330109103";
    public static final String HUKOU = "640121104";

    private static final int FIRST_SEQUENCE = 100;
    private static final int SEQUENCES = 880;
    private static final int BIRTHDAYS = 5000;
    private static final String[] ISSUED_IN = {
        "341122", "411425", "420982", "430821", "500235", "511321", "522723", "530129", "360730", "620422"
    };

    private final LocalDate today;

    public Children(LocalDate today) {
        this.today = today;
    }

    /** The case of the child of this number, where it was registered beforehand. */
    public static CaseId caseOf(String set, long number) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("MD5").digest((set + "/" + number).getBytes(StandardCharsets.UTF_8));
            ByteBuffer bytes = ByteBuffer.wrap(digest);
            return new CaseId(new UUID(bytes.getLong(), bytes.getLong()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has MD5", e);
        }
    }

    public LocalDate today() {
        return today;
    }

    public String name(long number) {
        return "王小明" + number;
    }

    public boolean boy(long number) {
        return sequence(number) % 2 == 1;
    }

    /** Between one and fifteen years ago. */
    public LocalDate born(long number) {
        return today.minusYears(15).plusDays(number / SEQUENCES % BIRTHDAYS);
    }

    public LocalDate arrived() {
        return today.minusYears(1);
    }

    public String card(long number) {
        String issuedIn = ISSUED_IN[(int) (number / SEQUENCES / BIRTHDAYS % ISSUED_IN.length)];
        return ResidentIdNumber.compose(issuedIn, born(number), sequence(number))
                .reveal();
    }

    private static int sequence(long number) {
        return FIRST_SEQUENCE + (int) (number % SEQUENCES);
    }
}
