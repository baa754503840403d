package org.huhang.query.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.area.file.FileEvent;
import org.huhang.kernel.area.file.FileEvent.*;
import org.huhang.kernel.area.guardianship.GuardianshipEvent;
import org.huhang.kernel.area.keycare.KeyCareEvent;
import org.huhang.kernel.area.screening.ScreeningEvent;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.Narrative;

/**
 * What a set of facts about one case adds up to, whichever set and order a reader asks for. Folding never fails: in an
 * order other than that of recording, a fact may meet a state no decision saw, and then changes what it can.
 *
 * @param version the highest among the facts folded
 * @param absorbed cases of the same child whose facts go on in this one
 */
record CaseView(
        CaseId caseId,
        long version,
        Lifecycle lifecycle,
        ChildFile file,
        ScreeningStatus screening,
        KeyCare keyCare,
        Guardianship guardianship,
        List<Absorption> absorbed) {

    record Absorption(CaseId caseId, Narrative reason, LocalDate on) {}

    /** Empty until the registration is among the facts. */
    static Optional<CaseView> of(List<Recorded> facts) {
        CaseView view = null;
        for (Recorded fact : facts) {
            view = after(view, fact);
        }
        return Optional.ofNullable(view);
    }

    /** @param before null before the registration */
    static CaseView after(CaseView before, Recorded fact) {
        if (before == null) {
            return fact.event() instanceof ChildRegistered e ? opened(fact, e) : null;
        }
        CaseView next = before.after(fact.version(), fact.event());
        return next.at(Math.max(before.version(), fact.version()));
    }

    private static CaseView opened(Recorded fact, ChildRegistered event) {
        return new CaseView(
                fact.caseId(),
                fact.version(),
                new Lifecycle.Open(event.effectiveOn(), Optional.empty()),
                ChildFile.opened(event, fact.version()),
                new ScreeningStatus.NotScreened(),
                KeyCare.NONE,
                new Guardianship.Guarded(Optional.empty()),
                List.of());
    }

    private CaseView after(long factVersion, CaseEvent event) {
        return switch (event) {
            case FileEvent e -> onFile(factVersion, e);
            case ScreeningEvent e -> with(ScreeningStatus.evolve(screening, e));
            case KeyCareEvent e -> with(keyCare.after(e));
            case GuardianshipEvent e -> with(Guardianship.evolve(guardianship, e));
        };
    }

    private CaseView onFile(long factVersion, FileEvent event) {
        return switch (event) {
            case ChildRegistered e -> with(ChildFile.opened(e, factVersion));
            case LivingArrangementRecorded e -> with(file.with(e.guardians(), e.effectiveOn()));
            case IdentityDocumentAttached e -> with(file.with(e.document(), factVersion));
            case IdentityCorrected e -> with(file.with(e.identity(), factVersion));
            case ResidenceMoved e -> with(file.with(e.to()));
            case HukouMoved e -> with(file.with(e.to(), e.effectiveOn()));
            case CasesMerged e -> merged(e);
            case CasesUnmerged e -> unmerged(e);
            case CaseClosed e ->
                with(new Lifecycle.Closed(e.reason(), e.note(), e.effectiveOn(), lifecycle.openSince()));
            case CaseReopened e -> with(new Lifecycle.Open(e.effectiveOn(), Optional.of(e.reason())));
        };
    }

    private CaseView merged(CasesMerged event) {
        return event.absorbed().equals(caseId)
                ? with(new Lifecycle.Absorbed(
                        event.survivor(), event.reason(), event.effectiveOn(), lifecycle.openSince()))
                : with(Stream.concat(
                                absorbed.stream(),
                                Stream.of(new Absorption(event.absorbed(), event.reason(), event.effectiveOn())))
                        .toList());
    }

    /** There are two children after all: the absorbed case was open all along. */
    private CaseView unmerged(CasesUnmerged event) {
        return event.absorbed().equals(caseId)
                ? with(new Lifecycle.Open(lifecycle.openSince(), Optional.of(event.reason())))
                : with(absorbed.stream()
                        .filter(other -> !other.caseId().equals(event.absorbed()))
                        .toList());
    }

    /** The same picture, of one fact more that changes nothing in it. */
    CaseView passing(Recorded fact) {
        return at(Math.max(version, fact.version()));
    }

    private CaseView at(long highest) {
        return new CaseView(caseId, highest, lifecycle, file, screening, keyCare, guardianship, absorbed);
    }

    private CaseView with(Lifecycle next) {
        return new CaseView(caseId, version, next, file, screening, keyCare, guardianship, absorbed);
    }

    private CaseView with(ChildFile next) {
        return new CaseView(caseId, version, lifecycle, next, screening, keyCare, guardianship, absorbed);
    }

    private CaseView with(ScreeningStatus next) {
        return new CaseView(caseId, version, lifecycle, file, next, keyCare, guardianship, absorbed);
    }

    private CaseView with(KeyCare next) {
        return new CaseView(caseId, version, lifecycle, file, screening, next, guardianship, absorbed);
    }

    private CaseView with(Guardianship next) {
        return new CaseView(caseId, version, lifecycle, file, screening, keyCare, next, absorbed);
    }

    private CaseView with(List<Absorption> next) {
        return new CaseView(caseId, version, lifecycle, file, screening, keyCare, guardianship, next);
    }
}
