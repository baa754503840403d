package org.huhang.query.statistics;

import static org.huhang.query.rows.ColumnType.BIGINT;
import static org.huhang.query.rows.ColumnType.unreadJson;

import java.time.LocalDate;
import java.util.Optional;
import org.huhang.kernel.area.CaseCourse;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.Sex;
import org.huhang.query.area.Line;
import org.huhang.query.area.guardianship.GuardianshipStep;
import org.huhang.query.area.keycare.KeyCareStep;
import org.huhang.query.area.screening.Screened;
import org.huhang.query.rows.ColumnType;
import org.huhang.query.rows.Table;

/**
 * All that figures need of one case, each aspect along the days on which it was true. It names nobody.
 *
 * @param position of the last fact taken in, 0 before the first
 * @param course where the case has got to, by the facts that figures rest on; empty before the registration
 * @param absorbed while the case rests in another of the same child, and counts on no day at all
 * @param residence division codes as recorded; likewise {@code hukou}
 */
record Timeline(
        long position,
        Optional<CaseCourse> course,
        boolean absorbed,
        Optional<Person> person,
        Line<FileStep> file,
        Line<String> residence,
        Line<String> hukou,
        Line<Screened.Step> screening,
        Line<KeyCareStep> keyCare,
        Line<GuardianshipStep> guardianship) {

    private static final ColumnType<Timeline> LINE = unreadJson(Timeline.class);

    static final Table<Timeline> TABLE = Table.<Timeline>named("timeline")
            .column("position", BIGINT, Timeline::position)
            .column("line", LINE, line -> line)
            .readBy(cells -> cells.get("line", LINE));

    /** @param because position of the fact that says so; a correction holds from the start */
    record Person(Sex sex, LocalDate birthDate, long because) {}

    enum FileStep {
        REGISTERED,
        /** Again, after it was closed. */
        OPEN,
        CLOSED,
        /** Closed as registered in error: counts on no day at all, unless reopened. */
        IN_ERROR
    }

    static Timeline empty() {
        return new Timeline(
                0,
                Optional.empty(),
                false,
                Optional.empty(),
                Line.empty(),
                Line.empty(),
                Line.empty(),
                Line.empty(),
                Line.empty(),
                Line.empty());
    }

    /** Whether figures are the same, whatever else is known. */
    boolean countsAs(Timeline other) {
        return new Timeline(
                        other.position,
                        other.course,
                        absorbed,
                        person,
                        file,
                        residence,
                        hukou,
                        screening,
                        keyCare,
                        guardianship)
                .equals(other);
    }

    Timeline at(long position, CaseCourse course) {
        return new Timeline(
                position,
                Optional.of(course),
                absorbed,
                person,
                file,
                residence,
                hukou,
                screening,
                keyCare,
                guardianship);
    }

    Timeline resting(boolean absorbed) {
        return new Timeline(
                position, course, absorbed, person, file, residence, hukou, screening, keyCare, guardianship);
    }

    /** A correction of other particulars than sex and birth date changes no figure. */
    Timeline of(ChildIdentity identity, long because) {
        boolean same = person.filter(known ->
                        known.sex() == identity.sex() && known.birthDate().equals(identity.birthDate()))
                .isPresent();
        Optional<Person> now = same ? person : Optional.of(new Person(identity.sex(), identity.birthDate(), because));
        return new Timeline(position, course, absorbed, now, file, residence, hukou, screening, keyCare, guardianship);
    }

    Timeline filed(LocalDate on, long because, FileStep step) {
        return new Timeline(
                position,
                course,
                absorbed,
                person,
                file.with(on, because, step),
                residence,
                hukou,
                screening,
                keyCare,
                guardianship);
    }

    Timeline living(LocalDate on, long because, String division) {
        return new Timeline(
                position,
                course,
                absorbed,
                person,
                file,
                residence.with(on, because, division),
                hukou,
                screening,
                keyCare,
                guardianship);
    }

    Timeline belonging(LocalDate on, long because, String division) {
        return new Timeline(
                position,
                course,
                absorbed,
                person,
                file,
                residence,
                hukou.with(on, because, division),
                screening,
                keyCare,
                guardianship);
    }

    Timeline screened(LocalDate on, long because, Screened.Step step) {
        return new Timeline(
                position,
                course,
                absorbed,
                person,
                file,
                residence,
                hukou,
                screening.with(on, because, step),
                keyCare,
                guardianship);
    }

    Timeline cared(LocalDate on, long because, KeyCareStep step) {
        return new Timeline(
                position,
                course,
                absorbed,
                person,
                file,
                residence,
                hukou,
                screening,
                keyCare.with(on, because, step),
                guardianship);
    }

    Timeline guarded(LocalDate on, long because, GuardianshipStep step) {
        return new Timeline(
                position,
                course,
                absorbed,
                person,
                file,
                residence,
                hukou,
                screening,
                keyCare,
                guardianship.with(on, because, step));
    }
}
