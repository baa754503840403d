package org.huhang.kernel.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import org.huhang.kernel.value.DocumentNumber;
import org.huhang.kernel.value.Sex;

/**
 * The 18 characters of GB 11643 (公民身份号码): six digits of where it was issued, the birth date, a sequence whose last
 * digit is odd for a man, and a check character by ISO 7064 MOD 11-2. The prefix is where the number was issued, not
 * where the household is registered now.
 */
public final class ResidentIdNumber {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private final String digits;

    private ResidentIdNumber(String digits) {
        this.digits = digits;
    }

    /** Empty unless 17 digits and a digit or X. Neither its check character nor its date has been looked at. */
    public static Optional<ResidentIdNumber> read(DocumentNumber number) {
        String text = number.reveal();
        return text.matches("[0-9]{17}[0-9X]") ? Optional.of(new ResidentIdNumber(text)) : Optional.empty();
    }

    /**
     * A number that holds by the standard, for a child who does not exist: demonstrations and tests.
     *
     * @param prefix six digits of an issuing county
     * @param sequence 0–999, odd for a boy
     */
    public static DocumentNumber compose(String prefix, LocalDate birthDate, int sequence) {
        String seventeen = prefix + DATE.format(birthDate) + String.format(Locale.ROOT, "%03d", sequence);
        if (!seventeen.matches("[0-9]{17}")) {
            throw new IllegalArgumentException("a prefix has six digits and a sequence three");
        }
        return DocumentNumber.of(seventeen + checkCharacter(seventeen));
    }

    public boolean checkCharacterHolds() {
        return checkCharacter(digits) == digits.charAt(17);
    }

    private static char checkCharacter(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK_CHARACTERS.charAt(sum % 11);
    }

    public String prefix() {
        return digits.substring(0, 6);
    }

    /** Empty where the eight digits are no day, such as 20250230. */
    public Optional<LocalDate> birthDate() {
        try {
            return Optional.of(LocalDate.parse(digits.substring(6, 14), DATE));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public Sex sex() {
        return (digits.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    /** Never the number: it tells who a person is. */
    @Override
    public String toString() {
        return "ResidentIdNumber[***]";
    }
}
