package org.huhang.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.huhang.app.testing.RunningApplication;
import org.huhang.app.testing.RunningApplication.Answer;
import org.huhang.command.port.CommandGateway;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.area.file.FileEvent;
import org.huhang.kernel.event.EventCatalogue;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.value.CaseId;
import org.huhang.query.ReadModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Keeps what this version of Huhang leaves behind, as the fixture of the next: {@code -Dtest=OlderLogRecording
 * -Dolder-log.write=<new folder>}. A fixture that exists is never written again: nobody's log changes afterwards either.
 */
@EnabledIfSystemProperty(named = "older-log.write", matches = ".+")
class OlderLogRecording {

    private static final String REGISTRATION = """
            {"identity": {"name": "郑%s", "otherNames": ["小%s"], "sex": "MALE", "birthDate": "2016-02-29",
              "documents": [{"type": "PASSPORT", "number": "E8800%d"}]},
             "hukouDivision": "%s", "householdType": "RURAL", "residenceDivision": "%s",
             "residenceAddress": "建设路7号", "residenceSince": "2024-01-10",
             "guardians": [{"relation": "MOTHER", "name": "郑母", "contact": "13800000088", "livesWithChild": true,
                            "ability": "ABLE"}],
             "agency": "EDUCATION", "on": "2026-01-05"}""";

    private static final String LIST = """
            姓名,性别,出生日期,户籍地代码,居住地代码,居住地址,来居住地日期,监护人1姓名,监护人1关系,监护人1电话,监护人1同住
            冯一,女,2015-05-20,640121,330109,人民路7号,2024-01-10,冯母,母亲,13800000077,是
            冯二,男,2012-02-29,341122,330109,,2024-03-31,冯父,父亲,,是
            冯三,男,2032-02-29,341122,330109,,2024-03-31,冯父,父亲,,是
            冯四,女,2010-11-01,330106,330109,,2026-10-01,冯祖,祖父母,,是
            """;

    @TempDir
    Path data;

    private final List<KeptExchange> exchanges = new ArrayList<>();

    @Test
    void what_this_version_leaves_is_kept() throws Exception {
        Path folder = Path.of(System.getProperty("older-log.write"));
        assertThat(folder).doesNotExist();
        try (RunningApplication application =
                RunningApplication.start(data, "--huhang.demo=true", "--huhang.demo-children=6")) {
            tell(application);
            long head = application.bean(EventLog.class).head();
            for (String name : OlderLog.READ_MODELS.keySet()) {
                awaits(application.bean(ReadModels.class), name, head);
            }
            Files.createDirectories(folder);
            OlderLog.keep(folder, exchanges);
            keepTables(application.bean(DataSource.class), folder);
        }
    }

    private void tell(RunningApplication application) {
        assertThat(new Story(application.bean(CommandGateway.class)).tell(1)).isEmpty();
        assertThat(new Afterthoughts(application.bean(CommandGateway.class)).tell())
                .isEmpty();
        requests(application);
        imported(application);
        List<Recorded> facts = application.bean(EventLog.class).after(0, 10_000);
        Set<Class<?>> occurring =
                facts.stream().map(fact -> fact.event().getClass()).collect(Collectors.toSet());
        assertThat(EventCatalogue.all()).allMatch(occurring::contains);
        questions(facts, application);
    }

    private void requests(RunningApplication application) {
        String child = registered(application, "一", "340122", "330109001001");
        String other = registered(application, "二", "640121001", "640121001");
        asks(application, "330109", child, "screen", "screen-1", "{\"agency\": \"VILLAGE\", \"on\": \"2026-01-06\"}");
        asks(
                application,
                "330109",
                child,
                "list-key-care",
                "list-1",
                "{\"grounds\": [\"HARDSHIP\"], \"risk\": \"HIGH\", \"on\": \"2026-01-07\"}");
        asks(application, "640121", other, "close", "close-1", "{\"reason\": \"ADULT\", \"on\": \"2026-01-06\"}");
        asks(
                application,
                "640121",
                other,
                "close",
                "close-2",
                "{\"reason\": \"NO_LONGER_IN_NEED\", \"on\": \"2026-01-06\"}");
    }

    private String registered(RunningApplication application, String name, String hukou, String residence) {
        String body = REGISTRATION.formatted(name, name, 100 + exchanges.size(), hukou, residence);
        KeptExchange asked = KeptExchange.command(
                        residence.substring(0, 6), "/api/cases", "register-" + exchanges.size(), body)
                .askedOf(application);
        assertThat(asked.status()).as(asked.answer()).isEqualTo(201);
        exchanges.add(asked);
        return application
                .bean(EventLog.class)
                .after(application.bean(EventLog.class).head() - 1, 1)
                .getFirst()
                .caseId()
                .toString();
    }

    private void asks(
            RunningApplication application, String county, String child, String command, String key, String body) {
        exchanges.add(KeptExchange.command(county, "/api/cases/" + child + "/" + command, key, body)
                .askedOf(application));
    }

    private static void imported(RunningApplication application) {
        String officer = application.token(Role.COUNTY_OFFICER, "330109");
        Answer accepted = application.send(application
                .request("/api/imports", officer)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(LIST)));
        assertThat(accepted.status()).isEqualTo(202);
        application.get(accepted.header("Location") + "/events", officer);
        assertThat(application
                        .get(accepted.header("Location"), officer)
                        .json()
                        .path("imported")
                        .asLong())
                .isEqualTo(3);
    }

    /** The case with most facts, and one that was merged, parted and merged again: as a whole, and on the way. */
    private void questions(List<Recorded> facts, RunningApplication application) {
        CaseId longest = mostOften(facts.stream());
        asks(application, "/api/cases/" + longest + "/history?limit=8");
        CaseId parted = mostOften(facts.stream().filter(fact -> fact.event() instanceof FileEvent.CasesUnmerged));
        long[] positions = facts.stream()
                .filter(fact -> fact.caseId().equals(parted))
                .mapToLong(Recorded::position)
                .toArray();
        asks(application, "/api/cases/" + parted + "/history?limit=8");
        asks(application, "/api/cases/" + parted + "/replay?knownAt=" + positions[positions.length / 2]);
        asks(application, "/api/cases/" + parted + "/replay?effectiveAt=2026-02-01");
    }

    private static CaseId mostOften(Stream<Recorded> facts) {
        return facts.collect(Collectors.groupingBy(Recorded::caseId, Collectors.counting())).entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private void asks(RunningApplication application, String path) {
        KeptExchange asked = KeptExchange.query(Role.INSPECTOR, "000000", path).askedOf(application);
        assertThat(asked.status()).as(asked.answer()).isEqualTo(200);
        exchanges.add(asked);
    }

    private static void keepTables(DataSource database, Path folder) throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            for (String table : OlderLog.LOG) {
                OlderLog.keep(folder, "log." + table, CopiedTable.read(connection, "log." + table));
            }
            for (String model : OlderLog.READ_MODELS.keySet()) {
                for (String table : OlderLog.READ_MODELS.get(model)) {
                    String full = model + "." + table;
                    OlderLog.keep(folder, full, CopiedTable.read(connection, full));
                }
            }
        }
    }

    static void awaits(ReadModels models, String name, long head) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (models.position(name) < head) {
            assertThat(System.nanoTime()).as(name).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
