package org.huhang.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the product is built on stands by name in the pom of each module that uses it, and not by way of something else. */
class NamedDependenciesTest {

    /** By the beginning of a package's name; where several fit, the longest. */
    private static final Map<String, String> ARTIFACTS = Map.ofEntries(
            Map.entry("org.axonframework.", "org.axonframework:axon-messaging"),
            Map.entry("org.axonframework.modelling.", "org.axonframework:axon-modelling"),
            Map.entry("org.axonframework.eventsourcing.", "org.axonframework:axon-eventsourcing"),
            Map.entry("org.axonframework.spring.", "org.axonframework:axon-spring"),
            Map.entry("org.axonframework.axonserver.", "org.axonframework:axon-server-connector"),
            Map.entry("io.axoniq.", "org.axonframework:axon-server-connector"),
            Map.entry("org.axonframework.test.", "org.axonframework:axon-test"),
            Map.entry("org.springframework.web.", "org.springframework.boot:spring-boot-starter-web"),
            Map.entry("org.springframework.jdbc.", "org.springframework.boot:spring-boot-starter-jdbc"),
            Map.entry("com.fasterxml.jackson.databind.", "com.fasterxml.jackson.core:jackson-databind"),
            Map.entry("tools.jackson.databind.", "tools.jackson.core:jackson-databind"),
            Map.entry("org.postgresql.", "org.postgresql:postgresql"),
            Map.entry("org.junit.jupiter.", "org.junit.jupiter:junit-jupiter"),
            Map.entry("net.jqwik.", "net.jqwik:jqwik"),
            Map.entry("com.tngtech.archunit.", "com.tngtech.archunit:archunit-junit5"));

    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?([\\w.]+);");
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern DEPENDENCY = Pattern.compile(
            "<dependency>\\s*<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>(.*?)</dependency>",
            Pattern.DOTALL);
    private static final Pattern JQWIK = Pattern.compile("<jqwik.version>1\\.(\\d+)\\.\\d+</jqwik.version>");

    static Stream<String> modules() {
        return MODULE.matcher(read(ProjectFolder.path().resolve("pom.xml")))
                .results()
                .map(found -> found.group(1));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void a_module_names_what_it_imports_where_it_imports_it(String module) {
        Path folder = ProjectFolder.path().resolve(module);
        Map<String, String> named = named(read(folder.resolve("pom.xml")));

        assertThat(unnamed(imports(folder.resolve("src/main/java")), named, false))
                .isEmpty();
        assertThat(unnamed(imports(folder.resolve("src/test/java")), named, true))
                .isEmpty();
    }

    @Test
    void no_version_stands_beside_a_name() {
        assertThat(modules()
                        .flatMap(module -> DEPENDENCY
                                .matcher(read(
                                        ProjectFolder.path().resolve(module).resolve("pom.xml")))
                                .results())
                        .filter(found -> ARTIFACTS.containsValue(found.group(1) + ":" + found.group(2)))
                        .filter(found -> found.group(3).contains("<version>")))
                .isEmpty();
    }

    @Test
    void what_is_not_named_and_what_is_named_for_tests_only_is_noticed() {
        Map<String, String> named = named("""
                <dependency><groupId>org.axonframework</groupId><artifactId>axon-messaging</artifactId>
                <scope>test</scope></dependency>""");
        List<String> imports = List.of("org.axonframework.messaging.MetaData", "org.axonframework.test.Matchers");

        assertThat(unnamed(imports, named, true)).containsExactly("org.axonframework:axon-test");
        assertThat(unnamed(imports, named, false))
                .containsExactly("org.axonframework:axon-messaging", "org.axonframework:axon-test");
    }

    /** From 1.10 on it prints an appeal in every run that has nothing to do with the tests. */
    @Test
    void jqwik_stays_below_1_10() {
        Matcher version = JQWIK.matcher(read(ProjectFolder.path().resolve("pom.xml")));

        assertThat(version.find()).isTrue();
        assertThat(Integer.parseInt(version.group(1))).isLessThan(10);
    }

    private static List<String> unnamed(List<String> imports, Map<String, String> named, boolean forTests) {
        return imports.stream()
                .flatMap(name -> artifact(name).stream())
                .distinct()
                .filter(artifact -> !named.containsKey(artifact)
                        || !forTests && named.get(artifact).equals("test"))
                .sorted()
                .toList();
    }

    private static Optional<String> artifact(String name) {
        return ARTIFACTS.keySet().stream()
                .filter(name::startsWith)
                .max((one, other) -> Integer.compare(one.length(), other.length()))
                .map(ARTIFACTS::get);
    }

    /** Artifacts by name, and their scope. */
    private static Map<String, String> named(String pom) {
        Map<String, String> named = new LinkedHashMap<>();
        DEPENDENCY
                .matcher(pom)
                .results()
                .forEach(found -> named.put(
                        found.group(1) + ":" + found.group(2),
                        found.group(3).contains("<scope>test</scope>") ? "test" : "compile"));
        return named;
    }

    private static List<String> imports(Path sources) {
        if (!Files.exists(sources)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> IMPORT.matcher(read(file)).results().map(found -> found.group(1)))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
