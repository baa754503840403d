package org.huhang.bench.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.flywaydb.core.Flyway;
import org.huhang.bench.database.Server;
import org.huhang.command.port.StreamStore;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.access.Jurisdiction;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.area.file.FileEvent.ChildRegistered;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.ReturnedToGuardian;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.DivisionEdition;
import org.huhang.kernel.division.DivisionRef;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.log.Moments;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.HouseholdType;
import org.huhang.kernel.value.Hukou;
import org.huhang.kernel.value.PersonName;
import org.huhang.kernel.value.Residence;
import org.huhang.kernel.value.Sex;
import org.huhang.kernel.value.SourceAgency;
import org.huhang.log.LogConfiguration;
import org.huhang.log.axonserver.Provenance;
import org.huhang.log.tail.LogSignal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class LogEventStoreTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
    private static final Attribution OFFICER = new Attribution(
            new Actor("officer-1", Role.COUNTY_OFFICER, Jurisdiction.of("330109")),
            "request-1",
            Attribution.Channel.API,
            Optional.empty(),
            false);

    @TempDir
    static Path folder;

    private static Server server;
    private static HikariDataSource database;
    private static AnnotationConfigApplicationContext one;
    private static AnnotationConfigApplicationContext other;

    @BeforeAll
    static void two_processes_on_one_log() throws Exception {
        server = Server.start(folder);
        server.create("log");
        database = new HikariDataSource();
        database.setJdbcUrl(server.url("log"));
        database.setUsername(Server.OWNER);
        database.setPassword(Server.OWNER);
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/log")
                .schemas("log")
                .createSchemas(true)
                .load()
                .migrate();
        one = process();
        other = process();
    }

    @AfterAll
    static void close() throws Exception {
        other.close();
        one.close();
        database.close();
        server.close();
    }

    @Test
    void what_one_process_appends_wakes_and_reaches_a_reader_of_another() throws Exception {
        LogEventStore reader = store(other);
        try (BlockingStream<TrackedEventMessage<?>> stream = reader.openStream(reader.createHeadToken())) {
            CountDownLatch woken = new CountDownLatch(1);
            assertThat(stream.setOnAvailableCallback(woken::countDown)).isTrue();
            CaseId caseId = CaseId.random();

            store(one).publish(message(caseId, 0, registered()), message(caseId, 1, returned()));

            assertThat(woken.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(LogMessages.recorded(stream.nextAvailable()).event()).isEqualTo(registered());
            assertThat(LogMessages.recorded(stream.nextAvailable()).by()).isEqualTo(OFFICER);
            assertThat(stream.hasNextAvailable()).isFalse();
        }
    }

    @Test
    void a_closed_reader_is_woken_no_more() throws Exception {
        CountDownLatch woken = new CountDownLatch(1);
        LogEventStore reader = store(other);
        BlockingStream<TrackedEventMessage<?>> stream = reader.openStream(reader.createHeadToken());
        stream.setOnAvailableCallback(woken::countDown);
        stream.close();

        store(one).publish(message(CaseId.random(), 0, registered()));

        assertThat(other.getBean(LogSignal.class)
                        .awaitBeyond(one.getBean(EventLog.class).head() - 1, Duration.ofSeconds(30)))
                .isTrue();
        assertThat(woken.getCount()).isEqualTo(1);
    }

    @Test
    void a_version_that_is_taken_is_a_conflict_the_first_one_included() {
        CaseId caseId = CaseId.random();
        store(one).publish(message(caseId, 0, registered()), message(caseId, 1, returned()));
        long head = one.getBean(EventLog.class).head();

        for (long version : new long[] {0, 1}) {
            assertThatThrownBy(() -> store(other).publish(message(caseId, version, registered())))
                    .isExactlyInstanceOf(ConcurrencyException.class);
        }
        assertThat(one.getBean(EventLog.class).head()).isEqualTo(head);
    }

    @Test
    void what_is_no_fact_about_a_case_and_what_is_a_snapshot_is_refused_aloud() {
        LogEventStorageEngine engine = engine(one);

        assertThatThrownBy(() -> engine.appendEvents(
                        new GenericDomainEventMessage<>("Text", CaseId.random().toString(), 0, "text")))
                .hasMessageContaining("facts about cases only");
        assertThatThrownBy(() -> engine.storeSnapshot(message(CaseId.random(), 0, registered())))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(engine.readSnapshot(CaseId.random().toString())).isEmpty();
    }

    @Test
    void tokens_point_at_the_tail_the_head_and_an_instant() {
        CaseId caseId = CaseId.random();
        LogEventStorageEngine engine = engine(one);
        engine.appendEvents(message(caseId, 0, registered()), message(caseId, 1, returned()));
        long head = one.getBean(EventLog.class).head();

        assertThat(engine.createTailToken().position()).hasValue(0);
        assertThat(engine.createHeadToken().position()).hasValue(head);
        assertThat(engine.createTokenAt(Instant.now().minusSeconds(3600)).position())
                .hasValue(0);
        assertThat(engine.createTokenAt(Instant.now().plusSeconds(60)).position())
                .hasValue(head);
        assertThat(engine.lastSequenceNumberFor(caseId.toString())).contains(1L);
        assertThat(engine.readEvents(caseId.toString(), 1).asStream().map(DomainEventMessage::getSequenceNumber))
                .containsExactly(1L);
        assertThat(engine.readEvents(engine.createTailToken(), false)).hasSize((int) head);
    }

    private static AnnotationConfigApplicationContext process() {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, () -> database, definition -> definition.setDestroyMethodName(""));
        context.register(LogConfiguration.class);
        context.refresh();
        return context;
    }

    private static LogEventStore store(AnnotationConfigApplicationContext process) {
        return LogEventStore.over(
                process.getBean(StreamStore.class),
                process.getBean(EventLog.class),
                source(process),
                Duration.ofSeconds(10));
    }

    private static LogEventStorageEngine engine(AnnotationConfigApplicationContext process) {
        return new LogEventStorageEngine(
                process.getBean(StreamStore.class),
                process.getBean(EventLog.class),
                source(process),
                Duration.ofSeconds(10));
    }

    private static LogSource source(AnnotationConfigApplicationContext process) {
        return new LogSource(
                process.getBean(EventLog.class), process.getBean(LogSignal.class), process.getBean(Moments.class));
    }

    private static DomainEventMessage<CaseEvent> message(CaseId caseId, long version, CaseEvent event) {
        return new GenericDomainEventMessage<>(
                "ChildCase", caseId.toString(), version, event, new Provenance(OFFICER, NOON).asMetaData());
    }

    private static CaseEvent returned() {
        return new ReturnedToGuardian(DAY);
    }

    private static CaseEvent registered() {
        DivisionRef home = new DivisionRef(DivisionCode.of("330109102"), DivisionEdition.of("202306"));
        return new ChildRegistered(
                new ChildIdentity(PersonName.of("张三"), List.of(), Sex.FEMALE, LocalDate.of(2016, 2, 29), List.of()),
                new Hukou(home, HouseholdType.RURAL),
                new Residence(home, Optional.empty(), LocalDate.of(2025, 9, 1)),
                List.of(),
                SourceAgency.VILLAGE,
                DAY);
    }
}
