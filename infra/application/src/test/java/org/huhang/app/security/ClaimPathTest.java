package org.huhang.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClaimPathTest {

    @Test
    void a_name_is_a_claim() {
        assertThat(new ClaimPath("role").in(Map.of("role", "INSPECTOR"))).isEqualTo("INSPECTOR");
        assertThat(new ClaimPath("role").in(Map.of("roles", "INSPECTOR"))).isNull();
    }

    @Test
    void dots_lead_inwards() {
        Map<String, Object> claims =
                Map.of("realm_access", Map.of("roles", List.of("INSPECTOR")), "a", Map.of("b", Map.of("c", "deep")));
        assertThat(new ClaimPath("realm_access.roles").in(claims)).isEqualTo("INSPECTOR");
        assertThat(new ClaimPath("a.b.c").in(claims)).isEqualTo("deep");
        assertThat(new ClaimPath("a.c").in(claims)).isNull();
        assertThat(new ClaimPath("a.b.c.d").in(claims)).isNull();
    }

    @Test
    void a_claim_whose_name_has_dots_comes_first() {
        Map<String, Object> claims = Map.of(
                "https://huhang.example.org/role",
                "INSPECTOR",
                "a.b",
                "literal",
                "a",
                Map.of("b", "nested"),
                "resource_access",
                Map.of("huhang.example.org", Map.of("roles", List.of("OPERATOR"))));
        assertThat(new ClaimPath("https://huhang.example.org/role").in(claims)).isEqualTo("INSPECTOR");
        assertThat(new ClaimPath("a.b").in(claims)).isEqualTo("literal");
        assertThat(new ClaimPath("resource_access.huhang.example.org.roles").in(claims))
                .isEqualTo("OPERATOR");
    }

    @Test
    void of_a_list_only_a_single_element_is_an_answer() {
        assertThat(new ClaimPath("r").in(Map.of("r", List.of("OPERATOR")))).isEqualTo("OPERATOR");
        assertThat(new ClaimPath("r").in(Map.of("r", List.of("OPERATOR", "ANALYST"))))
                .isEqualTo(List.of("OPERATOR", "ANALYST"));
        assertThat(new ClaimPath("r").in(Map.of("r", List.of()))).isEqualTo(List.of());
        assertThat(new ClaimPath("r").in(Map.of("r", List.of(List.of("OPERATOR")))))
                .isEqualTo(List.of("OPERATOR"));
    }
}
