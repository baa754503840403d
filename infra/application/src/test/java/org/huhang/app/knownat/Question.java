package org.huhang.app.knownat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.huhang.app.testing.RunningApplication;
import org.huhang.app.testing.RunningApplication.Answer;
import org.huhang.kernel.access.Act;
import org.huhang.kernel.access.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A query that can be asked as of a moment, by somebody who may ask it.
 *
 * @param model the read model that answers; empty where the log itself does
 */
record Question(String model, String address, Reader reader) {

    private static final int MOST_PAGES = 4;

    record Reader(Role role, String division) {

        private static final List<Reader> ALL = List.of(
                new Reader(Role.INSPECTOR, "620000"),
                new Reader(Role.INSPECTOR, "000000"),
                new Reader(Role.CITY_OFFICER, "620100"),
                new Reader(Role.COUNTY_OFFICER, Officer.HERE),
                new Reader(Role.COUNTY_OFFICER, Officer.THERE),
                new Reader(Role.SUPERVISOR, Officer.TOWNSHIP),
                new Reader(Role.CHILD_DIRECTOR, Officer.VILLAGE),
                new Reader(Role.ANALYST, "000000"));
    }

    /** Whatever was told, page by page. */
    record Told(Question question, String moment, List<String> pages) {

        void again(RunningApplication application) {
            assertThat(question.pages(application, moment))
                    .as("%s as of %s", question, moment)
                    .isEqualTo(pages);
        }
    }

    /** By everybody who may ask them. Each names the day on which days are counted, where it has one. */
    private static List<Question> all(LocalDate today, String... cases) {
        String month = "month=" + YearMonth.from(today);
        String months = "month=" + YearMonth.from(today).minusMonths(2) + "&to=" + YearMonth.from(today);
        List<Question> questions = new ArrayList<>();
        add(
                questions,
                Act.READ_STATISTICS,
                "statistics",
                "/api/statistics/counts?level=township&by=status,ground,sex&" + month);
        add(
                questions,
                Act.READ_STATISTICS,
                "statistics",
                "/api/statistics/counts?level=village&map=day&by=status&" + months);
        add(questions, Act.READ_STATISTICS, "statistics", "/api/statistics/matrix?measure=on-file&" + month);
        add(
                questions,
                Act.READ_STATISTICS,
                "statistics",
                "/api/statistics/evidence?limit=200&measure=hardship&" + month);
        add(questions, Act.READ_STATISTICS, "statistics", "/api/statistics/evidence?limit=3&measure=on-file&" + month);
        for (LocalDate on : List.of(today, today.minusDays(9))) {
            add(questions, Act.READ_LEDGER, "ledger", "/api/ledger?limit=200&on=" + on);
            add(questions, Act.READ_LEDGER, "ledger", "/api/ledger?limit=2&sort=listed-on&on=" + on);
            add(questions, Act.READ_WORKLIST, "worklist", "/api/worklist?limit=200&dueBefore=2050-01-01&on=" + on);
            add(questions, Act.READ_WORKLIST, "worklist", "/api/worklist?limit=3&on=" + on);
        }
        add(questions, Act.READ_AUDIT, "audit", "/api/audit?limit=50");
        add(questions, Act.READ_AUDIT, "audit", "/api/audit?limit=5&from=2&to=" + today);
        add(questions, Act.READ_AUDIT, "audit", "/api/audit?limit=200&event=ResidenceMoved");
        for (String caseId : cases) {
            add(questions, Act.READ_AUDIT, "audit", "/api/audit?limit=3&caseId=" + caseId);
            add(questions, Act.READ_HISTORY, "", "/api/cases/" + caseId + "/history?limit=200");
            add(questions, Act.READ_HISTORY, "", "/api/cases/" + caseId + "/history?limit=3");
            add(questions, Act.REPLAY, "", "/api/cases/" + caseId + "/replay?effectiveAt=" + today);
        }
        return questions;
    }

    /** Every query, by one of those who may ask it. */
    static List<Question> oneEach(Random random, LocalDate today, String... cases) {
        Map<String, List<Question>> byAddress = new LinkedHashMap<>();
        all(today, cases).forEach(question -> byAddress
                .computeIfAbsent(question.address, _ -> new ArrayList<>())
                .add(question));
        return byAddress.values().stream()
                .map(asked -> asked.get(random.nextInt(asked.size())))
                .toList();
    }

    private static void add(List<Question> questions, Act act, String model, String address) {
        Reader.ALL.stream()
                .filter(reader -> act.roles().contains(reader.role()))
                .forEach(reader -> questions.add(new Question(model, address, reader)));
    }

    /** What is told now, as told twice: by the position and by the time that it names. Nothing of a case that is not theirs. */
    Stream<Told> toldBy(RunningApplication application) {
        List<String> pages = pages(application, null);
        return pages.isEmpty()
                ? Stream.empty()
                : Stream.of("position", "knownAt").map(name -> new Told(this, named(pages.getFirst(), name), pages));
    }

    /** What is told as of a moment; without pages for a case that is not theirs. */
    Told toldOf(RunningApplication application, String moment) {
        return new Told(this, moment, pages(application, moment));
    }

    Answer answer(RunningApplication application, String more) {
        return application.get(address + more, application.token(reader.role(), reader.division()));
    }

    static String named(String page, String member) {
        return RunningApplication.json(page).get(member).asString();
    }

    private List<String> pages(RunningApplication application, String moment) {
        String asOf = moment == null ? "" : "&knownAt=" + URLEncoder.encode(moment, UTF_8);
        List<String> pages = new ArrayList<>();
        String next = "";
        while (next != null && pages.size() < MOST_PAGES) {
            // A further page is as of the first one, whether one says so or not.
            Answer answer = answer(application, next.isEmpty() ? asOf : "&cursor=" + next);
            if (model.isEmpty() && answer.status() == 404) {
                return List.of();
            }
            assertThat(answer.status()).as(address + " " + answer.body()).isEqualTo(200);
            JsonNode json = answer.json();
            assertThat(answer.header("Huhang-Position"))
                    .isEqualTo(json.get("position").toString());
            pages.add(toBeCompared(json, answer.body()));
            next = json.path("next").isString() ? json.get("next").stringValue() : null;
        }
        return pages;
    }

    /** A replay tells beside its answer what has come since, and that grows. */
    private static String toBeCompared(JsonNode json, String body) {
        if (!json.has("asked")) {
            return body;
        }
        return ((ObjectNode) json).remove(List.of("asked", "changedSince")).toString();
    }
}
