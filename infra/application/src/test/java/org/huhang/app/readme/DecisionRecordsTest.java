package org.huhang.app.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huhang.app.architecture.ProjectFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A record says what was chosen, what was measured and when to look again, and the README leads to it. */
class DecisionRecordsTest {

    private static final String FOLDER = "infra/decisions";
    private static final List<String> PARTS = List.of("The choice", "What was measured", "When to look again");
    private static final Pattern PLACE = Pattern.compile("`((?:infra|command-side|query-side|shared-kernel)/[^`…<]+)`");

    static Stream<Path> records() throws IOException {
        try (Stream<Path> files = Files.list(ProjectFolder.path().resolve(FOLDER))) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
        }
    }

    @Test
    void there_are_some() throws IOException {
        assertThat(records()).hasSizeGreaterThanOrEqualTo(4);
    }

    @ParameterizedTest
    @MethodSource("records")
    void a_record_has_its_three_parts_and_says_something_in_each(Path record) {
        assertThat(parts(read(record))).containsExactlyElementsOf(PARTS);
    }

    @ParameterizedTest
    @MethodSource("records")
    void the_readme_leads_to_it(Path record) {
        assertThat(Readme.read().text()).contains("`" + FOLDER + "/" + record.getFileName() + "`");
    }

    @ParameterizedTest
    @MethodSource("records")
    void every_place_it_names_is_there(Path record) {
        assertThat(PLACE.matcher(read(record)).results().map(found -> found.group(1)))
                .allMatch(place -> Files.exists(ProjectFolder.path().resolve(place)));
    }

    @Test
    void a_part_that_is_missing_or_empty_is_noticed() {
        assertThat(parts("# A\n\n## The choice\n\nThis.\n\n## When to look again\n\nThen.\n"))
                .isNotEqualTo(PARTS);
        assertThat(parts("# A\n\n## The choice\n\n## What was measured\n\nThis.\n\n## When to look again\n\nThen.\n"))
                .isNotEqualTo(PARTS);
    }

    /** Headings below which something stands. */
    private static List<String> parts(String record) {
        return Pattern.compile("(?m)^## ")
                .splitAsStream(record)
                .skip(1)
                .filter(part -> part.contains("\n")
                        && !part.substring(part.indexOf('\n')).isBlank())
                .map(part -> part.lines().findFirst().orElseThrow().strip())
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
