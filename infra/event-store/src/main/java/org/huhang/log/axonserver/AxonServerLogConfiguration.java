package org.huhang.log.axonserver;

import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.huhang.command.port.StreamStore;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.log.Moments;
import org.huhang.log.LogKeeper;
import org.huhang.log.LogOfAnother;
import org.huhang.log.OnLog;
import org.huhang.log.append.LogSettings;
import org.huhang.log.codec.CodecConfiguration;
import org.huhang.log.codec.EventCodec;
import org.huhang.log.identity.PostgresIdentityIndex;
import org.huhang.log.read.LogScan;
import org.huhang.log.tail.LogSignal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The log kept by Axon Server, and what stands beside it in the database. Commands stay in the process that takes them:
 * they hold personal values, and none of those leaves for a server but through the gate.
 */
@Configuration(proxyBeanMethods = false)
@OnLog(LogKeeper.AXON_SERVER)
@Import(CodecConfiguration.class)
public class AxonServerLogConfiguration {

    /** A server that is just starting may be tried as often. */
    private static final int ATTEMPTS = 3;

    @Bean
    AxonServerLink axonServerLink(AxonServerConfiguration configuration) {
        return AxonServerLink.open(
                configuration,
                Duration.ofMillis(configuration.getConnectTimeout()).multipliedBy(ATTEMPTS));
    }

    /** No transaction around a command, and none leaves the process. */
    @Bean
    CommandBus commandBus() {
        return SimpleCommandBus.builder().build();
    }

    @Bean
    ServerStreams serverStreams(AxonServerLink link, EventCodec codec) {
        return new ServerStreams(link, new WireEvents(codec));
    }

    @Bean
    Marks marks(DataSource database) {
        return new Marks(JdbcClient.create(database));
    }

    @Bean
    ServerReceipts serverReceipts(DataSource database, Marks marks) {
        return new ServerReceipts(JdbcClient.create(database), marks);
    }

    @Bean
    PostgresIdentityIndex identityIndex(DataSource database) {
        return new PostgresIdentityIndex(JdbcClient.create(database));
    }

    @Bean
    FactIndex factIndex(
            DataSource database,
            PlatformTransactionManager transactions,
            PostgresIdentityIndex identities,
            ServerReceipts receipts) {
        LogOfAnother.refuse(database, LogKeeper.AXON_SERVER);
        return new FactIndex(new JdbcTemplate(database), new TransactionTemplate(transactions), identities, receipts);
    }

    @Bean
    ServerTail serverTail() {
        return new ServerTail();
    }

    @Bean
    LogSignal logSignal() {
        return new LogSignal();
    }

    @Bean
    EarlierErrors earlierErrors(
            DataSource database,
            PlatformTransactionManager transactions,
            PostgresIdentityIndex identities,
            LogScan scan) {
        return new EarlierErrors(JdbcClient.create(database), new TransactionTemplate(transactions), identities, scan);
    }

    @Bean
    LogFollower logFollower(
            ServerStreams streams, FactIndex index, EarlierErrors errors, ServerTail tail, LogSignal signal) {
        return new LogFollower(streams, index, errors, tail, signal);
    }

    @Bean
    EventLog caseLog(ServerStreams streams, FactIndex index, ServerTail tail, LogSignal signal) {
        return new ServerEventLog(streams, index, tail, signal);
    }

    @Bean
    UnderWay underWay(DataSource database, ServerStreams streams) {
        return new UnderWay(JdbcClient.create(database), streams);
    }

    @Bean
    Moments moments(DataSource database, UnderWay underWay) {
        return new ServerMoments(JdbcClient.create(database), underWay);
    }

    @Bean
    LogScan logScan(ServerStreams streams, EventCodec codec, FactIndex index) {
        return new ServerLogScan(streams, new WireEvents(codec), index);
    }

    @Bean
    RememberedStreams rememberedCases(ServerStreams streams, ObjectProvider<LogSettings> settings) {
        return new RememberedStreams(
                streams, settings.getIfAvailable(() -> LogSettings.DEFAULT).rememberedCases());
    }

    @Bean
    Appends appends(AxonServerLink link, ServerStreams streams, EventCodec codec) {
        return new Appends(link, streams, new WireEvents(codec));
    }

    @Bean
    StreamStore streamStore(
            DataSource database,
            PlatformTransactionManager transactions,
            RememberedStreams cases,
            Marks marks,
            PostgresIdentityIndex identities,
            ServerReceipts receipts,
            ServerStreams streams,
            Appends appends,
            LogFollower follower,
            LogSignal signal,
            UnderWay underWay,
            ObjectProvider<LogSettings> settings) {
        TransactionTemplate alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        Claims claims = new Claims(JdbcClient.create(database), alone, identities);
        return new ServerStreamStore(
                cases,
                new Preparation(claims, underWay, streams, signal),
                new Keys(marks, receipts, cases, streams),
                appends,
                follower,
                settings.getIfAvailable(() -> LogSettings.DEFAULT).waiting());
    }
}
