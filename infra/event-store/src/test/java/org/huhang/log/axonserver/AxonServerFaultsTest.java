package org.huhang.log.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huhang.log.testing.Eventually.eventually;

import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.huhang.axonserver.AxonServerDouble;
import org.huhang.command.area.file.FileCommand.Close;
import org.huhang.command.area.file.FileCommand.Reopen;
import org.huhang.command.port.Answer;
import org.huhang.command.port.Answer.Declined;
import org.huhang.command.port.Answer.Done;
import org.huhang.command.port.CommandGateway.Request;
import org.huhang.command.port.Unavailable;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.CloseReason;
import org.huhang.kernel.value.Narrative;
import org.huhang.log.LogOfAnother;
import org.huhang.log.identity.IndexStep;
import org.huhang.log.identity.PostgresIdentityIndex;
import org.huhang.log.testing.LogDatabase;
import org.huhang.log.testing.OneProcess;
import org.huhang.log.testing.Requests;
import org.huhang.log.testing.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AxonServerFaultsTest {

    private final AxonServerDouble server = AxonServerDouble.start();
    private LogDatabase database;
    private OneProcess process;

    @BeforeEach
    void start() {
        database = LogDatabase.create();
        process = OneProcess.onAxonServer(database.pool(), server.address());
    }

    @AfterEach
    void stop() {
        process.close();
        database.close();
        server.close();
    }

    @Test
    void an_answer_lost_after_the_facts_were_stored_is_found_out_from_the_stream() {
        CaseId caseId = registered();
        server.leaveUnconfirmed(1);

        Done done = (Done) send(Requests.of(caseId, Requests.close()));

        assertThat(done.version()).isEqualTo(1);
        assertThat(process.log().history(caseId)).hasSize(2);
        assertThat(server.stored()).hasSize(2);
    }

    @Test
    void facts_lost_before_they_were_stored_are_sent_again() {
        CaseId caseId = registered();
        server.lose(2);

        assertThat(send(Requests.of(caseId, Requests.close()))).isInstanceOf(Done.class);
        assertThat(process.log().history(caseId)).hasSize(2);
    }

    @Test
    void facts_the_server_will_not_take_are_not_recorded_and_their_documents_are_free() {
        server.refuse(1);
        Request first = Requests.of(CaseId.random(), Requests.register("甲", Requests.passport("E10000001")));

        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> send(first));

        assertThat(server.stored()).isEmpty();
        assertThat(send(Requests.of(CaseId.random(), Requests.register("乙", Requests.passport("E10000001")))))
                .isInstanceOf(Done.class);
    }

    @Test
    void while_nobody_can_reach_the_server_commands_are_turned_away_and_afterwards_taken() {
        CaseId caseId = registered();
        server.shut();
        Request close = Requests.keyed(Requests.of(caseId, Requests.close()), "shut", "digest");
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> send(close));

        server.open();

        eventually(() -> assertThat(trySend(close)).containsInstanceOf(Done.class));
        assertThat(process.log().history(caseId)).hasSize(2);
    }

    @Test
    void a_process_that_dies_between_facts_and_receipt_leaves_the_answer_in_the_facts() {
        Request first = Requests.keyed(
                Requests.of(CaseId.random(), Requests.register("丙", Requests.passport("E10000002"))), "died", "digest");
        server.leaveUnconfirmed(1);
        process.commands().submit(first);
        eventually(() -> assertThat(server.stored()).hasSize(1));
        process.close();

        process = OneProcess.onAxonServer(database.pool(), server.address());
        Request again = Requests.keyed(
                Requests.of(CaseId.random(), Requests.register("丙", Requests.passport("E10000002"))), "died", "digest");

        assertThat(send(again)).isInstanceOfSatisfying(Done.class, done -> {
            assertThat(done.caseId()).isEqualTo(CaseId.of(first.stream().value()));
            assertThat(done.position()).isEqualTo(1);
        });
        assertThat(server.stored()).hasSize(1);
    }

    @Test
    void what_stands_beside_the_log_is_made_anew_from_it() {
        CaseId holder = CaseId.random();
        send(Requests.of(holder, Requests.register("丁", Requests.passport("E10000003"))));
        send(Requests.of(holder, Requests.close()));
        var before = process.log().after(0, 10);
        process.close();
        database.close();

        database = LogDatabase.create();
        process = OneProcess.onAxonServer(database.pool(), server.address());

        assertThat(send(Requests.of(CaseId.random(), Requests.register("戊", Requests.passport("E10000003")))))
                .isInstanceOfSatisfying(Declined.class, declined -> assertThat(
                                declined.refusal().code())
                        .isEqualTo(RefusalCode.DOCUMENT_BELONGS_TO_ANOTHER_CASE));
        assertThat(process.log().after(0, 10)).isEqualTo(before).hasSize(2);
        assertThat(process.log().history(holder)).isEqualTo(before);
    }

    @Test
    void who_was_registered_in_error_is_made_anew_from_it_too() {
        CaseId error = CaseId.random();
        CaseId mistaken = CaseId.random();
        send(Requests.of(error, Requests.register("壬", Requests.passport("E10000005"))));
        send(Requests.of(error, inError()));
        send(Requests.of(mistaken, Requests.register("癸", Requests.passport("E10000006"))));
        send(Requests.of(mistaken, inError()));
        send(Requests.of(mistaken, new Reopen(Narrative.of("并非误登"), Samples.DAY)));
        process.close();
        database.close();

        database = LogDatabase.create();
        process = OneProcess.onAxonServer(database.pool(), server.address());

        theNumberOfTheErrorAloneIsFree();
    }

    @Test
    void what_an_earlier_version_left_with_cases_registered_in_error_is_free_once_this_one_has_started()
            throws Exception {
        CaseId error = CaseId.random();
        CaseId mistaken = CaseId.random();
        send(Requests.of(error, Requests.register("壬", Requests.passport("E10000005"))));
        send(Requests.of(mistaken, Requests.register("癸", Requests.passport("E10000006"))));
        send(Requests.of(mistaken, inError()));
        send(Requests.of(mistaken, new Reopen(Narrative.of("并非误登"), Samples.DAY)));
        send(Requests.of(error, inError()));
        process.close();
        database.asSuperuser("""
                        INSERT INTO log.document_holder SELECT digest, case_id FROM log.document_in_error;
                        DELETE FROM log.document_in_error;
                        DELETE FROM log.case_in_error;
                        UPDATE axonserver.head SET errors_known = false""");

        process = OneProcess.onAxonServer(database.pool(), server.address());

        theNumberOfTheErrorAloneIsFree();
    }

    private void theNumberOfTheErrorAloneIsFree() {
        assertThat(send(Requests.of(CaseId.random(), Requests.register("癸", Requests.passport("E10000006")))))
                .isInstanceOf(Declined.class);
        assertThat(send(Requests.of(CaseId.random(), Requests.register("壬", Requests.passport("E10000005")))))
                .isInstanceOfSatisfying(
                        Done.class, done -> assertThat(done.lookalikes()).isEmpty());
    }

    private static Close inError() {
        return new Close(CloseReason.REGISTERED_IN_ERROR, Optional.empty(), Samples.DAY);
    }

    @Test
    void a_claim_of_one_who_died_counts_until_its_time_is_up() throws Exception {
        Request wants = Requests.of(CaseId.random(), Requests.register("己", Requests.passport("E10000004")));
        String digest = process
                .get(PostgresIdentityIndex.class)
                .steps(wants.stream(), Samples.registered(Requests.passport("E10000004")))
                .stream()
                .filter(IndexStep.Claims.class::isInstance)
                .map(step -> HexFormat.of().formatHex(((IndexStep.Claims) step).digest()))
                .findFirst()
                .orElseThrow();
        database.asSuperuser("INSERT INTO axonserver.claim VALUES (gen_random_uuid(), '\\x" + digest
                + "', gen_random_uuid(), clock_timestamp() + interval '1 minute')");

        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> send(wants));
        database.asSuperuser("UPDATE axonserver.claim SET until = clock_timestamp()");

        assertThat(send(wants)).isInstanceOf(Done.class);
    }

    @Test
    void a_server_that_has_lost_facts_is_not_followed() {
        registered();
        process.close();

        try (AxonServerDouble empty = AxonServerDouble.start()) {
            process = OneProcess.onAxonServer(database.pool(), empty.address());
            eventually(() -> assertThat(process.get(LogFollower.class).trouble())
                    .contains("Axon Server has 0 facts, but 1 had been followed"));
        }
    }

    @Test
    void a_context_that_others_write_to_is_not_followed_past_their_first_event() {
        server.store(Event.newBuilder()
                .setMessageIdentifier("1")
                .setAggregateType("Order")
                .setAggregateIdentifier("order-1")
                .setPayload(SerializedObject.newBuilder().setType("OrderPlaced").setRevision("1"))
                .build());

        eventually(() -> assertThat(process.get(LogFollower.class).trouble())
                .contains("Event OrderPlaced revision 1 is of no aggregate of ours: this context must be"
                        + " Huhang's alone"));
        assertThat(process.log().head()).isZero();
    }

    @Test
    void a_database_beside_another_log_is_refused() {
        registered();

        assertThatThrownBy(() -> new OneProcess(database.pool())).hasRootCauseInstanceOf(LogOfAnother.class);
        try (LogDatabase ofPostgres = LogDatabase.create();
                OneProcess first = new OneProcess(ofPostgres.pool())) {
            first.commands().send(Requests.of(CaseId.random(), Requests.register("辛")));
            assertThatThrownBy(() -> OneProcess.onAxonServer(ofPostgres.pool(), server.address()))
                    .hasRootCauseInstanceOf(LogOfAnother.class);
        }
    }

    @Test
    void without_a_server_the_start_fails_in_time_and_says_where_it_looked() {
        AxonServerConfiguration nobody = AxonServerConfiguration.builder()
                .componentName("huhang")
                .servers("127.0.0.1:1")
                .build();

        assertThatThrownBy(() -> AxonServerLink.open(nobody, Duration.ofSeconds(1)))
                .isInstanceOfSatisfying(AxonServerUnreachable.class, it -> assertThat(it.servers())
                        .isEqualTo("127.0.0.1:1"));
    }

    private CaseId registered() {
        CaseId caseId = CaseId.random();
        assertThat(send(Requests.of(caseId, Requests.register("庚")))).isInstanceOf(Done.class);
        return caseId;
    }

    private Answer send(Request request) {
        return process.commands().send(request);
    }

    private Optional<Answer> trySend(Request request) {
        try {
            return Optional.of(send(request));
        } catch (Unavailable notNow) {
            return Optional.empty();
        }
    }
}
