package org.huhang.command.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huhang.command.ask.Command;
import org.huhang.command.ask.CommandCatalogue;
import org.huhang.command.decide.Decision.Accepted;
import org.huhang.command.decide.Decision.Rejected;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.access.Jurisdiction;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.area.CaseHistory;
import org.huhang.kernel.area.CaseState;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.Refusal.FieldError;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.stream.StreamKind;
import org.huhang.kernel.stream.StreamState;
import org.huhang.kernel.time.Shanghai;
import org.huhang.kernel.value.CaseId;

/**
 * Given what is known of a child, or of a member of staff, when somebody asks, then so it is decided. Every scenario also checks that the command
 * declares the code it was refused with.
 */
public final class Scenario {

    public static final CaseId CASE = CaseId.of("6f1d1a52-6b0e-4f0f-8f6e-0c6c9a4f2a01");
    public static final CaseId OTHER = CaseId.of("6f1d1a52-6b0e-4f0f-8f6e-0c6c9a4f2a02");
    public static final Actor COUNTY_OFFICER = new Actor("officer-1", Role.COUNTY_OFFICER, Jurisdiction.of("330109"));

    private static final LocalTime NOON = LocalTime.of(12, 0);

    private final List<Event> facts;
    private final List<Event> otherFacts;
    private final Circumstances circumstances;

    private Scenario(List<Event> facts, List<Event> otherFacts, Circumstances circumstances) {
        this.facts = facts;
        this.otherFacts = otherFacts;
        this.circumstances = circumstances;
    }

    /** Today is 2026-06-30 unless said otherwise. */
    public static Scenario given(Event... facts) {
        Circumstances circumstances =
                new Circumstances(COUNTY_OFFICER, LocalDate.of(2026, 6, 30), PolicyBook.published());
        return new Scenario(List.of(facts), List.of(), circumstances);
    }

    public Scenario andOfTheOtherCase(Event... known) {
        return new Scenario(facts, List.of(known), circumstances);
    }

    public Scenario at(String today) {
        return in(new Circumstances(circumstances.actor(), LocalDate.parse(today), circumstances.policies()));
    }

    public Scenario by(Actor actor) {
        return in(new Circumstances(actor, circumstances.today(), circumstances.policies()));
    }

    public Scenario under(PolicyBook policies) {
        return in(new Circumstances(circumstances.actor(), circumstances.today(), policies));
    }

    private Scenario in(Circumstances changed) {
        return new Scenario(facts, otherFacts, changed);
    }

    public Outcome when(Command command) {
        StreamKind kind = command.kind();
        Map<StreamId, StreamState> others = command.others().stream()
                .collect(Collectors.toMap(Function.identity(), other -> fold(kind, other, otherFacts)));
        return new Outcome(
                command, command.decide(fold(kind, CASE.stream(), facts), circumstances.with(others, this::history)));
    }

    private CaseHistory history(CaseId caseId) {
        return CaseHistory.of(caseId, recorded(caseId), this::recorded);
    }

    private List<Recorded> recorded(CaseId caseId) {
        return caseId.equals(CASE) ? recorded(CASE.stream(), facts) : recorded(OTHER.stream(), otherFacts);
    }

    private StreamState fold(StreamKind kind, StreamId stream, List<Event> facts) {
        return kind.of(stream, recorded(stream, facts), other -> recorded(CaseId.of(other.value())));
    }

    public static CaseState fold(CaseId caseId, List<? extends Event> facts) {
        return CaseState.of(caseId, recorded(caseId.stream(), facts), _ -> List.of());
    }

    /** One after the other, each by a command of its own of the county's officer and on the day from which it is true. */
    static List<Recorded> recorded(StreamId stream, List<? extends Event> facts) {
        return IntStream.range(0, facts.size())
                .mapToObj(i -> new Recorded(
                        i + 1L,
                        stream,
                        i,
                        facts.get(i)
                                .effectiveOn()
                                .atTime(NOON)
                                .atZone(Shanghai.ZONE)
                                .toInstant(),
                        new Attribution(
                                COUNTY_OFFICER, "request-" + i, Attribution.Channel.API, Optional.empty(), false),
                        facts.get(i)))
                .toList();
    }

    /** What was decided, to be compared with what an officer would expect. */
    public record Outcome(Command command, Decision decision) {

        public Outcome {
            if (decision instanceof Rejected no) {
                declared(command, no.refusal());
            }
            OutcomesSeen.note(command, decision);
        }

        public void thenAccepted(Event... events) {
            assertThat(decision).isEqualTo(Decision.accept(events));
        }

        /** Facts of these types, in order, where an example is not about what they hold. */
        @SafeVarargs
        public final void thenRecorded(Class<? extends Event>... types) {
            assertThat(decision).isInstanceOf(Accepted.class);
            assertThat(((Accepted) decision).events()).hasExactlyElementsOfTypes(types);
        }

        /** For both cases of a merge or its undoing. */
        public void thenAcceptedInBoth(CaseEvent event) {
            assertThat(decision).isEqualTo(new Accepted(List.of(event), Map.of(OTHER.stream(), List.of(event))));
        }

        public void thenRefused(RefusalCode code) {
            assertThat(refusal().code()).isEqualTo(code);
            assertThat(refusal().errors()).isEmpty();
        }

        public void thenRefused(RefusalCode code, String parameter, String value) {
            thenRefused(code);
            assertThat(refusal().parameters()).containsEntry(parameter, value);
        }

        /** Every fault in order: a field's path, its code, and so on in turn. */
        public void thenRefusedAt(String field, RefusalCode code, Object... more) {
            assertThat(refusal()).isEqualTo(Refusal.of(refusal().errors()));
            assertThat(refusal().errors().stream()
                            .<Object>flatMap(error -> Stream.of(error.field(), error.code()))
                            .toList())
                    .isEqualTo(Stream.concat(Stream.of(field, code), Stream.of(more))
                            .toList());
        }

        private Refusal refusal() {
            assertThat(decision).isInstanceOf(Rejected.class);
            return ((Rejected) decision).refusal();
        }

        private static void declared(Command command, Refusal refusal) {
            assertThat(CommandCatalogue.refusals(command.getClass()))
                    .as("what %s declares to refuse with", command.getClass().getSimpleName())
                    .contains(refusal.code())
                    .containsAll(refusal.errors().stream().map(FieldError::code).toList());
        }
    }
}
