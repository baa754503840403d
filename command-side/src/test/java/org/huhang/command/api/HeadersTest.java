package org.huhang.command.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.huhang.command.port.IdempotencyKey;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {

    @Test
    void a_key_may_stand_in_quotes_or_bare() {
        IdempotencyKey key = new IdempotencyKey("huhang", "row-17", "digest");

        assertThat(key("row-17")).contains(key);
        assertThat(key("\"row-17\"")).contains(key);
    }

    @Test
    void without_the_header_there_is_no_key() {
        assertThat(IdempotencyKeyHeader.read(List.of(), Actor.SYSTEM, () -> "digest"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "two words", "钥匙", "tab\tbed"})
    void a_key_that_is_no_key_is_refused(String value) {
        assertThatThrownBy(() -> key(value))
                .isInstanceOf(Refused.class)
                .hasMessage(RefusalCode.IDEMPOTENCY_KEY_MALFORMED.name());
    }

    @Test
    void a_key_has_at_most_255_characters() {
        assertThat(key("k".repeat(255))).isPresent();
        assertThatThrownBy(() -> key("k".repeat(256))).hasMessage(RefusalCode.IDEMPOTENCY_KEY_MALFORMED.name());
    }

    @Test
    void two_keys_are_none() {
        assertThatThrownBy(() -> IdempotencyKeyHeader.read(List.of("one", "two"), Actor.SYSTEM, () -> "digest"))
                .hasMessage(RefusalCode.IDEMPOTENCY_KEY_MALFORMED.name());
    }

    @Test
    void if_match_gives_the_version_last_seen() {
        assertThat(version("\"7\"")).isEqualTo(OptionalLong.of(7));
        assertThat(version("*")).isEmpty();
        assertThat(IfMatch.read(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "W/\"7\"",
                "\"7-gzip\"",
                "\"7--gzip\"",
                "\"7;gzip\"",
                "W/\"7-br\"",
                "\"7-zstd\"",
                "\"7\", \"7-gzip\"",
                "\"another,server\" , W/\"7\""
            })
    void a_tag_as_a_compressing_proxy_makes_it_names_the_same_version(String value) {
        assertThat(version(value)).isEqualTo(OptionalLong.of(7));
    }

    @Test
    void tags_on_several_lines_are_one_list() {
        assertThat(IfMatch.read(List.of("\"another\"", "\"7\""))).isEqualTo(OptionalLong.of(7));
        assertThatThrownBy(() -> IfMatch.read(List.of("*", "\"7\""))).hasMessage(RefusalCode.IF_MATCH_MALFORMED.name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "7",
                "\"7\", \"8\"",
                "\"7\" \"7\"",
                "\"7\", *",
                "w/\"7\"",
                "\"7-identity\"",
                "\"7-gzip-br\"",
                "\"seven\"",
                "\"-1\"",
                "\"07\"",
                "\"9999999999999999999\""
            })
    void an_if_match_that_is_no_single_version_is_refused(String value) {
        assertThatThrownBy(() -> version(value)).hasMessage(RefusalCode.IF_MATCH_MALFORMED.name());
    }

    private static Optional<IdempotencyKey> key(String value) {
        return IdempotencyKeyHeader.read(List.of(value), Actor.SYSTEM, () -> "digest");
    }

    private static OptionalLong version(String value) {
        return IfMatch.read(List.of(value));
    }
}
