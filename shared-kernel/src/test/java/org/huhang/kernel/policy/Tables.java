package org.huhang.kernel.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Copies of the shipped tables as an operator edits them. */
final class Tables {

    private Tables() {}

    static List<String> shipped(String file) {
        try (InputStream table = Tables.class.getResourceAsStream("/policy/" + file)) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets the value on the line that starts with {@code start}. @return its number in the file */
    static int withLine(Path folder, String file, String start, String value) {
        List<String> lines = shipped(file);
        int index = lines.indexOf(lines.stream()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow());
        String basis = lines.get(index).split("\t")[3];
        write(
                folder,
                file,
                lines.stream()
                        .map(line -> line.startsWith(start) ? start + value + "\t" + basis : line)
                        .toList());
        return index + 1;
    }

    static void write(Path folder, String file, List<String> lines) {
        try {
            Files.write(folder.resolve(file), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
