package org.huhang.query.statistics;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedSet;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.event.EventCatalogue;
import org.huhang.kernel.log.Recorded;
import org.huhang.query.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps each case's spells: those that a fact restates are closed as known until then, and the new ones opened. */
@Component
class StatisticsProjection implements Projection {

    static final String NAME = "statistics";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    // One statement a fact: a rebuild spends its time on the way to the database and back.
    private static final String RESTATE = """
            WITH gone AS (
                SELECT * FROM jsonb_to_recordset(CAST(:gone AS jsonb)) AS g (measure text, from_date date)),
            come AS (
                SELECT * FROM jsonb_to_recordset(CAST(:come AS jsonb)) AS c (
                    measure text, from_date date, to_date date, sex text, birth_date date,
                    residence text, residence_scope text, hukou text, hukou_scope text, because bigint[])),
            line_kept AS (
                INSERT INTO timeline (case_id, position, line) VALUES (:caseId, :position, CAST(:line AS jsonb))
                ON CONFLICT (case_id) DO UPDATE SET position = excluded.position, line = excluded.line),
            fact_kept AS (
                INSERT INTO fact (position, case_id, name, effective_on, recorded_at)
                VALUES (:position, :caseId, :name, :effectiveOn, :recordedAt)
                ON CONFLICT (position) DO NOTHING),
            never_seen AS (
                DELETE FROM spell s USING gone g
                WHERE s.case_id = :caseId AND s.measure = g.measure AND s.from_date = g.from_date
                  AND s.known_to IS NULL AND s.known_from_at = :recordedAt),
            restated AS (
                UPDATE spell s SET known_to = :position, known_to_at = :recordedAt FROM gone g
                WHERE s.case_id = :caseId AND s.measure = g.measure AND s.from_date = g.from_date
                  AND s.known_to IS NULL AND s.known_from_at < :recordedAt)
            INSERT INTO spell (case_id, measure, from_date, to_date, sex, birth_date, residence, residence_scope,
                hukou, hukou_scope, because, known_from, known_from_at)
            SELECT :caseId, c.measure, c.from_date, c.to_date, c.sex, c.birth_date, c.residence, c.residence_scope,
                c.hukou, c.hukou_scope, c.because, :position, :recordedAt
            FROM come c
            ON CONFLICT DO NOTHING""";

    private final Divisions divisions;

    StatisticsProjection(Divisions divisions) {
        this.divisions = divisions;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void apply(Recorded fact, JdbcClient tables) {
        if (!History.bears(fact.event())) {
            return;
        }
        Timeline before = tables.sql("SELECT line FROM timeline WHERE case_id = :caseId")
                .param("caseId", fact.caseId().value())
                .query(String.class)
                .optional()
                .map(line -> JSON.readValue(line, Timeline.class))
                .orElseGet(Timeline::empty);
        Timeline after = History.evolve(before, fact);
        if (after != before) {
            restate(fact, after, Spells.of(before), Spells.of(after), tables);
        }
    }

    private void restate(Recorded fact, Timeline line, Set<Spell> before, Set<Spell> after, JdbcClient tables) {
        Set<Spell> gone = new LinkedHashSet<>(before);
        gone.removeAll(after);
        Set<Spell> come = new LinkedHashSet<>(after);
        come.removeAll(before);
        Class<? extends CaseEvent> type = fact.event().getClass();
        tables.sql(RESTATE)
                .param("caseId", fact.caseId().value())
                .param("position", fact.position())
                .param("line", JSON.writeValueAsString(line))
                .param("name", EventCatalogue.name(type))
                .param("effectiveOn", fact.event().effectiveOn())
                .param("recordedAt", fact.recordedAt().atOffset(ZoneOffset.UTC))
                .param(
                        "gone",
                        JSON.writeValueAsString(gone.stream().map(Key::of).toList()))
                .param(
                        "come",
                        JSON.writeValueAsString(come.stream().map(this::row).toList()))
                .update();
    }

    private record Key(String measure, LocalDate from_date) {
        static Key of(Spell spell) {
            return new Key(spell.measure().name(), spell.from());
        }
    }

    private record Row(
            String measure,
            LocalDate from_date,
            String to_date,
            String sex,
            LocalDate birth_date,
            String residence,
            String residence_scope,
            String hukou,
            String hukou_scope,
            SortedSet<Long> because) {}

    private Row row(Spell spell) {
        return new Row(
                spell.measure().name(),
                spell.from(),
                spell.to().equals(LocalDate.MAX) ? "infinity" : spell.to().toString(),
                spell.sex().name(),
                spell.birthDate(),
                spell.residence(),
                today(spell.residence()),
                spell.hukou(),
                today(spell.hukou()),
                spell.because());
    }

    private String today(String division) {
        return divisions.current(DivisionCode.of(division)).digits();
    }
}
