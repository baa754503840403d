package org.huhang.app.readme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huhang.app.architecture.ProjectFolder;

/** The README's tables, cell by cell. */
record Readme(String text) {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    static Readme read() {
        try {
            return new Readme(Files.readString(ProjectFolder.path().resolve("README.md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of the table whose first heading is {@code heading}, without the heading. */
    List<List<String>> table(String heading) {
        return text.lines()
                .dropWhile(line -> !line.startsWith("| " + heading + " |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|", -1))
                        .map(String::strip)
                        .toList())
                .toList();
    }

    /** What stands between backticks in a cell. */
    static Stream<String> code(String cell) {
        return CODE.matcher(cell)
                .results()
                .map(MatchResult::group)
                .map(quoted -> quoted.substring(1, quoted.length() - 1));
    }
}
