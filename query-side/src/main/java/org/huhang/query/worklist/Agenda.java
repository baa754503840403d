package org.huhang.query.worklist;

import static org.huhang.query.rows.ColumnType.json;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.huhang.kernel.time.Counting;
import org.huhang.kernel.value.PersonName;
import org.huhang.kernel.value.ScreenedStatus;
import org.huhang.query.rows.ColumnType;
import org.huhang.query.rows.Table;

/**
 * What of a case calendars ask about.
 *
 * @param position of the last fact taken in
 * @param child's name, for those who do the work
 * @param residence division code as recorded; likewise {@code hukou}
 * @param nextVisit empty unless the child is listed
 * @param care empty unless temporary care is given
 */
record Agenda(
        long position,
        String child,
        LocalDate birthDate,
        String residence,
        String hukou,
        boolean closed,
        boolean absorbed,
        Optional<Screened> screened,
        Optional<Visit> nextVisit,
        Optional<TemporaryCare> care) {

    private static final ColumnType<Agenda> STATE = json(Agenda.class);

    static final Table<Agenda> TABLE = Table.<Agenda>named("agenda")
            .column("state", STATE, agenda -> agenda)
            .readBy(cells -> cells.get("state", STATE));

    static final int SCREENED_BELOW = 16;
    static final int CHILD_BELOW = 18;

    /**
     * @param status last found
     * @param held the migrant or left-behind status that counts; one found before does until a review is decided
     * @param on day of the finding
     */
    record Screened(
            ScreenedStatus status, Optional<ScreenedStatus> held, LocalDate on, Optional<LocalDate> reconfirmBy) {}

    /** @param setOn day of the listing, reassessment or visit that set the due date */
    record Visit(LocalDate due, LocalDate setOn) {

        /** An earlier visit told late does not move the due date. */
        Visit after(Visit next) {
            return next.setOn.isBefore(setOn) ? this : next;
        }
    }

    record TemporaryCare(LocalDate reviewBy, LocalDate oneYearMark) {}

    static Agenda of(PersonName child, LocalDate birthDate, String residence, String hukou) {
        return new Agenda(
                0,
                child.reveal(),
                birthDate,
                residence,
                hukou,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The day each thing is due; nothing for a case that rests. */
    Map<TaskKind, LocalDate> tasks() {
        Map<TaskKind, LocalDate> tasks = new EnumMap<>(TaskKind.class);
        if (closed || absorbed) {
            return tasks;
        }
        tasks.put(TaskKind.TURNS_EIGHTEEN, Counting.turns(birthDate, CHILD_BELOW));
        screened.ifPresent(found -> screening(found, tasks));
        nextVisit.ifPresent(visit -> tasks.put(TaskKind.VISIT_DUE, visit.due()));
        care.ifPresent(given -> {
            tasks.put(TaskKind.REVIEW_TEMPORARY_CARE, given.reviewBy());
            tasks.put(TaskKind.TEMPORARY_CARE_ONE_YEAR, given.oneYearMark());
        });
        return tasks;
    }

    private void screening(Screened found, Map<TaskKind, LocalDate> tasks) {
        if (found.held().isPresent()) {
            tasks.put(TaskKind.AGES_OUT, Counting.turns(birthDate, SCREENED_BELOW));
        }
        switch (found.status()) {
            case UNDER_REVIEW -> tasks.put(TaskKind.DECIDE_REVIEW, found.on());
            case MIGRANT, LEFT_BEHIND, NEITHER ->
                found.reconfirmBy().ifPresent(by -> tasks.put(TaskKind.RECONFIRM_SCREENING, by));
        }
    }

    Agenda at(long position) {
        return new Agenda(position, child, birthDate, residence, hukou, closed, absorbed, screened, nextVisit, care);
    }

    Agenda of(PersonName name, LocalDate born) {
        return new Agenda(position, name.reveal(), born, residence, hukou, closed, absorbed, screened, nextVisit, care);
    }

    Agenda living(String division) {
        return new Agenda(position, child, birthDate, division, hukou, closed, absorbed, screened, nextVisit, care);
    }

    Agenda belonging(String division) {
        return new Agenda(position, child, birthDate, residence, division, closed, absorbed, screened, nextVisit, care);
    }

    Agenda closed(boolean now) {
        return new Agenda(position, child, birthDate, residence, hukou, now, absorbed, screened, nextVisit, care);
    }

    Agenda absorbed(boolean now) {
        return new Agenda(position, child, birthDate, residence, hukou, closed, now, screened, nextVisit, care);
    }

    Agenda screened(Optional<Screened> now) {
        return new Agenda(position, child, birthDate, residence, hukou, closed, absorbed, now, nextVisit, care);
    }

    Agenda visitBy(Optional<Visit> due) {
        return new Agenda(position, child, birthDate, residence, hukou, closed, absorbed, screened, due, care);
    }

    Agenda cared(Optional<TemporaryCare> now) {
        return new Agenda(position, child, birthDate, residence, hukou, closed, absorbed, screened, nextVisit, now);
    }
}
