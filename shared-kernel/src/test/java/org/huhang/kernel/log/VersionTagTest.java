package org.huhang.kernel.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTagTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"\"7\"", "W/\"7\"", "\"7-gzip\"", "W/\"7--br\"", "\"7;zstd\"", " , \"7\" ,", "\"x\", \"7\""})
    void names_a_version_however_its_answer_was_packed(String list) {
        assertThat(VersionTag.versions(List.of(list))).contains(Set.of(7L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "7", "*", "\"7", "\"7\" \"8\"", "\"7\"x", "w/\"7\"", "\"7\", 8"})
    void what_is_no_list_of_tags_names_nothing(String list) {
        assertThat(VersionTag.versions(List.of(list))).isEmpty();
    }

    @Test
    void a_list_as_long_as_a_head_may_be_is_read_to_its_end() {
        String list = IntStream.range(0, 20_000).mapToObj(i -> "\"\"").collect(Collectors.joining(",")) + ", \"7\"";
        assertThat(VersionTag.versions(List.of(list))).contains(Set.of(7L));
    }
}
