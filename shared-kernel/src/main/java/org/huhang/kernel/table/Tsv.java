package org.huhang.kernel.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * How every dated table is kept: UTF-8 text, one row a line, cells parted by tabs, the first row naming the columns.
 * Empty lines and lines starting with {@code #} are remarks.
 */
public final class Tsv {

    private Tsv() {}

    /**
     * A table shipped with the product.
     *
     * @param path absolute on the class path, e.g. {@code /policy/central-urban.tsv}
     */
    public static List<Row> shipped(String path, String... columns) {
        InputStream stream = Tsv.class.getResourceAsStream(path);
        if (stream == null) {
            throw new UnreadableTable(path, 0, "is not part of this build");
        }
        return read(path, new InputStreamReader(stream, StandardCharsets.UTF_8), columns);
    }

    /**
     * @param table what to call it in an error
     * @param columns the names the first row must have, in this order
     * @throws UnreadableTable with the line at fault
     */
    public static List<Row> read(String table, Reader reader, String... columns) {
        List<String> expected = List.of(columns);
        List<Row> rows = new ArrayList<>();
        boolean headed = false;
        int number = 0;
        try (BufferedReader lines = new BufferedReader(reader)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                String text = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
                if (text.isBlank() || text.startsWith("#")) {
                    continue;
                }
                Row row = new Row(table, number, expected, List.of(text.split("\t", -1)));
                if (!headed && !row.cells().equals(expected)) {
                    throw row.wrong("the columns must be " + String.join(", ", expected) + ", parted by tabs");
                }
                if (row.cells().size() != expected.size()) {
                    throw row.wrong(
                            "has " + row.cells().size() + " cells instead of " + expected.size() + ", parted by tabs");
                }
                if (headed) {
                    rows.add(row);
                }
                headed = true;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!headed) {
            throw new UnreadableTable(table, number, "has no row naming the columns " + String.join(", ", expected));
        }
        return rows;
    }
}
