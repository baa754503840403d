package org.huhang.kernel.policy;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huhang.kernel.table.Row;
import org.huhang.kernel.table.Tsv;
import org.huhang.kernel.table.UnreadableTable;

/** Where policy tables are read from: an operator's folder, and the shipped table for every file it does not hold. */
record PolicyFolder(Optional<Path> operators) {

    static PolicyFolder shipped() {
        return new PolicyFolder(Optional.empty());
    }

    /**
     * @param known names of the tables there are
     * @throws UnreadableTable when {@code folder} is no folder, or holds a table of another name: a slip of the pen that
     *     would leave the shipped rule in force unnoticed
     */
    static PolicyFolder of(Path folder, Set<String> known) {
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> strangers = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".tsv") && !known.contains(name))
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!strangers.isEmpty()) {
                throw new UnreadableTable(
                        String.join(", ", strangers),
                        1,
                        "no policy table has this name; they are " + String.join(", ", new TreeSet<>(known)));
            }
        } catch (IOException e) {
            throw new UnreadableTable(folder.toString(), 1, "the policy folder cannot be read; is it a folder?");
        }
        return new PolicyFolder(Optional.of(folder));
    }

    /** @throws UnreadableTable with file, line and reason */
    List<Row> rows(String file, String... columns) {
        return rows(file, "/policy/" + file, columns);
    }

    /** @param shipped path of the product's own */
    List<Row> rows(String file, String shipped, String[] columns) {
        return own(file)
                .map(own -> opened(file, own, (name, reader) -> Tsv.read(name, reader, columns)))
                .orElseGet(() -> Tsv.shipped(shipped, columns));
    }

    /** The operator's file of this name, where there is one. */
    Optional<Path> own(String file) {
        return operators.map(folder -> folder.resolve(file)).filter(Files::exists);
    }

    <T> T opened(String file, Path own, BiFunction<String, Reader, T> read) {
        try (Reader reader = Files.newBufferedReader(own, StandardCharsets.UTF_8)) {
            return read.apply(file, reader);
        } catch (IOException | UncheckedIOException e) {
            throw new UnreadableTable(file, 1, "cannot be read as UTF-8 text");
        }
    }
}
