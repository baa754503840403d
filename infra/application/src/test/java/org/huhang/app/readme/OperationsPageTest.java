package org.huhang.app.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.huhang.app.architecture.ProjectFolder;
import org.huhang.app.testing.RunningApplication;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.refusal.RefusalCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What the operator's page says that could drift from the code. */
class OperationsPageTest {

    private static final String PAGE = "infra/OPERATIONS.md";
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern ADDRESS = Pattern.compile("(GET|POST) /\\S+");

    private final RunningApplication application = RunningApplication.shared();

    @Test
    void the_readme_leads_to_it() throws IOException {
        assertThat(Readme.read().text()).contains(PAGE);
        assertThat(quoted(code -> true)).hasSizeGreaterThan(40);
    }

    @Test
    void every_address_is_served() throws IOException {
        assertThat(quoted(ADDRESS.asMatchPredicate())).isNotEmpty().isSubsetOf(served());
    }

    @Test
    void every_key_exists() throws IOException {
        Environment environment = application.bean(Environment.class);
        assertThat(quoted(code -> code.startsWith("huhang."))).isNotEmpty().allMatch(environment::containsProperty);
    }

    @Test
    void every_metric_is_measured() throws IOException {
        String metrics = application.get("/metrics", operator()).body();
        assertThat(quoted(code -> code.startsWith("huhang_") || code.startsWith("tomcat_")))
                .isNotEmpty()
                .allMatch(metrics::contains);
    }

    @Test
    void every_code_and_every_state_is_given() throws IOException {
        Set<String> known = new HashSet<>();
        Arrays.stream(RefusalCode.values()).map(Enum::name).forEach(known::add);
        enumerations(application.send(application.request("/openapi")).json(), known);
        assertThat(quoted(code -> code.matches("[A-Z][A-Z_]{3,}"))).isNotEmpty().isSubsetOf(known);
    }

    @Test
    void every_place_named_is_there() throws IOException {
        assertThat(quoted(code -> code.startsWith("infra/")))
                .isNotEmpty()
                .allMatch(place -> Files.exists(ProjectFolder.path().resolve(place)));
    }

    /** The binaries for another system may bring others. */
    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void the_libraries_named_are_those_that_the_embedded_database_brings() throws IOException {
        assertThat(page()).contains("PostgreSQL (" + version() + ")", "OpenSSL 1.1.1", "ICU 60");
        assertThat(libraries("libcrypto.so.")).isNotEmpty().allMatch(library -> holds(library, "OpenSSL 1.1.1 "));
        assertThat(libraries("libicuuc.so."))
                .isNotEmpty()
                .allMatch(library -> library.getFileName().toString().startsWith("libicuuc.so.60"));
    }

    private String version() {
        return JdbcClient.create(application.bean(DataSource.class))
                .sql("SHOW server_version")
                .query(String.class)
                .single();
    }

    private static List<Path> libraries(String name) throws IOException {
        try (Stream<Path> unpacked = Files.walk(Path.of("target/postgresql"))) {
            return unpacked.filter(file -> file.getFileName().toString().startsWith(name))
                    .toList();
        }
    }

    private static boolean holds(Path library, String text) {
        try {
            return Files.readString(library, StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String page() throws IOException {
        return Files.readString(ProjectFolder.path().resolve(PAGE));
    }

    private static List<String> quoted(Predicate<String> wanted) throws IOException {
        return CODE.matcher(page().replaceAll("(?s)```.*?```", ""))
                .results()
                .map((MatchResult found) -> found.group(1))
                .filter(wanted)
                .distinct()
                .toList();
    }

    private Set<String> served() {
        JsonNode paths =
                application.send(application.request("/openapi")).json().get("paths");
        Stream<String> documented = paths.properties().stream().flatMap(path -> path.getValue().propertyNames().stream()
                .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
        Stream<String> forMachines = Stream.of("/health", "/health/readiness", "/health/liveness", "/metrics")
                .filter(path -> application.get(path, operator()).status() == 200)
                .map(path -> "GET " + path);
        return Stream.concat(documented, forMachines).collect(Collectors.toSet());
    }

    private static void enumerations(JsonNode node, Set<String> into) {
        node.path("enum").values().forEach(value -> into.add(value.asString()));
        node.values().forEach(child -> enumerations(child, into));
    }

    private String operator() {
        return application.token(Role.OPERATOR, "000000");
    }
}
