package org.huhang.command.area.amendment;

import static org.huhang.command.decide.Decision.accept;
import static org.huhang.command.decide.Decision.refuse;
import static org.huhang.command.decide.Decision.refuseAt;
import static org.huhang.kernel.refusal.RefusalCode.*;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.huhang.command.area.amendment.AmendmentCommand.CorrectHukou;
import org.huhang.command.area.amendment.AmendmentCommand.CorrectKeyCare;
import org.huhang.command.area.amendment.AmendmentCommand.CorrectLivingArrangement;
import org.huhang.command.area.amendment.AmendmentCommand.CorrectResidence;
import org.huhang.command.area.file.ArrivalRestated;
import org.huhang.command.area.file.GuardianRules;
import org.huhang.command.area.keycare.KeyCareRules;
import org.huhang.command.decide.Circumstances;
import org.huhang.command.decide.Decision;
import org.huhang.command.decide.Faults;
import org.huhang.kernel.area.CaseHistory.Step;
import org.huhang.kernel.area.amendment.AmendmentEvent.Corrected;
import org.huhang.kernel.area.amendment.AmendmentEvent.HukouCorrected;
import org.huhang.kernel.area.amendment.AmendmentEvent.KeyCareCorrected;
import org.huhang.kernel.area.amendment.AmendmentEvent.LivingArrangementCorrected;
import org.huhang.kernel.area.amendment.AmendmentEvent.ResidenceCorrected;
import org.huhang.kernel.area.file.FileEvent.ChildRegistered;
import org.huhang.kernel.area.file.FileEvent.HukouMoved;
import org.huhang.kernel.area.file.FileEvent.LivingArrangementRecorded;
import org.huhang.kernel.area.file.FileEvent.ResidenceMoved;
import org.huhang.kernel.area.keycare.KeyCareEvent.KeyCareListed;
import org.huhang.kernel.area.keycare.KeyCareEvent.KeyCareReassessed;
import org.huhang.kernel.division.DivisionRef;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.policy.VisitCadence.VisitDue;
import org.huhang.kernel.value.Hukou;
import org.huhang.kernel.value.Residence;

/** What one entry should have said, by the rules that hold for an entry of its kind. */
record Corrector(Step step, Circumstances at) {

    Decision residence(CorrectResidence ask) {
        return switch (event()) {
            case ChildRegistered e ->
                ask.movedOn().isPresent()
                        ? refuseAt("movedOn", ENTRY_OF_ANOTHER_KIND)
                        : residence(ask, e.residence(), e.effectiveOn(), () -> e.residence()
                                .since());
            case ResidenceMoved e -> {
                LocalDate day = ask.movedOn().orElse(e.effectiveOn());
                yield residence(
                        ask,
                        e.to(),
                        day,
                        () -> ArrivalRestated.arrival(step.before().child().residence(), place(ask), day, divisions()));
            }
            case CaseEvent _ -> refuseAt("entry", ENTRY_OF_ANOTHER_KIND);
        };
    }

    private Decision residence(CorrectResidence ask, Residence was, LocalDate day, Supplier<LocalDate> arrival) {
        Faults faults = onItsDay(ask.movedOn()).division("division", ask.division(), divisions());
        ask.since().ifPresent(since -> faults.begun("since", since, day, at.today())
                .when(since.isBefore(birth()), "since", BEFORE_BIRTH));
        return faults.orElse(() -> {
            Residence is = new Residence(
                    was.division().code().equals(ask.division()) ? was.division() : place(ask),
                    ask.address().or(was::address),
                    ask.since().orElseGet(arrival));
            return unlessAsBefore(
                    new ResidenceCorrected(step.entry().id(), is, Optional.of(ask.reason()), day), is.equals(was));
        });
    }

    Decision hukou(CorrectHukou ask) {
        return switch (event()) {
            case ChildRegistered e ->
                ask.movedOn().isPresent()
                        ? refuseAt("movedOn", ENTRY_OF_ANOTHER_KIND)
                        : hukou(ask, e.hukou(), e.effectiveOn());
            case HukouMoved e -> hukou(ask, e.to(), ask.movedOn().orElse(e.effectiveOn()));
            case CaseEvent _ -> refuseAt("entry", ENTRY_OF_ANOTHER_KIND);
        };
    }

    private Decision hukou(CorrectHukou ask, Hukou was, LocalDate day) {
        return onItsDay(ask.movedOn())
                .division("division", ask.division(), divisions())
                .orElse(() -> {
                    Hukou is = new Hukou(
                            was.division().code().equals(ask.division())
                                    ? was.division()
                                    : new DivisionRef(
                                            ask.division(), divisions().latest()),
                            ask.householdType().orElse(was.type()));
                    return unlessAsBefore(
                            new HukouCorrected(step.entry().id(), is, Optional.of(ask.reason()), day), is.equals(was));
                });
    }

    Decision livingArrangement(CorrectLivingArrangement ask) {
        return switch (event()) {
            case ChildRegistered e -> livingArrangement(ask, e.effectiveOn());
            case LivingArrangementRecorded e -> livingArrangement(ask, e.effectiveOn());
            case CaseEvent _ -> refuseAt("entry", ENTRY_OF_ANOTHER_KIND);
        };
    }

    private Decision livingArrangement(CorrectLivingArrangement ask, LocalDate day) {
        return GuardianRules.check(ask.guardians(), day, at)
                .orElse(() -> unlessAsBefore(
                        new LivingArrangementCorrected(
                                step.entry().id(),
                                GuardianRules.read(ask.guardians(), at),
                                Optional.of(ask.reason()),
                                day),
                        false));
    }

    Decision keyCare(CorrectKeyCare ask) {
        return switch (event()) {
            case KeyCareListed e -> keyCare(ask, e.effectiveOn());
            case KeyCareReassessed e -> keyCare(ask, e.effectiveOn());
            case CaseEvent _ -> refuseAt("entry", ENTRY_OF_ANOTHER_KIND);
        };
    }

    private Decision keyCare(CorrectKeyCare ask, LocalDate day) {
        return KeyCareRules.faults(step.before(), ask.grounds(), day, at).orElse(() -> {
            VisitDue due = at.policies().visits().nextVisitDue(ask.risk(), ask.grounds(), day);
            return unlessAsBefore(
                    new KeyCareCorrected(
                            step.entry().id(),
                            ask.grounds(),
                            ask.risk(),
                            due.by(),
                            due.edition(),
                            Optional.of(ask.reason()),
                            day),
                    false);
        });
    }

    private Decision unlessAsBefore(Corrected correction, boolean asBefore) {
        boolean sameDay = correction.effectiveOn().equals(step.entry().on());
        return asBefore && sameDay ? refuse(NOTHING_CHANGES) : accept(correction);
    }

    private Faults onItsDay(Optional<LocalDate> movedOn) {
        Faults faults = new Faults();
        movedOn.ifPresent(day -> faults.when(day.isAfter(at.today()), "movedOn", DATE_IN_THE_FUTURE)
                .when(day.isBefore(birth()), "movedOn", BEFORE_BIRTH));
        return faults;
    }

    private DivisionRef place(CorrectResidence ask) {
        return new DivisionRef(ask.division(), divisions().latest());
    }

    private CaseEvent event() {
        return step.entry().event();
    }

    private LocalDate birth() {
        return step.after().child().identity().birthDate();
    }

    private Divisions divisions() {
        return at.policies().divisions();
    }
}
