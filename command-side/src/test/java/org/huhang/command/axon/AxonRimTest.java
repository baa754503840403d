package org.huhang.command.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.axonframework.test.matchers.Matchers.matches;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.hamcrest.Matcher;
import org.huhang.command.area.file.FileCommand.Close;
import org.huhang.command.area.file.FileCommand.Register;
import org.huhang.command.area.file.FileCommand.Reopen;
import org.huhang.command.ask.CaseCommand;
import org.huhang.command.ask.CommandCatalogue;
import org.huhang.command.port.Answer;
import org.huhang.command.port.Answer.Declined;
import org.huhang.command.port.Answer.Done;
import org.huhang.command.port.CaseCommands.Request;
import org.huhang.command.port.IdempotencyKey;
import org.huhang.command.port.KnownCases;
import org.huhang.command.port.Settlement;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.access.Jurisdiction;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.area.file.FileEvent.CaseClosed;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.CloseReason;
import org.huhang.kernel.value.HouseholdType;
import org.huhang.kernel.value.Narrative;
import org.huhang.kernel.value.PersonName;
import org.huhang.kernel.value.Sex;
import org.huhang.kernel.value.SourceAgency;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AxonRimTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
    private static final CaseId CASE = CaseId.random();
    private static final Actor OFFICER = new Actor("officer-1", Role.COUNTY_OFFICER, Jurisdiction.of("330109"));

    private final AggregateTestFixture<ChildCase> fixture = new AggregateTestFixture<>(ChildCase.class);
    private final PortsInMemory ports = new PortsInMemory();

    @BeforeEach
    void the_one_handler_of_every_command() {
        fixture.registerAggregateFactory(new ChildCaseFactory());
        CaseCommandHandler handler = handler();
        CommandCatalogue.all().forEach(type -> fixture.registerCommandHandler(CommandCatalogue.name(type), handler));
    }

    @Test
    void a_registration_opens_a_case() {
        fixture.givenNoPriorActivity()
                .when(asks(register()))
                .expectSuccessfulHandlerExecution()
                .expectResultMessageMatching(done(0, "ChildRegistered"));
    }

    @Test
    void a_command_to_a_known_case_is_decided_on_its_state() {
        fixture.givenCommands(asks(register()))
                .when(asks(close()))
                .expectEvents(new CaseClosed(CloseReason.NO_LONGER_IN_NEED, Optional.empty(), TODAY))
                .expectResultMessageMatching(done(1, "CaseClosed"));
    }

    @Test
    void a_refusal_is_an_answer_and_records_nothing() {
        fixture.givenCommands(asks(register()))
                .when(asks(new Reopen(Narrative.of("误关"), TODAY)))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution()
                .expectResultMessageMatching(declined(RefusalCode.CASE_NOT_CLOSED));
    }

    @Test
    void a_command_to_an_unknown_case_is_refused() {
        // The fixture looks for what the command worked on, and rightly finds nothing in the store.
        fixture.setReportIllegalStateChange(false);
        fixture.givenNoPriorActivity()
                .when(asks(close()))
                .expectNoEvents()
                .expectResultMessageMatching(declined(RefusalCode.CASE_NOT_FOUND));
    }

    @Test
    void an_officer_of_another_county_is_told_there_is_no_such_case() {
        Actor elsewhere = new Actor("officer-9", Role.COUNTY_OFFICER, Jurisdiction.of("110101"));
        fixture.givenCommands(asks(register()))
                .when(CommandEnvelope.of(request(close(), elsewhere, OptionalLong.empty())))
                .expectNoEvents()
                .expectResultMessageMatching(declined(RefusalCode.CASE_NOT_FOUND));
    }

    @Test
    void a_stale_version_is_refused() {
        fixture.givenCommands(asks(register()), asks(close()))
                .when(CommandEnvelope.of(request(new Reopen(Narrative.of("误关"), TODAY), OFFICER, OptionalLong.of(0))))
                .expectNoEvents()
                .expectResultMessageMatching(declined(RefusalCode.CASE_CHANGED_SINCE));
    }

    @Test
    void facts_carry_who_asked_and_when() {
        fixture.givenNoPriorActivity().when(asks(register())).expectSuccessfulHandlerExecution();

        Provenance kept = Provenance.of(fixture.getEventStore()
                .readEvents(CASE.toString())
                .asStream()
                .findFirst()
                .orElseThrow()
                .getMetaData());
        assertThat(kept).isEqualTo(new Provenance(by(OFFICER), NOON));
    }

    @Test
    void every_command_is_routed() {
        SimpleCommandBus bus = SimpleCommandBus.builder().build();
        handler().subscribeTo(bus);

        for (Class<? extends CaseCommand> type : CommandCatalogue.all()) {
            assertThatThrownBy(() -> dispatch(bus, CommandCatalogue.name(type)))
                    .as(CommandCatalogue.name(type))
                    .hasMessageContaining("cannot be attributed");
        }
        assertThatThrownBy(() -> dispatch(bus, "no-such-command")).isInstanceOf(NoHandlerForCommandException.class);
    }

    @Test
    void a_request_crosses_the_bus_unchanged() {
        Request request = new Request(
                CASE,
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

        SimpleCommandBus bus = SimpleCommandBus.builder().build();
        AtomicReference<Request> arrived = new AtomicReference<>();
        bus.subscribe(CommandCatalogue.name(request.command().getClass()), message -> {
            arrived.set(CommandEnvelope.open(message));
            return null;
        });
        bus.dispatch(CommandEnvelope.of(request));

        assertThat(arrived).hasValue(request);
    }

    private CaseCommandHandler handler() {
        var log = PortsInMemory.over(fixture.getEventStore());
        KnownCases known = new KnownCases(new LoggedCaseStates(log));
        AxonCaseStore store = new AxonCaseStore(fixture.getRepository(), ports, ports, log);
        return new CaseCommandHandler(
                store, new CommandDecider(store, ports, log, known, PolicyBook::published), ports);
    }

    /** A message without its metadata: far enough to see who is given it. */
    private static void dispatch(SimpleCommandBus bus, String name) {
        bus.dispatch(new GenericCommandMessage<>(new GenericMessage<>("nothing"), name), (message, result) -> {
            if (result.exceptionResult() instanceof RuntimeException e) {
                throw e;
            }
        });
    }

    private static CommandMessage<CaseCommand> asks(CaseCommand command) {
        return CommandEnvelope.of(request(command, OFFICER, OptionalLong.empty()));
    }

    private static Request request(CaseCommand command, Actor actor, OptionalLong expected) {
        return new Request(CASE, command, by(actor), NOON, expected, Optional.empty());
    }

    private static Attribution by(Actor actor) {
        return new Attribution(actor, "request-1", Attribution.Channel.API, Optional.empty(), false);
    }

    private static Matcher<CommandResultMessage<?>> done(long version, String... events) {
        return answers(answer -> answer instanceof Done it
                && it.version() == version
                && it.events().equals(List.of(events)));
    }

    private static Matcher<CommandResultMessage<?>> declined(RefusalCode code) {
        return answers(answer -> answer instanceof Declined it && it.refusal().code() == code);
    }

    private static Matcher<CommandResultMessage<?>> answers(Predicate<Object> expected) {
        return matches(message -> expected.test(answer(message.getPayload())));
    }

    private static Answer answer(Object given) {
        return given instanceof CompletableFuture<?> settled && settled.join() instanceof Settlement.Answered it
                ? it.answer()
                : null;
    }

    private static Close close() {
        return new Close(CloseReason.NO_LONGER_IN_NEED, Optional.empty(), TODAY);
    }

    private static Register register() {
        return new Register(
                new ChildIdentity(PersonName.of("陈小雨"), List.of(), Sex.FEMALE, LocalDate.of(2015, 5, 20), List.of()),
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
