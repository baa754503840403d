package org.huhang.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.huhang.app.testing.BesideOthers;
import org.junit.jupiter.api.Test;

/**
 * Spotless, run by a Maven on JDK 17, passes by what that parser does not know; this holds the same formatter to every
 * file, on the project's own JDK. To mend: {@code mvn spotless:apply} with a Maven that runs on JDK 25.
 */
@BesideOthers
class FormattingTest {

    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    @Test
    void every_source_file_is_formatted() throws IOException {
        List<Path> sources = sources();
        assertThat(sources).hasSizeGreaterThan(100);
        assertThat(sources.stream().filter(file -> !isFormatted(read(file)))).isEmpty();
    }

    @Test
    void an_unformatted_file_is_noticed() {
        assertThat(isFormatted("class  A{}\n")).isFalse();
        assertThat(isFormatted("import java.util.List;\n\nclass A {}\n")).isFalse();
        assertThat(isFormatted("class A {}\n")).isTrue();
    }

    private static boolean isFormatted(String source) {
        try {
            String formatted = FORMATTER.formatSource(ImportOrderer.reorderImports(
                    RemoveUnusedImports.removeUnusedImports(source), JavaFormatterOptions.Style.PALANTIR));
            return formatted.equals(source);
        } catch (FormatterException e) {
            throw new AssertionError("A source file does not parse", e);
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(ProjectFolder.path())) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
