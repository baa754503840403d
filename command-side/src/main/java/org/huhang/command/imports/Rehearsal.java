package org.huhang.command.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.huhang.command.decide.Circumstances;
import org.huhang.command.decide.Decider;
import org.huhang.command.decide.Decision;
import org.huhang.command.decide.Decision.Accepted;
import org.huhang.command.decide.Decision.Rejected;
import org.huhang.command.imports.RowResult.Status;
import org.huhang.command.port.CaseStates;
import org.huhang.command.port.IdentityLookup;
import org.huhang.command.port.KnownCases;
import org.huhang.kernel.access.Access;
import org.huhang.kernel.access.Act;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.access.Jurisdiction;
import org.huhang.kernel.access.Offices;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.area.CaseState;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.event.EventCatalogue;
import org.huhang.kernel.policy.Policies;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.Refusal.FieldError;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.ChildIdentity;
import org.springframework.stereotype.Component;

/** What would come of a row, found out with the same decisions as the real thing and without changing anything. */
@Component
class Rehearsal {

    private static final int MOST_OFFICES = 1_000;

    private final Map<Office, List<Jurisdiction>> formerly = new ConcurrentHashMap<>();

    private final IdentityLookup identities;
    private final KnownCases known;
    private final Policies policies;

    Rehearsal(IdentityLookup identities, CaseStates states, Policies policies) {
        this.identities = identities;
        this.known = new KnownCases(states);
        this.policies = policies;
    }

    RowResult of(long row, ListedChild child, Actor actor, LocalDate today) {
        Access.permit(actor, Act.IMPORT);
        Circumstances at = new Circumstances(actor, today, policies.now());
        CaseState nobody = CaseState.unregistered(CaseId.random());
        return switch (Decider.decide(nobody, child.register(), at)) {
            case Rejected rejected -> RowResult.refused(row, reasons(rejected.refusal()));
            case Accepted _
            when outside(at, child) -> RowResult.refused(row, reasons(Refusal.of(RefusalCode.OUTSIDE_YOUR_DIVISION)));
            case Accepted accepted ->
                duplicate(row, child.register().identity(), at)
                        .orElseGet(() -> imported(row, child, nobody.withAll(accepted.events()), at));
        };
    }

    private static RowResult imported(long row, ListedChild child, CaseState registered, Circumstances at) {
        Decision screened = Decider.decide(registered, child.screen(), at);
        return switch (screened) {
            case Accepted accepted ->
                new RowResult(row, Status.IMPORTED, Optional.empty(), names(accepted.events()), List.of());
            case Rejected rejected ->
                new RowResult(row, Status.IMPORTED, Optional.empty(), List.of(), reasons(rejected.refusal()));
        };
    }

    /** A child with the same document, or with the same name, sex and birth date, is left for a person to compare. */
    private Optional<RowResult> duplicate(long row, ChildIdentity identity, Circumstances at) {
        return Stream.concat(
                        identity.documents().stream().flatMap(document -> identities.holderOf(document).stream()),
                        identities.lookalikes(identity).stream())
                .findFirst()
                .map(other -> new RowResult(
                        row,
                        Status.POSSIBLE_DUPLICATE,
                        nameable(other, at.actor(), at.policies()),
                        List.of(),
                        List.of()));
    }

    /** A case elsewhere is said to exist, but not which one it is. */
    Optional<CaseId> nameable(CaseId id, Actor actor) {
        return nameable(id, actor, policies.now());
    }

    private Optional<CaseId> nameable(CaseId id, Actor actor, PolicyBook book) {
        return known.among(List.of(id), actor, book.divisions()).stream().findFirst();
    }

    /** The row under codes in force, as far as they can be told. */
    TodaysCodes.Row underTodaysCodes(ListedChild child) {
        return TodaysCodes.of(child, policies.now().divisions());
    }

    /**
     * Whoever handed a list in, under the number their office goes by now; as they were where it is gone, which the row's
     * refusal says.
     */
    Actor underTodaysCode(Actor then) {
        return heldToday(then.role(), then.jurisdiction())
                .map(today -> new Actor(then.id(), then.role(), today))
                .orElse(then);
    }

    /** Numbers that the office went by before: looked for once, and again by other tables. */
    Stream<Jurisdiction> formerCodes(Actor today) {
        Office office = new Office(policies.now().divisions().tables(), today.role(), today.jurisdiction());
        if (formerly.size() >= MOST_OFFICES) {
            formerly.clear();
        }
        return formerly.computeIfAbsent(office, this::formerCodes).stream();
    }

    private List<Jurisdiction> formerCodes(Office office) {
        return policies.now().divisions().elsewhere().entrySet().stream()
                .filter(code -> code.getValue().stream().allMatch(office.code()::covers))
                .map(code -> Jurisdiction.of(code.getKey().digits()))
                .filter(former -> !former.equals(office.code()))
                .filter(former -> heldToday(office.role(), former)
                        .filter(office.code()::equals)
                        .isPresent())
                .toList();
    }

    /** @param tables of divisions, by name */
    private record Office(String tables, Role role, Jurisdiction code) {}

    private Optional<Jurisdiction> heldToday(Role role, Jurisdiction given) {
        try {
            return Optional.of(new Offices(policies.now().divisions()).held(role, given));
        } catch (Refused gone) {
            return Optional.empty();
        }
    }

    private static boolean outside(Circumstances at, ListedChild child) {
        return !Access.knows(
                at.actor(),
                at.policies().divisions(),
                child.register().residenceDivision(),
                child.register().hukouDivision());
    }

    private static List<String> names(List<Event> events) {
        return events.stream()
                .map(event -> EventCatalogue.name(event.getClass()))
                .toList();
    }

    /** Fields of the command, said as headings of the list. */
    static List<FieldError> reasons(Refusal refusal) {
        return refusal.errors().isEmpty()
                ? List.of(new FieldError("", refusal.code(), refusal.parameters()))
                : refusal.errors().stream()
                        .map(error -> new FieldError(heading(error.field()), error.code(), merged(refusal, error)))
                        .toList();
    }

    private static String heading(String field) {
        return Column.feeding(field).map(Column::heading).orElse(field);
    }

    private static Map<String, String> merged(Refusal refusal, FieldError error) {
        return error.parameters().isEmpty() ? refusal.parameters() : error.parameters();
    }
}
