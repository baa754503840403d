package org.huhang.query.statistics;

import static org.huhang.query.rows.ColumnType.BIGINT;
import static org.huhang.query.rows.ColumnType.BIGINTS;
import static org.huhang.query.rows.ColumnType.DATE;
import static org.huhang.query.rows.ColumnType.INSTANT;
import static org.huhang.query.rows.ColumnType.TEXT;
import static org.huhang.query.rows.ColumnType.word;

import java.time.Instant;
import java.util.List;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.value.Sex;
import org.huhang.query.area.Measure;
import org.huhang.query.rows.Cells;
import org.huhang.query.rows.ColumnType;
import org.huhang.query.rows.Table;

/**
 * A spell, and the time during which it was what was known.
 *
 * @param residenceScope the division that answers for the residence today; likewise {@code hukouScope}
 * @param since position from which on it was known, and {@code sinceAt} when the fact that said so was recorded
 * @param until position from which on it is not known any more, and {@code untilAt} when the fact that restated it was
 *     recorded; null, and for ever, while none has
 */
record KnownSpell(
        Spell spell,
        String residenceScope,
        String hukouScope,
        long since,
        Instant sinceAt,
        Long until,
        Instant untilAt) {

    private static final ColumnType<Measure> MEASURE = word(Measure.class);
    private static final ColumnType<Sex> SEX = word(Sex.class);

    /** A restated spell is history: it never changes again, and is not read back. */
    static final Table<KnownSpell> TABLE = Table.<KnownSpell>named("spell")
            .key("measure", MEASURE, known -> known.spell.measure())
            .key("from_date", DATE, known -> known.spell.from())
            .column("to_date", DATE, known -> known.spell.to())
            .column("sex", SEX, known -> known.spell.sex())
            .column("birth_date", DATE, known -> known.spell.birthDate())
            .column("residence", TEXT, known -> known.spell.residence())
            .column("residence_scope", TEXT, KnownSpell::residenceScope)
            .column("hukou", TEXT, known -> known.spell.hukou())
            .column("hukou_scope", TEXT, KnownSpell::hukouScope)
            .column("because", BIGINTS, known -> known.spell.because())
            .key("known_from", BIGINT, KnownSpell::since)
            .column("known_from_at", INSTANT, KnownSpell::sinceAt)
            .column("known_to", BIGINT, KnownSpell::until)
            .column("known_to_at", INSTANT, KnownSpell::untilAt)
            .readWhere("known_to IS NULL", known -> known.until == null, KnownSpell::of);

    static KnownSpell since(long position, Recorded fact, Spell spell, String residenceScope, String hukouScope) {
        return new KnownSpell(spell, residenceScope, hukouScope, position, fact.recordedAt(), null, Instant.MAX);
    }

    KnownSpell until(long position, Recorded fact) {
        return new KnownSpell(spell, residenceScope, hukouScope, since, sinceAt, position, fact.recordedAt());
    }

    private static KnownSpell of(Cells cells) {
        return new KnownSpell(
                new Spell(
                        cells.get("measure", MEASURE),
                        cells.get("from_date", DATE),
                        cells.get("to_date", DATE),
                        cells.get("sex", SEX),
                        cells.get("birth_date", DATE),
                        cells.get("residence", TEXT),
                        cells.get("hukou", TEXT),
                        List.copyOf(cells.get("because", BIGINTS))),
                cells.get("residence_scope", TEXT),
                cells.get("hukou_scope", TEXT),
                cells.get("known_from", BIGINT),
                cells.get("known_from_at", INSTANT),
                cells.get("known_to", BIGINT),
                cells.get("known_to_at", INSTANT));
    }
}
