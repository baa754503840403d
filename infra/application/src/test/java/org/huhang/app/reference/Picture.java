package org.huhang.app.reference;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.huhang.kernel.area.CaseState.Registered;
import org.huhang.kernel.area.file.Lifecycle;
import org.huhang.kernel.area.guardianship.Guardianship.Guarded;
import org.huhang.kernel.area.guardianship.Guardianship.InTemporaryCare;
import org.huhang.kernel.area.guardianship.Guardianship.Lapsed;
import org.huhang.kernel.area.guardianship.Guardianship.UnderLongTermGuardianship;
import org.huhang.kernel.area.keycare.KeyCare.Listed;
import org.huhang.kernel.area.schooling.Schooling;
import org.huhang.kernel.area.screening.ScreeningState.Ended;
import org.huhang.kernel.area.screening.ScreeningState.Held;
import org.huhang.kernel.area.screening.ScreeningState.LeftBehind;
import org.huhang.kernel.area.screening.ScreeningState.Migrant;
import org.huhang.kernel.area.screening.ScreeningState.Neither;
import org.huhang.kernel.area.screening.ScreeningState.NotScreened;
import org.huhang.kernel.area.screening.ScreeningState.UnderReview;
import org.huhang.kernel.value.ScreenedStatus;

/**
 * How a child's case stands, in plain words: what the product and the clerk are compared by.
 *
 * @param residence division code as recorded, likewise {@code hukou}; and since when it lives in that county
 * @param guardians how many
 */
record Picture(
        Life life,
        LocalDate birthDate,
        String residence,
        LocalDate residenceSince,
        String hukou,
        int guardians,
        Screened screened,
        Optional<Listing> listing,
        Guard guard,
        School school) {

    enum Life {
        OPEN,
        CLOSED,
        ABSORBED
    }

    /**
     * @param found what screening last found; null before the first and after a status ended
     * @param held the status that counts, with its band; empty for none
     * @param since when it was first found, or that there is none
     * @param reviewSince since when a person is to judge; null unless one is
     */
    record Screened(ScreenedStatus found, String held, LocalDate since, LocalDate reconfirmBy, LocalDate reviewSince) {}

    record Listing(
            Set<String> grounds,
            String risk,
            LocalDate since,
            LocalDate lastVisit,
            LocalDate nextVisitDue,
            LocalDate searchSince) {}

    record Guard(String state, LocalDate since, String mode, LocalDate reviewBy, LocalDate oneYearMark) {}

    record School(String state, LocalDate since, String stage) {}

    static Picture of(Registered state) {
        return new Picture(
                life(state.lifecycle()),
                state.child().identity().birthDate(),
                state.child().residence().division().code().digits(),
                state.child().residence().since(),
                state.child().hukou().division().code().digits(),
                state.child().guardians().size(),
                screened(state),
                state.keyCare().listed().map(Picture::listing),
                guard(state),
                school(state.areas().schooling()));
    }

    private static Life life(Lifecycle lifecycle) {
        return switch (lifecycle) {
            case Lifecycle.Open _ -> Life.OPEN;
            case Lifecycle.Closed _ -> Life.CLOSED;
            case Lifecycle.Absorbed _ -> Life.ABSORBED;
        };
    }

    private static Screened screened(Registered state) {
        ScreenedStatus found = state.screening().status().orElse(null);
        return switch (state.screening()) {
            case NotScreened _, Ended _ -> new Screened(null, "", null, null, null);
            case Held it ->
                new Screened(found, held(it), it.since(), it.reconfirmBy().orElse(null), null);
            case Neither it ->
                new Screened(found, "", it.since(), it.reconfirmBy().orElse(null), null);
            case UnderReview it ->
                new Screened(
                        found,
                        it.held().map(Picture::held).orElse(""),
                        it.held().map(Held::since).orElse(null),
                        it.held().flatMap(Held::reconfirmBy).orElse(null),
                        it.asOf());
        };
    }

    private static String held(Held held) {
        return switch (held) {
            case Migrant it -> "MIGRANT " + it.band();
            case LeftBehind _ -> "LEFT_BEHIND";
        };
    }

    private static Listing listing(Listed it) {
        Set<String> grounds = new TreeSet<>();
        it.grounds().forEach(ground -> grounds.add(ground.name()));
        return new Listing(
                grounds,
                it.risk().name(),
                it.since(),
                it.lastVisit().orElse(null),
                it.nextVisit().by(),
                it.searchFrom().orElse(null));
    }

    private static Guard guard(Registered state) {
        return switch (state.guardianship()) {
            case Guarded it -> new Guard("GUARDED", it.returnedOn().orElse(null), null, null, null);
            case Lapsed it -> new Guard("LAPSED", it.since(), null, null, null);
            case InTemporaryCare it ->
                new Guard("TEMPORARY_CARE", it.since(), it.mode().name(), it.reviewBy(), it.oneYearMark());
            case UnderLongTermGuardianship it -> new Guard("LONG_TERM_GUARDIANSHIP", it.since(), null, null, null);
        };
    }

    private static School school(Schooling schooling) {
        String stage = schooling.enrolment().map(it -> it.stage().name()).orElse(null);
        return switch (schooling) {
            case Schooling.Untold _ -> new School("UNTOLD", null, stage);
            case Schooling.AtSchool it -> new School("AT_SCHOOL", it.since(), stage);
            case Schooling.OutOfSchool it -> new School("OUT_OF_SCHOOL", it.since(), stage);
        };
    }
}
