package org.huhang.app.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.huhang.app.testing.RunningApplication;
import org.huhang.app.testing.RunningApplication.Answer;
import org.huhang.command.api.CommandAddress;
import org.huhang.command.ask.CommandCatalogue;
import org.huhang.command.port.StreamStore;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.stream.StreamKind;
import org.huhang.kernel.stream.StreamState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * What holds for aggregates of every kind, over HTTP. That each command is accepted and refused once, each event has its golden
 * and each endpoint keeps to rights and reach, is told where the catalogues of both are gone through.
 */
class EveryAggregateTest {

    private static final RunningApplication APPLICATION = RunningApplication.shared();
    private static final String OFFICER = APPLICATION.token(Role.COUNTY_OFFICER, Sample.COUNTY);
    private static final String OUTSIDER = APPLICATION.token(Role.COUNTY_OFFICER, Sample.ELSEWHERE);
    private static final int AT_ONCE = 16;

    static Stream<StreamKind> kinds() {
        return Stream.of(StreamKind.values());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void one_command_begins_it_and_all_others_are_asked_below_it(StreamKind kind) {
        Sample sample = Sample.of(kind);
        assertThat(CommandCatalogue.all().stream()
                        .filter(command -> CommandCatalogue.kind(command) == kind && CommandCatalogue.begins(command)))
                .containsExactly(CommandCatalogue.beginning(kind));
        CommandCatalogue.all().stream()
                .filter(command -> CommandCatalogue.kind(command) == kind)
                .forEach(command -> assertThat(CommandAddress.of(command))
                        .isEqualTo(
                                CommandCatalogue.begins(command)
                                        ? sample.all()
                                        : sample.all() + "/{" + sample.id() + "}/" + CommandCatalogue.name(command)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void commands_of_another_kind_are_unknown_there(StreamKind kind) {
        String unknown = Sample.of(kind).at(UUID.randomUUID());
        CommandCatalogue.all().stream()
                .filter(command -> CommandCatalogue.kind(command) != kind)
                .map(CommandCatalogue::name)
                .forEach(name -> {
                    Answer answer = APPLICATION.post(unknown + "/" + name, OFFICER, "{}");
                    assertThat(answer.status()).as(name).isEqualTo(404);
                    assertThat(answer.code()).as(name).isEqualTo("COMMAND_UNKNOWN");
                });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void it_is_read_at_the_address_that_its_beginning_gives(StreamKind kind) {
        Sample sample = Sample.of(kind);
        Answer begun = APPLICATION.post(sample.all(), OFFICER, sample.begins());
        assertThat(begun.status()).as(begun.body()).isEqualTo(201);
        Answer read = APPLICATION.get(begun.header("Location"), OFFICER);

        assertThat(begun.header("ETag")).isEqualTo("\"0\"");
        assertThat(read.json().get(sample.id())).isEqualTo(begun.json().get(sample.id()));
        assertThat(read.json().get("version").longValue()).isZero();
        assertThat(read.header("Huhang-Position")).isEqualTo(begun.header("Huhang-Position"));
    }

    /** A version told is a fact kept, and what the log holds adds up to what the next command sees. */
    @ParameterizedTest
    @MethodSource("kinds")
    void of_commands_at_once_none_is_lost_and_the_log_adds_up_to_what_the_next_one_sees(StreamKind kind) {
        Sample sample = Sample.of(kind);
        UUID id = begun(sample);
        List<Answer> answers = atOnce(sample, id);

        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(answer.status()).as(answer.body()).isEqualTo(200));
        assertThat(answers.stream().map(answer -> answer.json().get("version").longValue()))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, AT_ONCE).boxed().toList());
        StreamId stream = StreamId.of(id);
        List<Recorded> facts = APPLICATION.bean(EventLog.class).history(stream);
        StreamState folded =
                kind.unbegun(stream).withAll(facts.stream().map(Recorded::event).toList());
        assertThat(folded.kind()).isEqualTo(kind);
        assertThat(folded.begun()).isTrue();
        assertThat(folded.version()).isEqualTo(AT_ONCE);
        assertThat(APPLICATION.bean(StreamStore.class).load(stream, kind)).isEqualTo(folded);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void of_those_who_saw_the_same_version_one_comes_through(StreamKind kind) {
        Sample sample = Sample.of(kind);
        UUID id = begun(sample);
        List<Integer> statuses = IntStream.range(0, 4)
                .mapToObj(number -> send(sample, id, number, "If-Match", "\"0\""))
                .map(Answer::status)
                .toList();

        assertThat(statuses).containsExactly(200, 412, 412, 412);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void what_is_sent_again_under_its_key_has_no_second_effect(StreamKind kind) {
        Sample sample = Sample.of(kind);
        UUID id = begun(sample);
        String key = "key-" + id;
        Answer first = send(sample, id, 1, "Idempotency-Key", key);
        Answer again = send(sample, id, 1, "Idempotency-Key", key);

        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(APPLICATION.bean(EventLog.class).history(StreamId.of(id))).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void who_has_nothing_to_do_with_it_learns_not_even_that_it_is_there(StreamKind kind) {
        Sample sample = Sample.of(kind);
        UUID id = begun(sample);
        Answer foreign = APPLICATION.post(
                sample.at(id) + "/" + sample.command(),
                OUTSIDER,
                sample.bodies().of(1));
        Answer unknown = APPLICATION.post(
                sample.at(UUID.randomUUID()) + "/" + sample.command(),
                OUTSIDER,
                sample.bodies().of(1));

        assertThat(foreign.code()).isEqualTo(kind.notFound().name());
        assertThat(foreign.unnamedBody()).isEqualTo(unknown.unnamedBody());
        assertThat(APPLICATION.get(sample.at(id), OUTSIDER).code())
                .isEqualTo(kind.notFound().name());
        assertThat(APPLICATION.post(sample.all(), OUTSIDER, sample.begins()).code())
                .isEqualTo(kind.outside().name());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void it_is_of_no_other_kind(StreamKind kind) {
        UUID id = begun(Sample.of(kind));
        kinds().filter(other -> other != kind).map(Sample::of).forEach(other -> {
            assertThat(APPLICATION.get(other.at(id), OFFICER).code())
                    .isEqualTo(other.kind().notFound().name());
            assertThat(APPLICATION
                            .post(
                                    other.at(id) + "/" + other.command(),
                                    OFFICER,
                                    other.bodies().of(1))
                            .code())
                    .isEqualTo(other.kind().notFound().name());
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void its_history_tells_of_each_fact_what_it_did_page_by_page_and_as_of_any_moment(StreamKind kind) {
        Sample sample = Sample.of(kind);
        UUID id = begun(sample);
        String history = sample.at(id) + "/history";
        String begun = APPLICATION.get(sample.at(id), OFFICER).header("Huhang-Position");
        assertThat(send(sample, id, 1, "Accept-Language", "en").status()).isEqualTo(200);

        JsonNode facts = APPLICATION.get(history, OFFICER).json();
        assertThat(facts.get("items").valueStream())
                .extracting(fact -> fact.get("version").longValue())
                .containsExactly(0L, 1L);
        assertThat(facts.get("items"))
                .allSatisfy(fact -> assertThat(fact.get("changes")).isNotEmpty());
        JsonNode first = APPLICATION.get(history + "?limit=1", OFFICER).json();
        JsonNode second = APPLICATION
                .get(history + "?limit=1&cursor=" + first.get("next").stringValue(), OFFICER)
                .json();
        assertThat(first.at("/items/0")).isEqualTo(facts.at("/items/0"));
        assertThat(second.at("/items/0")).isEqualTo(facts.at("/items/1"));
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(APPLICATION
                        .get(history + "?knownAt=" + begun, OFFICER)
                        .json()
                        .get("items"))
                .containsExactly(facts.at("/items/0"));
        assertThat(APPLICATION.get(history, OUTSIDER).code())
                .isEqualTo(kind.notFound().name());
    }

    @Test
    void a_case_merges_with_none_of_another_kind_even_one_just_remembered() {
        UUID child = begun(Sample.of(StreamKind.CASE));
        UUID member = begun(Sample.of(StreamKind.STAFF));
        for (String command : List.of("merge", "unmerge")) {
            Answer answer = APPLICATION.post(
                    "/api/cases/" + child + "/" + command,
                    OFFICER,
                    "{\"otherCase\": \"" + member + "\", \"on\": \"2026-02-01\", \"reason\": \"重复登记\"}");
            assertThat(answer.code()).as(answer.body()).isEqualTo("CASE_NOT_FOUND");
        }
    }

    private static UUID begun(Sample sample) {
        Answer answer = APPLICATION.post(sample.all(), OFFICER, sample.begins());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return UUID.fromString(answer.json().get(sample.id()).stringValue());
    }

    private static Answer send(Sample sample, UUID id, int number, String header, String value) {
        return APPLICATION.send(APPLICATION
                .request(sample.at(id) + "/" + sample.command(), OFFICER)
                .header("Content-Type", "application/json")
                .header(header, value)
                .POST(HttpRequest.BodyPublishers.ofString(sample.bodies().of(number))));
    }

    private static List<Answer> atOnce(Sample sample, UUID id) {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Answer>> answers = new ArrayList<>();
            for (int number = 0; number < AT_ONCE; number++) {
                String body = sample.bodies().of(number);
                answers.add(CompletableFuture.supplyAsync(
                        () -> APPLICATION.post(sample.at(id) + "/" + sample.command(), OFFICER, body), callers));
            }
            return answers.stream().map(CompletableFuture::join).toList();
        }
    }
}
