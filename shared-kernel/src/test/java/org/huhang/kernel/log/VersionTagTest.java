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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"7.202606-3f9a1c2b\"",
                "W/\"7.202606-3f9a1c2b-gzip\"",
                "\"7.202606-3f9a1c2b--br\"",
                "\"7.202606-3f9a1c2b;gzip\""
            })
    void names_a_version_whatever_else_its_answer_was_made_by(String list) {
        assertThat(VersionTag.versions(List.of(list))).contains(Set.of(7L));
        assertThat(VersionTag.had(new String[] {list}, VersionTag.of(7, "202606-3f9a1c2b")))
                .isTrue();
        assertThat(VersionTag.had(new String[] {list}, VersionTag.of(7, "202606-3f9a1c2c")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"7-ab\"", "\"7-ab\"", "\"x\", W/\"7-ab-gzip\"", "W/\"7-ab--zstd\"", "*"})
    void what_a_caller_has_is_found_in_their_list(String list) {
        assertThat(VersionTag.had(new String[] {list}, "W/\"7-ab\"")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"7-abc\"", "\"7\"", "7-ab", "\"7-ab-gunzip\"", "\"x7-ab\"", "\"*\""})
    void what_a_caller_has_of_another_answer_is_not(String list) {
        assertThat(VersionTag.had(new String[] {list}, "W/\"7-ab\"")).isFalse();
        assertThat(VersionTag.had(null, "W/\"7-ab\"")).isFalse();
    }

    @Test
    void a_list_as_long_as_a_head_may_be_is_read_to_its_end() {
        String list = IntStream.range(0, 20_000).mapToObj(i -> "\"\"").collect(Collectors.joining(",")) + ", \"7\"";
        assertThat(VersionTag.versions(List.of(list))).contains(Set.of(7L));
    }
}
