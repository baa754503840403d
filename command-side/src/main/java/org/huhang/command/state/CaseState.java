package org.huhang.command.state;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huhang.command.screening.ScreeningState;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.event.EventCatalogue;
import org.huhang.kernel.area.file.FileEvent;
import org.huhang.kernel.area.file.FileEvent.CaseClosed;
import org.huhang.kernel.area.file.FileEvent.CaseReopened;
import org.huhang.kernel.area.file.FileEvent.CasesMerged;
import org.huhang.kernel.area.file.FileEvent.CasesUnmerged;
import org.huhang.kernel.area.file.FileEvent.ChildRegistered;
import org.huhang.kernel.area.file.FileEvent.HukouMoved;
import org.huhang.kernel.area.file.FileEvent.IdentityCorrected;
import org.huhang.kernel.area.file.FileEvent.IdentityDocumentAttached;
import org.huhang.kernel.area.file.FileEvent.LivingArrangementRecorded;
import org.huhang.kernel.area.file.FileEvent.ResidenceMoved;
import org.huhang.kernel.area.guardianship.GuardianshipEvent;
import org.huhang.kernel.area.keycare.KeyCareEvent;
import org.huhang.kernel.area.screening.ScreeningEvent;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.ChildIdentity;

/** What the facts of one case add up to: all that a decision may look at. Immutable. */
public sealed interface CaseState {

    CaseId caseId();

    /** Nothing is known yet under this id. */
    record Unregistered(CaseId caseId) implements CaseState {}

    /** @param latest the latest day any recorded fact speaks of */
    record Registered(
            CaseId caseId,
            Lifecycle lifecycle,
            ChildFile child,
            ScreeningState screening,
            KeyCare keyCare,
            Guardianship guardianship,
            LocalDate latest)
            implements CaseState {

        private Registered with(Lifecycle lifecycle) {
            return new Registered(caseId, lifecycle, child, screening, keyCare, guardianship, latest);
        }

        private Registered with(ChildFile child) {
            return new Registered(caseId, lifecycle, child, screening, keyCare, guardianship, latest);
        }

        private Registered with(ScreeningState screening) {
            return new Registered(caseId, lifecycle, child, screening, keyCare, guardianship, latest);
        }

        private Registered with(KeyCare keyCare) {
            return new Registered(caseId, lifecycle, child, screening, keyCare, guardianship, latest);
        }

        private Registered with(Guardianship guardianship) {
            return new Registered(caseId, lifecycle, child, screening, keyCare, guardianship, latest);
        }

        private Registered reaching(LocalDate day) {
            return day.isAfter(latest)
                    ? new Registered(caseId, lifecycle, child, screening, keyCare, guardianship, day)
                    : this;
        }
    }

    static CaseState unregistered(CaseId caseId) {
        return new Unregistered(caseId);
    }

    /** @throws IllegalStateException for a log whose first fact is not a registration */
    static CaseState evolve(CaseState state, CaseEvent event) {
        return switch (state) {
            case Unregistered start -> start(start.caseId(), event);
            case Registered registered -> carryOn(registered, event).reaching(event.effectiveOn());
        };
    }

    default boolean registered() {
        return file().isPresent();
    }

    default Optional<ChildFile> file() {
        return switch (this) {
            case Unregistered none -> Optional.empty();
            case Registered registered -> Optional.of(registered.child());
        };
    }

    /** Division of residence as recorded, not mapped to today's code. */
    default Optional<DivisionCode> residence() {
        return file().map(child -> child.residence().division().code());
    }

    /** Division of household registration as recorded, not mapped to today's code. */
    default Optional<DivisionCode> hukou() {
        return file().map(child -> child.hukou().division().code());
    }

    default Optional<ChildIdentity> identity() {
        return file().map(ChildFile::identity);
    }

    private static Registered start(CaseId caseId, CaseEvent event) {
        if (event instanceof ChildRegistered registration) {
            return begin(caseId, registration);
        }
        throw new IllegalStateException(
                "A case begins with its registration, not with " + EventCatalogue.name(event.getClass()));
    }

    private static Registered begin(CaseId caseId, ChildRegistered event) {
        LocalDate day = event.effectiveOn();
        return new Registered(
                caseId,
                new Lifecycle.Open(day),
                new ChildFile(
                        day,
                        event.residence().since(),
                        event.identity(),
                        event.hukou(),
                        day,
                        event.residence(),
                        day,
                        Optional.empty(),
                        List.of(),
                        event.guardians(),
                        day),
                ScreeningState.initial(),
                KeyCare.none(),
                Guardianship.guarded(),
                day);
    }

    private static Registered carryOn(Registered state, CaseEvent event) {
        return switch (event) {
            case FileEvent e -> onFile(state, e);
            case ScreeningEvent e -> state.with(ScreeningState.evolve(state.screening(), e));
            case KeyCareEvent e -> state.with(KeyCare.evolve(state.keyCare(), e));
            case GuardianshipEvent e -> state.with(Guardianship.evolve(state.guardianship(), e));
        };
    }

    private static Registered onFile(Registered state, FileEvent event) {
        ChildFile child = state.child();
        Lifecycle lifecycle = state.lifecycle();
        return switch (event) {
            case ChildRegistered e -> begin(state.caseId(), e);
            case LivingArrangementRecorded e -> state.with(child.with(e.guardians(), e.effectiveOn()));
            case IdentityDocumentAttached e -> state.with(child.with(e.document()));
            case IdentityCorrected e -> state.with(child.with(e.identity()));
            case ResidenceMoved e -> state.with(child.with(e.to(), e.effectiveOn()));
            case HukouMoved e -> state.with(child.with(e.to(), e.effectiveOn()));
            case CasesMerged e -> e.absorbed().equals(state.caseId()) ? state.with(lifecycle.absorbed(e)) : state;
            case CasesUnmerged e -> e.absorbed().equals(state.caseId()) ? state.with(lifecycle.released()) : state;
            case CaseClosed e -> state.with(lifecycle.closed(e));
            case CaseReopened e -> state.with(lifecycle.reopened(e));
        };
    }
}
