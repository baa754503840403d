package org.huhang.query.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huhang.kernel.access.Access;
import org.huhang.kernel.access.Act;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.area.CaseHistory;
import org.huhang.kernel.area.CaseState;
import org.huhang.kernel.area.CaseState.Registered;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.value.CaseId;
import org.huhang.query.api.Parameters;
import org.huhang.query.area.ToldFacts;
import org.huhang.query.casefile.Timeline.Step;
import org.huhang.query.fact.Change;
import org.huhang.query.fact.FactDocument;
import org.huhang.query.fact.Revealing;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Opens a case for somebody who may read it, straight from the log: what was acknowledged is seen. */
@Component
class CaseFiles {

    /**
     * @param history all that is known of the child now
     * @param last fact of the case's own file
     * @param theirs whether the case is the reader's now; where not it was, at the moment that they ask for or since
     */
    record Opened(CaseHistory history, Recorded last, Registered now, boolean theirs) {}

    private final EventLog log;
    private final Divisions divisions;
    private final Writing writing;

    CaseFiles(EventLog log, Divisions divisions) {
        this.log = log;
        this.divisions = divisions;
        this.writing = new Writing(divisions);
    }

    /**
     * Where the child lives and is registered now decides who may read, also of the past.
     *
     * @throws Refused {@code NOT_PERMITTED} before anything is looked up; {@code CASE_NOT_FOUND} for an unknown case, one
     *     outside the caller's jurisdiction and an id that is none
     */
    Opened open(Actor actor, Act act, String caseId) {
        return open(actor, act, caseId, new Question(Optional.empty(), Optional.empty()));
    }

    /**
     * Likewise; and whose case it was at the moment that they ask for, or at any time since, may have again what was known of it
     * by then, and no more: what they were once answered they are answered for ever.
     */
    Opened open(Actor actor, Act act, String caseId, Question question) {
        Access.permit(actor, act);
        CaseId id = caseId(caseId);
        List<Recorded> facts = log.history(id);
        CaseHistory history = CaseHistory.of(id, facts, log::history);
        return switch (history.now()) {
            case CaseState.Unregistered _ -> throw new Refused(RefusalCode.CASE_NOT_FOUND);
            case Registered now -> {
                boolean theirs = knows(actor, now);
                if (!theirs && !wasTheirs(actor, history, question)) {
                    throw new Refused(RefusalCode.CASE_NOT_FOUND);
                }
                yield new Opened(history, facts.getLast(), now, theirs);
            }
        };
    }

    private boolean wasTheirs(Actor actor, CaseHistory history, Question question) {
        if (question.knownAt().isEmpty()) {
            return false;
        }
        List<Step> steps = Timeline.steps(history);
        long known =
                steps.stream().filter(step -> question.wasKnown(step.fact())).count();
        return steps.stream()
                .skip(Math.max(0, known - 1))
                .anyMatch(step -> step.after() != null && knows(actor, step.after()));
    }

    private boolean knows(Actor actor, Registered view) {
        return Access.knows(actor, divisions, view.places().toArray(DivisionCode[]::new));
    }

    /** @param day that it is told for */
    CaseDocument write(Opened opened, Registered then, LocalDate day) {
        return writing.on(day).write(then, Facts.of(opened.history()));
    }

    FactDocument write(Step step) {
        return FactDocument.of(
                step.fact(),
                Change.between(tree(step.before(), step.told()), tree(step.after(), step.told())),
                step.standing().voidedBy(),
                step.standing().correctedBy(),
                step.standing().overruled());
    }

    private JsonNode tree(Registered state, ToldFacts told) {
        return state == null ? JsonNodeFactory.instance.objectNode() : Revealing.tree(writing.write(state, told));
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
