package org.huhang.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
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

    /** Not what builds and tests leave, which may change meanwhile. */
    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        Files.walkFileTree(ProjectFolder.path(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean left = folder.endsWith("target") || folder.endsWith(".git") || folder.endsWith("data");
                return left ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".java")) {
                    sources.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return sources;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
