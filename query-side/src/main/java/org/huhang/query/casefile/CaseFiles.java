package org.huhang.query.casefile;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huhang.kernel.access.Access;
import org.huhang.kernel.access.Act;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.log.CaseLog;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.time.Shanghai;
import org.huhang.kernel.value.CaseId;
import org.huhang.query.api.Parameters;
import org.huhang.query.casefile.Timeline.Step;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Opens a case for somebody who may read it, straight from the log: what was acknowledged is seen. */
@Component
class CaseFiles {

    /** @param facts in order of version, never empty */
    record Opened(List<Recorded> facts, CaseView now) {

        Recorded last() {
            return facts.getLast();
        }
    }

    private final CaseLog log;
    private final Divisions divisions;
    private final TablesMet tables;
    private final Writing writing;

    CaseFiles(CaseLog log, Divisions divisions, InstantSource clock) {
        this.log = log;
        this.divisions = divisions;
        this.tables = new TablesMet(divisions, clock);
        this.writing = new Writing(divisions);
    }

    /**
     * Where the child lives and is registered now decides who may read, also of the past.
     *
     * @throws Refused {@code NOT_PERMITTED} before anything is looked up; {@code CASE_NOT_FOUND} for an unknown case, one
     *     outside the caller's jurisdiction and an id that is none
     */
    Opened open(Actor actor, Act act, String caseId) {
        Access.permit(actor, act);
        List<Recorded> facts = log.history(caseId(caseId));
        CaseView now = CaseView.of(facts).orElseThrow(() -> new Refused(RefusalCode.CASE_NOT_FOUND));
        Access.permit(
                actor,
                act,
                divisions,
                now.file().residence().division().code(),
                now.file().hukou().division().code());
        return new Opened(facts, now);
    }

    /** Whether every place of the case belongs where it did when its last fact was recorded, as far as this process knows. */
    boolean placesAreToldAsWhenRecorded(CaseDocument state, Recorded last) {
        if (state.divisions().allMatch(division -> division.today().isEmpty())) {
            return true;
        }
        LocalDate day = Shanghai.dayOf(last.recordedAt());
        return !tables.since().isAfter(last.recordedAt())
                && state.divisions()
                        .map(division -> DivisionCode.of(division.code()))
                        .allMatch(code -> divisions.affiliation(code, day).equals(divisions.affiliation(code)));
    }

    CaseDocument write(CaseView view) {
        return view == null ? null : writing.write(view);
    }

    FactDocument write(Step step) {
        return FactDocument.of(step.fact(), Change.between(tree(step.before()), tree(step.after())));
    }

    private JsonNode tree(CaseView view) {
        return view == null ? JsonNodeFactory.instance.objectNode() : Revealing.tree(writing.write(view));
    }

    private static CaseId caseId(String text) {
        try {
            UUID id = Parameters.uuid("caseId", text).orElseThrow();
            return CaseId.of(id);
        } catch (Refused malformed) {
            throw new Refused(RefusalCode.CASE_NOT_FOUND);
        }
    }
}
