package org.huhang.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.huhang.kernel.value.CaseId;
import org.junit.jupiter.api.Test;

/** The checker finds what it is there to find. */
class CheckerTest {

    private static final CaseId CHILD = CaseId.of("00000000-0000-4000-8000-000000000010");
    private static final Errand REGISTERED = new Errand.Step(CHILD, 0);
    private static final Errand LISTED = new Errand.Step(CHILD, 4);
    private static final Errand CLOSED = new Errand.Step(CHILD, 6);
    private static final Errand REOPENED = new Errand.Step(CHILD, 7);
    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
    private static final Set<String> RECEIPTS =
            Set.of(REGISTERED.name(), LISTED.name(), CLOSED.name(), REOPENED.name());

    @Test
    void a_log_that_holds_all_that_was_acknowledged_is_in_order() {
        assertThat(check(log())).isEmpty();
    }

    @Test
    void a_missing_command_is_found() {
        assertThat(check(log().subList(0, 4))).anyMatch(finding -> finding.contains("is not there"));
    }

    @Test
    void a_gap_is_found() {
        List<LogRow> gap = log();
        gap.remove(1);
        assertThat(check(gap)).anyMatch(finding -> finding.startsWith("position 3 stands where 2"));
    }

    @Test
    void a_doubled_command_is_found() {
        List<LogRow> doubled = log();
        doubled.add(row(6, 5, "CaseReopened", REOPENED));
        assertThat(check(doubled)).anyMatch(finding -> finding.contains("should have recorded [CaseReopened]"));
    }

    @Test
    void half_a_command_is_found_acknowledged_or_not() {
        List<LogRow> half = new ArrayList<>(log().subList(0, 3));
        ClientRecord record = new ClientRecord();
        record.add(new Heard.Asked(CLOSED));
        assertThat(Checker.check(record.lines(), half, RECEIPTS))
                .anyMatch(finding -> finding.contains("should have recorded [KeyCareDelisted, CaseClosed]"));
        assertThat(check(half)).anyMatch(finding -> finding.contains("should have recorded [KeyCareDelisted"));
    }

    @Test
    void facts_torn_apart_are_found() {
        List<LogRow> torn = log();
        torn.set(3, row(4, 3, "CaseReopened", REOPENED));
        torn.set(4, row(5, 4, "CaseClosed", CLOSED));
        assertThat(check(torn)).anyMatch(finding -> finding.contains("apart from each other"));
    }

    @Test
    void two_commands_in_the_wrong_places_are_found() {
        List<LogRow> reordered = log();
        reordered.set(0, row(1, 0, "KeyCareListed", LISTED));
        reordered.set(1, row(2, 1, "ChildRegistered", REGISTERED));
        assertThat(check(reordered))
                .anyMatch(finding -> finding.contains("acknowledged at position 1 and stands at 2"));
    }

    @Test
    void a_version_taken_twice_is_found() {
        assertThat(check(changed(4, row -> row(5, 3, row.name(), REOPENED))))
                .anyMatch(finding -> finding.startsWith("version 3"));
    }

    @Test
    void a_clock_that_went_back_is_found() {
        assertThat(check(changed(
                        4,
                        row -> new LogRow(
                                row.position(),
                                row.stream(),
                                row.version(),
                                row.name(),
                                NOON.minusSeconds(1),
                                row.request(),
                                row.source()))))
                .anyMatch(finding -> finding.contains("recorded before"));
    }

    @Test
    void a_missing_receipt_is_found() {
        assertThat(Checker.check(record().lines(), log(), Set.of(REGISTERED.name(), LISTED.name(), REOPENED.name())))
                .containsExactly(CLOSED.name() + " has facts and no receipt");
    }

    @Test
    void an_answer_that_changed_is_found() {
        ClientRecord record = record();
        record.add(new Heard.Done(LISTED, 1, 3, LISTED.facts()));
        assertThat(Checker.check(record.lines(), log(), RECEIPTS))
                .anyMatch(finding -> finding.contains("answered in two ways"));
    }

    @Test
    void a_refusal_of_what_was_acknowledged_before_is_found() {
        ClientRecord record = record();
        record.add(new Heard.Asked(LISTED));
        record.add(new Heard.Declined(LISTED, "ALREADY_KEY_CARE"));
        assertThat(Checker.check(record.lines(), log(), RECEIPTS))
                .anyMatch(finding -> finding.contains("refused when it was asked again"));
    }

    @Test
    void a_refusal_before_it_was_carried_out_is_none() {
        ClientRecord record = new ClientRecord();
        record.add(new Heard.Asked(LISTED));
        record.add(new Heard.Declined(LISTED, "CASE_CLOSED"));
        record.add(new Heard.Asked(LISTED));
        record.add(new Heard.Done(LISTED, 1, 2, LISTED.facts()));
        assertThat(Checker.check(record.lines(), log(), RECEIPTS)).isEmpty();
    }

    @Test
    void a_refusal_with_an_effect_is_found() {
        ClientRecord record = new ClientRecord();
        record.add(new Heard.Asked(LISTED));
        record.add(new Heard.Declined(LISTED, "ALREADY_KEY_CARE"));
        assertThat(Checker.checkAtRest(record.lines(), log(), RECEIPTS))
                .anyMatch(finding -> finding.contains("was refused, and its facts are there"));
        assertThat(Checker.check(record.lines(), log(), RECEIPTS))
                .as("it may have been sent again since")
                .isEmpty();
    }

    @Test
    void a_refusal_with_an_effect_of_what_is_never_sent_again_is_found_at_any_time() {
        Errand visit = new Errand.Visit(CHILD, 1, false);
        List<LogRow> log = log();
        log.add(row(6, 5, "HomeVisitRecorded", visit));
        ClientRecord record = new ClientRecord();
        record.add(new Heard.Asked(visit));
        record.add(new Heard.Declined(visit, "NOT_KEY_CARE"));
        assertThat(Checker.check(record.lines(), log, RECEIPTS))
                .anyMatch(finding -> finding.contains("was refused, and its facts are there"));
    }

    @Test
    void a_child_that_an_import_registered_twice_is_found() {
        List<LogRow> log = log();
        CaseId another = CaseId.of("00000000-0000-4000-8000-000000000020");
        for (int copy = 0; copy < 2; copy++) {
            log.add(new LogRow(
                    6 + copy, another.value(), copy, "ChildRegistered", NOON.plusSeconds(60), "import", "import:1/2"));
        }
        assertThat(check(log)).containsExactly("import:1/2 registered twice");
    }

    @Test
    void a_line_cut_short_is_not_heard() {
        String whole = new Heard.Done(LISTED, 1, 2, LISTED.facts()).line();
        assertThat(Heard.in(whole)).contains(new Heard.Done(LISTED, 1, 2, LISTED.facts()));
        for (int end = 0; end < whole.length(); end++) {
            assertThat(Heard.in(whole.substring(0, end))).isEmpty();
        }
    }

    private static List<String> check(List<LogRow> log) {
        return Checker.check(record().lines(), log, RECEIPTS);
    }

    private static List<LogRow> changed(int index, UnaryOperator<LogRow> change) {
        List<LogRow> log = log();
        log.set(index, change.apply(log.get(index)));
        return log;
    }

    private static ClientRecord record() {
        ClientRecord record = new ClientRecord();
        record.add(new Heard.Asked(REGISTERED));
        record.add(new Heard.Done(REGISTERED, 0, 1, REGISTERED.facts()));
        record.add(new Heard.Done(LISTED, 1, 2, LISTED.facts()));
        record.add(new Heard.Done(CLOSED, 3, 4, CLOSED.facts()));
        record.add(new Heard.Done(REOPENED, 4, 5, REOPENED.facts()));
        return record;
    }

    private static List<LogRow> log() {
        return new ArrayList<>(List.of(
                row(1, 0, "ChildRegistered", REGISTERED),
                row(2, 1, "KeyCareListed", LISTED),
                row(3, 2, "KeyCareDelisted", CLOSED),
                row(4, 3, "CaseClosed", CLOSED),
                row(5, 4, "CaseReopened", REOPENED)));
    }

    private static LogRow row(long position, long version, String name, Errand errand) {
        return new LogRow(
                position, CHILD.value(), version, name, NOON.plus(Duration.ofSeconds(position)), errand.name(), "");
    }
}
