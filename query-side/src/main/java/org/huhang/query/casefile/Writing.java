package org.huhang.query.casefile;

import java.time.LocalDate;
import java.util.Optional;
import org.huhang.kernel.area.CaseState.Registered;
import org.huhang.kernel.division.Divisions;
import org.huhang.query.area.ToldFacts;
import org.huhang.query.area.file.FileDocuments;

/** Writes a case out for a reader who may see it, area by area. */
final class Writing {

    private final FileDocuments file;

    Writing(Divisions divisions) {
        this(new FileDocuments(divisions, Optional.empty()));
    }

    private Writing(FileDocuments file) {
        this.file = file;
    }

    /** For a day: it also tells whose a place was then. */
    Writing on(LocalDate day) {
        return new Writing(new FileDocuments(file.divisions(), Optional.of(day)));
    }

    /** @param facts all of those that the state adds up, at least */
    CaseDocument write(Registered state, ToldFacts facts) {
        return CaseDocument.of(state, file, facts);
    }
}
