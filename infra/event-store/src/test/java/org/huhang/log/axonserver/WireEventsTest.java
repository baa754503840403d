package org.huhang.log.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axoniq.axonserver.grpc.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huhang.kernel.area.file.FileEvent.CaseReopened;
import org.huhang.kernel.event.EventCatalogue;
import org.huhang.kernel.log.Moment;
import org.huhang.kernel.value.CaseId;
import org.huhang.log.codec.EventCodec;
import org.huhang.log.codec.PersonalDataGate;
import org.huhang.log.codec.UnreadableEvent;
import org.huhang.log.codec.Upcaster;
import org.huhang.log.codec.Upcasters;
import org.huhang.log.testing.Samples;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class WireEventsTest {

    private static final Instant NOON = Samples.NOON;

    private final EventCodec codec = new EventCodec(PersonalDataGate.open(), Upcasters.none());
    private final WireEvents wire = new WireEvents(codec);

    @Test
    void every_fact_comes_back_as_it_went() {
        for (org.huhang.kernel.event.Event event : Samples.all()) {
            ServerFact fact = fact(event, NOON.plusNanos(123_000));
            assertThat(wire.read(wire.write(fact))).isEqualTo(fact);
        }
    }

    @Test
    void an_event_goes_by_name_and_revision_in_the_log_s_own_json() {
        for (org.huhang.kernel.event.Event event : Samples.all()) {
            Event sent = wire.write(fact(event, NOON));

            assertThat(sent.getPayload().getType()).isEqualTo(EventCatalogue.name(event.getClass()));
            assertThat(sent.getPayload().getRevision())
                    .isEqualTo(Integer.toString(EventCatalogue.revision(event.getClass())));
            assertThat(sent.getPayload().getData().toStringUtf8())
                    .isEqualTo(codec.write(Samples.CASE.stream(), event).payload());
        }
    }

    @Test
    void nothing_personal_stands_beside_the_payload() {
        Event sent = wire.write(fact(Samples.registered(Samples.document("11010519491231002X")), NOON));

        assertThat(sent.getPayload().getData().toStringUtf8()).contains("张三", "11010519491231002X");
        assertThat(sent.toBuilder().clearPayload().build().getMetaDataMap().toString())
                .doesNotContain("11010519491231002X", "my key", "my request")
                .matches("\\A\\p{ASCII}*\\z");
    }

    @Test
    void a_fact_of_an_older_revision_is_lifted_as_it_is_read() {
        // As if CaseReopened had once been written without a day.
        WireEvents today =
                new WireEvents(new EventCodec(PersonalDataGate.open(), new Upcasters(List.of(new WithADay()))));
        org.huhang.kernel.event.Event reopened = Samples.all().stream()
                .filter(CaseReopened.class::isInstance)
                .findFirst()
                .orElseThrow();
        Event sent = wire.write(fact(reopened, NOON));
        String old = sent.getPayload().getData().toStringUtf8().replaceFirst(",?\"effectiveOn\":\"[^\"]*\"", "");
        Event kept = sent.toBuilder()
                .setPayload(sent.getPayload().toBuilder()
                        .setRevision("0")
                        .setData(com.google.protobuf.ByteString.copyFromUtf8(old)))
                .build();

        assertThat(today.read(kept).event()).isEqualTo(reopened);
        assertThatThrownBy(() -> wire.read(kept)).isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void recorded_time_grows_from_command_to_command_whatever_a_writer_s_clock_says() {
        Moment noon = ServerFact.next(Moment.START, NOON, true);

        assertThat(ServerFact.next(noon, NOON.minusSeconds(3600), true)).isEqualTo(new Moment(2, NOON.plusNanos(1000)));
        assertThat(ServerFact.next(noon, NOON, true)).isEqualTo(new Moment(2, NOON.plusNanos(1000)));
        assertThat(ServerFact.next(noon, NOON.plusSeconds(1), true)).isEqualTo(new Moment(2, NOON.plusSeconds(1)));
        assertThat(ServerFact.next(noon, NOON, false)).isEqualTo(new Moment(2, NOON));
    }

    private static ServerFact fact(org.huhang.kernel.event.Event event, Instant at) {
        Mark mark = new Mark(UUID.randomUUID(), UUID.randomUUID());
        return new ServerFact(
                Samples.CASE.stream(),
                7,
                at,
                Samples.OFFICER,
                event,
                new Trace(
                        UUID.randomUUID(),
                        1,
                        2,
                        Optional.of(
                                new Trace.Keyed(mark, Samples.CASE.stream(), List.of(Samples.OTHER, CaseId.random())))),
                UUID.randomUUID());
    }

    private static final class WithADay implements Upcaster {
        @Override
        public String event() {
            return "CaseReopened";
        }

        @Override
        public int from() {
            return 0;
        }

        @Override
        public ObjectNode lift(ObjectNode payload) {
            return payload.put("effectiveOn", Samples.DAY.toString());
        }
    }
}
