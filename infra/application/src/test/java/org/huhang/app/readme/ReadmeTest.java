package org.huhang.app.readme;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huhang.app.HuhangProperties;
import org.huhang.app.architecture.ProjectFolder;
import org.huhang.app.demo.DemoOnPaper;
import org.huhang.app.testing.RunningApplication;
import org.huhang.command.api.CommandAddress;
import org.huhang.command.ask.CommandCatalogue;
import org.huhang.kernel.event.EventCatalogue;
import org.huhang.query.Projection;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** What the README says that could drift from the code. */
public class ReadmeTest {

    private static final Readme README = Readme.read();

    @Test
    void the_map_has_every_command_once() {
        assertThat(map().keySet())
                .containsExactlyInAnyOrderElementsOf(CommandCatalogue.all().stream()
                        .map(CommandCatalogue::name)
                        .toList());
        assertThat(README.table("command")).hasSameSizeAs(map().keySet());
    }

    @Test
    void the_map_has_every_fact_and_no_other() {
        assertThat(map().values().stream().flatMap(Set::stream).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(
                        EventCatalogue.all().stream().map(EventCatalogue::name).toList());
    }

    @Test
    void what_commands_record_stands_in_the_map() {
        Map<String, Set<String>> seen = DemoOnPaper.factsByCommand(600, LocalDate.parse("2026-10-31"));
        assertThat(seen).hasSizeGreaterThan(10);
        seen.forEach(
                (command, facts) -> assertThat(map().get(command)).as(command).containsAll(facts));
    }

    @Test
    void the_last_column_names_the_read_models_that_its_facts_change() {
        Collection<Projection> models = RunningApplication.shared().all(Projection.class);
        for (List<String> row : README.table("command")) {
            Set<String> changed = Readme.code(row.get(1))
                    .map(EventCatalogue::named)
                    .flatMap(fact -> models.stream().filter(model -> model.bears(fact)))
                    .map(Projection::name)
                    .filter(model -> !model.equals("audit"))
                    .collect(toCollection(TreeSet::new));
            assertThat(String.join(", ", changed)).as(row.getFirst()).isEqualTo(row.get(2));
        }
    }

    @Test
    void the_views_of_the_map_are_the_read_models() {
        Set<String> views = README.table("command").stream()
                .flatMap(row -> Arrays.stream(row.get(2).split(",")))
                .map(String::strip)
                .filter(view -> !view.isEmpty())
                .collect(toCollection(TreeSet::new));
        views.add("audit");
        assertThat(views)
                .isEqualTo(RunningApplication.shared().all(Projection.class).stream()
                        .map(Projection::name)
                        .collect(toCollection(TreeSet::new)));
    }

    @Test
    void every_address_is_named_and_answers() {
        Set<String> named = Stream.concat(
                        README.table("address").stream().flatMap(row -> Readme.code(row.getFirst())),
                        map().keySet().stream()
                                .map(command -> "POST "
                                        + CommandAddress.of(
                                                CommandCatalogue.named(command).orElseThrow())))
                .collect(toCollection(TreeSet::new));
        assertThat(named).isEqualTo(served());
    }

    @Test
    void every_configuration_key_is_named_and_exists() {
        Set<String> named = README.table("key").stream()
                .flatMap(row -> Readme.code(row.getFirst()))
                .collect(toCollection(TreeSet::new));
        assertThat(named).isEqualTo(keys());
    }

    /** Every key there is. */
    public static Set<String> keys() {
        return keys("huhang", HuhangProperties.class);
    }

    @Test
    void every_place_named_is_there() {
        List<String> missing = README.table("to find").stream()
                .flatMap(row -> Readme.code(row.get(1)))
                .filter(place -> !place.contains("…") && !place.contains("<"))
                .filter(place -> !Files.exists(ProjectFolder.path().resolve(place)))
                .toList();
        assertThat(missing).isEmpty();
        assertThat(README.text()).contains("samples/screening-list.csv");
        assertThat(new ClassPathResource("samples/screening-list.csv").exists()).isTrue();
    }

    private static Map<String, Set<String>> map() {
        return README.table("command").stream()
                .collect(Collectors.toMap(
                        row -> Readme.code(row.get(0)).findFirst().orElseThrow(),
                        row -> Readme.code(row.get(1)).collect(Collectors.toSet()),
                        (one, again) -> one,
                        TreeMap::new));
    }

    private static Set<String> served() {
        Set<String> served = new TreeSet<>();
        RunningApplication application = RunningApplication.shared();
        application
                .send(application.request("/openapi"))
                .json()
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> served.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        // For machines, and in no document.
        Stream.of("/health", "/health/readiness", "/health/liveness")
                .filter(path -> application.send(application.request(path)).status() == 200)
                .forEach(path -> served.add("GET " + path));
        return served;
    }

    private static Set<String> keys(String prefix, Class<?> properties) {
        return Arrays.stream(properties.getRecordComponents())
                .flatMap(part -> {
                    String name = part.getName().equals("imports") ? "import" : kebab(part.getName());
                    String key = prefix + "." + name;
                    return part.getType().isRecord() ? keys(key, part.getType()).stream() : Stream.of(key);
                })
                .collect(toCollection(TreeSet::new));
    }

    private static String kebab(String camel) {
        return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
