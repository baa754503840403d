package org.huhang.query.casefile;

import java.time.LocalDate;
import java.util.Optional;
import org.huhang.kernel.area.CaseHistory;
import org.huhang.kernel.area.CaseState.Registered;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.log.Moment;

/** What replay answers, for tests that ask without HTTP. */
public final class Replays {

    private Replays() {}

    /** @param day empty for all days */
    public static Optional<Registered> answer(CaseHistory history, Moment known, Optional<LocalDate> day) {
        return new Timeline(new Question(Optional.of(known), day), history).answer();
    }

    /** As readers get it. */
    public static CaseDocument document(CaseHistory history, Registered state, LocalDate day, Divisions divisions) {
        return new Writing(divisions).on(day).write(state, Facts.of(history));
    }
}
