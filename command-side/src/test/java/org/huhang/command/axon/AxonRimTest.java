package org.huhang.command.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.Message;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.test.utils.RecordingCommandBus;
import org.huhang.command.area.file.FileCommand.Close;
import org.huhang.command.area.file.FileCommand.Register;
import org.huhang.command.area.file.FileCommand.Reopen;
import org.huhang.command.ask.CaseCommand;
import org.huhang.command.ask.Command;
import org.huhang.command.ask.CommandCatalogue;
import org.huhang.command.port.Answer;
import org.huhang.command.port.Answer.Declined;
import org.huhang.command.port.Answer.Done;
import org.huhang.command.port.CommandGateway.Request;
import org.huhang.command.port.IdempotencyKey;
import org.huhang.command.port.KnownCases;
import org.huhang.command.port.Settlement;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.access.Jurisdiction;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.area.file.FileEvent.CaseClosed;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.CloseReason;
import org.huhang.kernel.value.DocumentNumber;
import org.huhang.kernel.value.DocumentType;
import org.huhang.kernel.value.HouseholdType;
import org.huhang.kernel.value.IdentityDocument;
import org.huhang.kernel.value.Narrative;
import org.huhang.kernel.value.PersonName;
import org.huhang.kernel.value.Sex;
import org.huhang.kernel.value.SourceAgency;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Commands as they go in production: sent over Axon's bus, found by name, decided by the one handler, settled by a store. Where
 * only the sending is asked about, Axon's recording bus stands in for the bus.
 */
class AxonRimTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
    private static final CaseId CASE = CaseId.random();
    private static final Actor OFFICER = new Actor("officer-1", Role.COUNTY_OFFICER, Jurisdiction.of("330109"));
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final RecordingCommandBus recording = new RecordingCommandBus();
    private final CasesInMemory cases = new CasesInMemory();
    private final AxonCommandGateway commands = new AxonCommandGateway(bus, LONGEST_WAIT);
    private final AxonCommandGateway sender = new AxonCommandGateway(recording, LONGEST_WAIT);

    @BeforeEach
    void the_one_handler_of_every_command() {
        handler().subscribeTo(bus);
    }

    @AfterEach
    void close_both() {
        commands.close();
        sender.close();
    }

    @Test
    void a_registration_opens_a_case() {
        assertDone(ask(register()), 0, "ChildRegistered");
    }

    @Test
    void a_command_to_a_known_case_is_decided_on_its_state() {
        ask(register());

        assertDone(ask(close()), 1, "CaseClosed");
        assertThat(cases.history(CASE.stream()).getLast().event())
                .isEqualTo(new CaseClosed(CloseReason.NO_LONGER_IN_NEED, Optional.empty(), TODAY));
    }

    @Test
    void a_refusal_is_an_answer_and_records_nothing() {
        ask(register());

        assertDeclined(ask(new Reopen(Narrative.of("误关"), TODAY)), RefusalCode.CASE_NOT_CLOSED);
        assertThat(cases.head()).isEqualTo(1);
    }

    @Test
    void a_command_to_an_unknown_case_is_refused() {
        assertDeclined(ask(close()), RefusalCode.CASE_NOT_FOUND);
        assertThat(cases.head()).isZero();
    }

    @Test
    void an_officer_of_another_county_is_told_there_is_no_such_case() {
        Actor elsewhere = new Actor("officer-9", Role.COUNTY_OFFICER, Jurisdiction.of("110101"));
        ask(register());

        assertDeclined(
                commands.send(request(CASE, close(), elsewhere, OptionalLong.empty())), RefusalCode.CASE_NOT_FOUND);
        assertThat(cases.head()).isEqualTo(1);
    }

    @Test
    void a_stale_version_is_refused() {
        ask(register());
        ask(close());

        assertDeclined(
                commands.send(request(CASE, new Reopen(Narrative.of("误关"), TODAY), OFFICER, OptionalLong.of(0))),
                RefusalCode.CASE_CHANGED_SINCE);
        assertThat(cases.head()).isEqualTo(2);
    }

    @Test
    void a_case_opened_before_is_looked_at_again_and_then_refused() {
        ask(register());

        assertDeclined(ask(register()), RefusalCode.ALREADY_REGISTERED);
    }

    @Test
    void a_document_of_another_case_is_refused_by_its_field() {
        IdentityDocument passport =
                new IdentityDocument(DocumentType.PASSPORT, DocumentNumber.of("E1234567"), Optional.empty());
        ask(register(passport));

        Answer answer = commands.send(request(CaseId.random(), register(passport), OFFICER, OptionalLong.empty()));

        assertDeclined(answer, RefusalCode.DOCUMENT_BELONGS_TO_ANOTHER_CASE);
        assertThat(cases.head()).isEqualTo(1);
    }

    @Test
    void facts_carry_who_asked_and_when() {
        ask(register());

        Recorded recorded = cases.history(CASE.stream()).getFirst();
        assertThat(recorded.by()).isEqualTo(by(OFFICER));
        assertThat(recorded.recordedAt()).isEqualTo(NOON);
    }

    @Test
    void every_command_is_routed() {
        handler().subscribeTo(recording);
        assertThat(recording.getSubscriptions().keySet())
                .containsExactlyInAnyOrderElementsOf(CommandCatalogue.all().stream()
                        .map(CommandCatalogue::name)
                        .toList());

        for (Class<? extends Command> type : CommandCatalogue.all()) {
            assertThatThrownBy(() -> dispatch(CommandCatalogue.name(type)))
                    .as(CommandCatalogue.name(type))
                    .hasMessageContaining("cannot be attributed");
        }
        assertThatThrownBy(() -> dispatch("no-such-command")).isInstanceOf(NoHandlerForCommandException.class);
    }

    @Test
    void a_request_crosses_the_bus_unchanged() {
        Request request = new Request(
                CASE.stream(),
                close(),
                new Attribution(
                        OFFICER,
                        "r-1",
                        Attribution.Channel.IMPORT,
                        Optional.of("import:1/2"),
                        true,
                        Optional.of("county-7")),
                NOON,
                OptionalLong.of(3),
                Optional.of(new IdempotencyKey("officer-1", "k", "d")));
        answered(new Settlement.Answered(done()));

        sender.send(request);

        assertThat(recording.getDispatchedCommands()).singleElement().satisfies(message -> {
            assertThat(message.getCommandName()).isEqualTo("close");
            assertThat(CommandEnvelope.open(message)).isEqualTo(request);
        });
    }

    @Test
    void a_command_that_was_overtaken_is_sent_again_until_it_is_through() {
        answered(new Settlement.Overtaken(), new Settlement.Overtaken(), new Settlement.Answered(done()));

        Answer answer = sender.send(request(CASE, close(), OFFICER, OptionalLong.empty()));

        assertThat(answer).isEqualTo(done());
        assertThat(recording.getDispatchedCommands().stream().<Object>map(Message::getPayload))
                .containsExactly(close(), close(), close());
    }

    @Test
    void a_conflict_that_the_handler_throws_is_one_of_those_overtakings() {
        Queue<Settlement> then = new ArrayDeque<>(List.of(new Settlement.Answered(done())));
        recording.setCallbackBehavior((command, metaData) -> {
            if (recording.getDispatchedCommands().size() == 1) {
                throw new ConcurrencyException("Another transaction stood in the way");
            }
            return CompletableFuture.completedFuture(then.remove());
        });

        assertThat(sender.send(request(CASE, close(), OFFICER, OptionalLong.empty())))
                .isEqualTo(done());
    }

    @Test
    void who_is_overtaken_again_and_again_is_told_that_the_case_is_busy() {
        recording.setCallbackBehavior(
                (command, metaData) -> CompletableFuture.completedFuture(new Settlement.Overtaken()));

        assertDeclined(sender.send(request(CASE, close(), OFFICER, OptionalLong.empty())), RefusalCode.CASE_BUSY);
        assertThat(recording.getDispatchedCommands()).hasSize(8);
    }

    private BusCommandHandler handler() {
        KnownCases known = new KnownCases(new LoggedCaseStates(cases));
        return new BusCommandHandler(
                cases, new CommandDecider(cases, cases, cases, known, PolicyBook::published), cases);
    }

    /** Whatever is sent over the recording bus, its handler comes to these outcomes in turn. */
    private void answered(Settlement... outcomes) {
        Queue<Settlement> turns = new ArrayDeque<>(List.of(outcomes));
        recording.setCallbackBehavior((command, metaData) -> CompletableFuture.completedFuture(turns.remove()));
    }

    /** A message without its metadata: far enough to see who is given it. */
    private void dispatch(String name) {
        bus.dispatch(new GenericCommandMessage<>(new GenericMessage<>("nothing"), name), (message, result) -> {
            if (result.exceptionResult() instanceof RuntimeException e) {
                throw e;
            }
        });
    }

    private Answer ask(CaseCommand command) {
        return commands.send(request(CASE, command, OFFICER, OptionalLong.empty()));
    }

    private static Request request(CaseId caseId, CaseCommand command, Actor actor, OptionalLong expected) {
        return new Request(caseId.stream(), command, by(actor), NOON, expected, Optional.empty());
    }

    private static Attribution by(Actor actor) {
        return new Attribution(actor, "request-1", Attribution.Channel.API, Optional.empty(), false);
    }

    private static Done done() {
        return new Done(CASE.stream(), 4, 17, List.of("CaseClosed"), List.of());
    }

    private static void assertDone(Answer answer, long version, String... events) {
        assertThat(answer).isInstanceOfSatisfying(Done.class, done -> {
            assertThat(done.version()).isEqualTo(version);
            assertThat(done.events()).containsExactly(events);
        });
    }

    private static void assertDeclined(Answer answer, RefusalCode code) {
        assertThat(answer).isInstanceOfSatisfying(Declined.class, declined -> assertThat(
                        declined.refusal().code())
                .isEqualTo(code));
    }

    private static Close close() {
        return new Close(CloseReason.NO_LONGER_IN_NEED, Optional.empty(), TODAY);
    }

    private static Register register(IdentityDocument... documents) {
        return new Register(
                new ChildIdentity(
                        PersonName.of("陈小雨"), List.of(), Sex.FEMALE, LocalDate.of(2015, 5, 20), List.of(documents)),
                DivisionCode.of("340122100"),
                HouseholdType.RURAL,
                DivisionCode.of("330109001"),
                Optional.empty(),
                LocalDate.of(2025, 1, 10),
                List.of(),
                SourceAgency.EDUCATION,
                TODAY);
    }
}
