package org.huhang.app.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Holds what the client was told against what the log holds. Knows nothing of how the log came to be as it is. */
final class Checker {

    private final List<LogRow> log;
    private final Set<String> receipts;
    private final boolean atRest;
    private final Map<String, List<LogRow>> byRequest;
    private final List<String> findings = new ArrayList<>();

    private Checker(List<LogRow> log, Set<String> receipts, boolean atRest) {
        this.log = log;
        this.receipts = receipts;
        this.atRest = atRest;
        this.byRequest = log.stream().collect(Collectors.groupingBy(LogRow::request));
    }

    /**
     * @param record taken before the log was read: what is acknowledged later may not be in it
     * @param log whole, in order of position
     * @param receipts keys of the client's receipts, read after the log
     * @return everything that is wrong, in words
     */
    static List<String> check(List<ClientRecord.Line> record, List<LogRow> log, Set<String> receipts) {
        return check(record, log, receipts, false);
    }

    /** As {@link #check}, when nothing was asked since the record was taken. */
    static List<String> checkAtRest(List<ClientRecord.Line> record, List<LogRow> log, Set<String> receipts) {
        return check(record, log, receipts, true);
    }

    private static List<String> check(
            List<ClientRecord.Line> record, List<LogRow> log, Set<String> receipts, boolean atRest) {
        Checker checker = new Checker(log, receipts, atRest);
        checker.order();
        checker.imports();
        record.forEach(checker::line);
        return checker.findings;
    }

    private void order() {
        Map<UUID, Long> versions = new HashMap<>();
        LogRow before = null;
        for (LogRow row : log) {
            long expected = before == null ? 1 : before.position() + 1;
            if (row.position() != expected) {
                find("position " + row.position() + " stands where " + expected + " belongs");
            }
            if (before != null && row.recordedAt().isBefore(before.recordedAt())) {
                find("position " + row.position() + " was recorded before the one ahead of it");
            }
            long version = versions.merge(row.stream(), 0L, (last, zero) -> last + 1);
            if (row.version() != version) {
                find("version " + row.version() + " of " + row.stream() + " stands where " + version + " belongs");
            }
            before = row;
        }
    }

    /** A row of a list registers one child once, however often the job was begun anew. */
    private void imports() {
        Set<String> seen = new HashSet<>();
        log.stream()
                .filter(row -> !row.source().isEmpty() && row.name().equals("ChildRegistered"))
                .filter(row -> !seen.add(row.source()))
                .forEach(row -> find(row.source() + " registered twice"));
    }

    private void line(ClientRecord.Line line) {
        Errand errand = line.errand();
        List<LogRow> facts = byRequest.getOrDefault(errand.name(), List.of());
        whole(errand, facts);
        if (line.answers().stream().filter(Heard.Done.class::isInstance).count() > 1) {
            find(errand.name() + " was answered in two ways: " + line.answers());
        }
        if (line.takenBack()) {
            find(errand.name() + " was acknowledged, and refused when it was asked again: " + line.answers());
        }
        for (Heard answer : line.answers()) {
            switch (answer) {
                case Heard.Done done -> done(done, facts);
                case Heard.Declined _ -> {
                    // With a key it may have been sent again since, and carried out.
                    boolean once = line.asked() < 2 && (atRest || !errand.keyed());
                    if (!facts.isEmpty() && once) {
                        find(errand.name() + " was refused, and its facts are there");
                    }
                }
                case Heard.Asked _, Heard.Unanswered _ -> find(errand.name() + " has a line that is no answer");
            }
        }
    }

    /** All of a command's facts, side by side, or none; the receipt with them. */
    private void whole(Errand errand, List<LogRow> facts) {
        if (facts.isEmpty()) {
            return;
        }
        List<String> names = facts.stream().map(LogRow::name).toList();
        if (!names.equals(errand.facts())) {
            find(errand.name() + " should have recorded " + errand.facts() + " and recorded " + names);
        }
        long first = facts.getFirst().position();
        if (facts.getLast().position() - first != facts.size() - 1) {
            find(errand.name() + " has its facts apart from each other");
        }
        if (errand.keyed() && !receipts.contains(errand.name())) {
            find(errand.name() + " has facts and no receipt");
        }
    }

    private void done(Heard.Done told, List<LogRow> facts) {
        String name = told.errand().name();
        if (facts.isEmpty()) {
            find(name + " was acknowledged and is not there");
            return;
        }
        if (facts.getLast().position() != told.position()) {
            find(name + " was acknowledged at position " + told.position() + " and stands at "
                    + facts.getLast().position());
        }
        Optional<LogRow> last = facts.stream()
                .filter(row -> row.stream().equals(told.errand().caseId().value()))
                .reduce((one, other) -> other);
        if (last.map(LogRow::version)
                .filter(version -> version == told.version())
                .isEmpty()) {
            find(name + " was acknowledged as version " + told.version() + " and is "
                    + last.map(LogRow::version).map(String::valueOf).orElse("not of its case"));
        }
        List<String> own = facts.stream()
                .filter(row -> row.stream().equals(told.errand().caseId().value()))
                .map(LogRow::name)
                .toList();
        if (!own.equals(told.facts())) {
            find(name + " was acknowledged as " + told.facts() + " and recorded " + own);
        }
    }

    private void find(String finding) {
        findings.add(finding);
    }
}
