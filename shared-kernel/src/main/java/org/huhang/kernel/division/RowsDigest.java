package org.huhang.kernel.division;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.huhang.kernel.table.Row;

/** Digest of every cell of the tables of divisions, in the order of their rows. */
record RowsDigest(String hex) {

    private static final int SHOWN = 8;
    private static final byte[] CELL = {0x1f};
    private static final byte[] ROW = {0x1e};
    private static final byte[] TABLE = {0x1d};

    static RowsDigest of(List<List<Row>> tables, TownshipTable townships) {
        MessageDigest digest = sha256();
        for (List<Row> table : tables) {
            for (Row row : table) {
                for (String cell : row.cells()) {
                    digest.update(cell.strip().getBytes(UTF_8));
                    digest.update(CELL);
                }
                digest.update(ROW);
            }
            digest.update(TABLE);
        }
        townships.digest(digest);
        return new RowsDigest(HexFormat.of().formatHex(digest.digest()));
    }

    /** Digest of the tables on a day: another once one of their changes has come further. */
    String at(LocalDate day, Collection<DivisionChange> units, Collection<DivisionChange> townships) {
        MessageDigest digest = sha256();
        digest.update(hex.getBytes(UTF_8));
        Stream.concat(units.stream(), townships.stream())
                .forEach(change -> digest.update((byte) change.on(day).ordinal()));
        return HexFormat.of().formatHex(digest.digest(), 0, SHOWN);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
