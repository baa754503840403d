package org.huhang.app.reference;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.huhang.app.testing.RunningApplication;
import org.huhang.app.testing.RunningApplication.Answer;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.log.Moment;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.kernel.time.Shanghai;
import org.huhang.kernel.value.CaseId;
import org.huhang.query.ReadModels;
import tools.jackson.databind.JsonNode;

/** What readers are shown of many files, laid beside what the clerk says of each. */
final class Recount {

    private static final PolicyBook POLICIES = PolicyBook.published();

    private final RunningApplication application;
    private final String inspector;
    private final List<RandomHistory> histories;
    private final List<Recorded> facts;
    private final Map<CaseId, List<Recorded>> told = new HashMap<>();
    private final Map<Long, Map<CaseId, TheClerk>> clerks = new HashMap<>();
    private final Map<String, Set<String>> said = new HashMap<>();

    Recount(RunningApplication application, List<RandomHistory> histories) {
        this.application = application;
        this.inspector = application.token(Role.INSPECTOR, "000000");
        this.histories = histories;
        this.facts = application.bean(EventLog.class).after(0, Integer.MAX_VALUE);
        Map<CaseId, List<Recorded>> byFile = facts.stream().collect(Collectors.groupingBy(Recorded::caseId));
        for (RandomHistory history : histories) {
            List<Recorded> all = history.files().stream()
                    .flatMap(file -> byFile.getOrDefault(file, List.of()).stream())
                    .sorted(Comparator.comparingLong(Recorded::position))
                    .toList();
            history.files().forEach(file -> told.put(file, all));
        }
    }

    /** Now, and as known at some positions; figures on some days beside those of months. */
    List<String> differences(int positions, int days, Random random) {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i <= positions; i++) {
            Moment known = answered(i == 0 ? facts.getLast() : facts.get(random.nextInt(facts.size())));
            long position = known.position();
            compare("ledger at " + position, ledger(position), () -> ledger(clerks(position)), differences);
            compare("worklist at " + position, worklist(position), () -> worklist(clerks(position)), differences);
            compare("months at " + position, months(known), () -> months(known, clerks(position)), differences);
            for (int j = 0; j < days; j++) {
                LocalDate day = facts.get(random.nextInt(facts.size())).event().effectiveOn();
                compare(
                        "figures at " + position + " on " + day,
                        counted(position, day),
                        () -> counted(clerks(position), day),
                        differences);
            }
        }
        return differences;
    }

    /** What is recorded together becomes known together. */
    private Moment answered(Recorded fact) {
        JsonNode page = application
                .get("/api/ledger?limit=1&knownAt=" + fact.position(), inspector)
                .json();
        return new Moment(page.get("position").asLong(), Instant.parse(text(page, "knownAt")));
    }

    private Map<CaseId, TheClerk> clerks(long position) {
        return clerks.computeIfAbsent(position, _ -> {
            Map<CaseId, TheClerk> all = new HashMap<>();
            told.forEach((file, facts) -> all.put(file, new TheClerk(file, facts, position, POLICIES)));
            return all;
        });
    }

    /** The clerk is slow, and says the same however often asked. */
    private void compare(String what, Set<String> shown, Supplier<Set<String>> clerk, List<String> differences) {
        Set<String> clerks = said.computeIfAbsent(what, _ -> clerk.get());
        Set<String> onlyShown = new TreeSet<>(shown);
        onlyShown.removeAll(clerks);
        Set<String> onlyClerks = new TreeSet<>(clerks);
        onlyClerks.removeAll(shown);
        if (!onlyShown.isEmpty() || !onlyClerks.isEmpty()) {
            differences.add(what + "\n    only shown " + onlyShown + "\n    only the clerk " + onlyClerks
                    + firstOf(onlyShown, onlyClerks));
        }
    }

    /** Facts of the first history that they differ in. */
    private String firstOf(Set<String> shown, Set<String> clerks) {
        Set<String> all = new TreeSet<>(shown);
        all.addAll(clerks);
        return histories.stream()
                .filter(history -> history.files().stream()
                        .anyMatch(file -> all.stream().anyMatch(line -> line.startsWith(file.toString()))))
                .findFirst()
                .map(history -> "\n-Dhistory=" + history.seed() + "\n"
                        + new Told(history.files())
                                .lines(told.get(history.files().getFirst())))
                .orElse("");
    }

    private Set<String> ledger(long position) {
        Set<String> rows = new TreeSet<>();
        pages("/api/ledger?limit=200&knownAt=" + position, row -> {
            JsonNode care = row.get("care");
            Set<String> grounds = new TreeSet<>();
            row.get("grounds").forEach(ground -> grounds.add(ground.asString()));
            rows.add(String.join(
                    " ",
                    text(row, "caseId"),
                    text(row, "birthDate"),
                    text(row.get("residence"), "code"),
                    text(row.get("hukou"), "code"),
                    grounds.toString(),
                    text(row, "risk"),
                    text(row, "listedOn"),
                    text(row, "lastVisit"),
                    text(row, "nextVisitDue"),
                    text(care, "state"),
                    text(care, "since"),
                    text(care, "mode"),
                    text(care, "reviewBy"),
                    text(care, "oneYearMark"),
                    text(row, "screening")));
        });
        return rows;
    }

    private static Set<String> ledger(Map<CaseId, TheClerk> clerks) {
        Set<String> rows = new TreeSet<>();
        clerks.forEach((file, clerk) -> clerk.ledger().ifPresent(picture -> {
            Picture.Listing listing = picture.listing().orElseThrow();
            Picture.Guard guard = picture.guard();
            rows.add(String.join(
                    " ",
                    file.toString(),
                    text(picture.birthDate()),
                    picture.residence(),
                    picture.hukou(),
                    listing.grounds().toString(),
                    listing.risk(),
                    text(listing.since()),
                    text(listing.lastVisit()),
                    text(listing.nextVisitDue()),
                    guard.state(),
                    text(guard.since()),
                    text(guard.mode()),
                    text(guard.reviewBy()),
                    text(guard.oneYearMark()),
                    text(picture.screened().found())));
        }));
        return rows;
    }

    private Set<String> worklist(long position) {
        Set<String> tasks = new TreeSet<>();
        pages(
                "/api/worklist?limit=200&dueBefore=2100-01-01&knownAt=" + position,
                task -> tasks.add(text(task, "caseId") + " " + text(task, "kind") + " " + text(task, "dueOn")));
        return tasks;
    }

    private static Set<String> worklist(Map<CaseId, TheClerk> clerks) {
        Set<String> tasks = new TreeSet<>();
        clerks.forEach((file, clerk) -> clerk.due().forEach((kind, day) -> tasks.add(file + " " + kind + " " + day)));
        return tasks;
    }

    /** The whole country's figures, of two years. */
    private Set<String> months(Moment known) {
        YearMonth last = YearMonth.from(Shanghai.dayOf(known.recordedAt()));
        Map<String, Long> counts = new TreeMap<>();
        Answer answer = application.get(
                "/api/statistics/counts?level=province&by=status,ground&month=%s&to=%s&knownAt=%d"
                        .formatted(last.minusMonths(23), last, known.position()),
                inspector);
        for (JsonNode cell : answer.json().get("cells")) {
            counts.merge(
                    text(cell, "day") + " " + text(cell, "measure"),
                    cell.get("count").asLong(),
                    Long::sum);
        }
        return lines(counts);
    }

    private static Set<String> months(Moment known, Map<CaseId, TheClerk> clerks) {
        LocalDate today = Shanghai.dayOf(known.recordedAt());
        Map<String, Long> counts = new TreeMap<>();
        for (int i = 0; i < 24; i++) {
            LocalDate end = YearMonth.from(today).minusMonths(i).atEndOfMonth();
            LocalDate day = end.isBefore(today) ? end : today;
            for (String counted : counted(clerks, day)) {
                String[] words = counted.split(" ");
                if (POLICIES.ages().isChild(LocalDate.parse(words[4]), day)) {
                    counts.merge(day + " " + words[1], 1L, Long::sum);
                }
            }
        }
        return lines(counts);
    }

    private static Set<String> lines(Map<String, Long> counts) {
        Set<String> lines = new TreeSet<>();
        counts.forEach((what, count) -> {
            if (count > 0) {
                lines.add(what + " " + count);
            }
        });
        return lines;
    }

    /** File by file, which nobody is shown. */
    private Set<String> counted(long position, LocalDate day) {
        return new HashSet<>(application.bean(ReadModels.class).read("statistics", tables -> tables.sql("""
                        SELECT concat_ws(' ', case_id, measure, residence, hukou, birth_date) FROM spell
                        WHERE from_date <= :day AND to_date > :day
                          AND known_from <= :known AND (known_to IS NULL OR known_to > :known)""")
                .param("day", day)
                .param("known", position)
                .query(String.class)
                .list()));
    }

    private static Set<String> counted(Map<CaseId, TheClerk> clerks, LocalDate day) {
        Set<String> counted = new TreeSet<>();
        clerks.forEach((file, clerk) -> clerk.countsAs(day).forEach(as -> counted.add(file + " " + as)));
        return counted;
    }

    private void pages(String address, Consumer<JsonNode> each) {
        String cursor = "";
        do {
            Answer page = application.get(address + cursor, inspector);
            page.json().get("items").forEach(each);
            cursor = page.json().hasNonNull("next") ? "&cursor=" + text(page.json(), "next") : "";
        } while (!cursor.isEmpty());
    }

    private static String text(JsonNode of, String field) {
        return of.hasNonNull(field) ? of.get(field).asString() : "-";
    }

    private static String text(Object value) {
        return value == null ? "-" : value.toString();
    }
}
