package org.huhang.log;

import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.huhang.command.port.IdentityLookup;
import org.huhang.command.port.StreamStore;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.log.Moments;
import org.huhang.log.append.LogSettings;
import org.huhang.log.append.LogStreamStore;
import org.huhang.log.append.LogWriter;
import org.huhang.log.append.PostgresReceipts;
import org.huhang.log.codec.CodecConfiguration;
import org.huhang.log.codec.EventCodec;
import org.huhang.log.identity.PostgresIdentityIndex;
import org.huhang.log.identity.SharedIdentityLookup;
import org.huhang.log.read.LogScan;
import org.huhang.log.read.LogTable;
import org.huhang.log.read.PostgresLogScan;
import org.huhang.log.read.PostgresMoments;
import org.huhang.log.read.TimeLimitedDataSource;
import org.huhang.log.tail.LogListener;
import org.huhang.log.tail.LogSignal;
import org.huhang.log.tail.LogTail;
import org.huhang.log.tail.PostgresEventLog;
import org.huhang.log.tail.StreamMemory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log and all that shares its transaction, over one database. */
@Configuration(proxyBeanMethods = false)
@OnLog(LogKeeper.POSTGRES)
@Import(CodecConfiguration.class)
public class LogConfiguration {

    @Bean
    LogTable logTable(DataSource database, EventCodec codec) {
        LogOfAnother.refuse(database, LogKeeper.POSTGRES);
        return new LogTable(JdbcClient.create(database), codec);
    }

    @Bean
    LogScan logScan(DataSource database, EventCodec codec) {
        return new PostgresLogScan(database, codec);
    }

    @Bean
    LogSignal logSignal() {
        return new LogSignal();
    }

    @Bean
    StreamMemory caseMemory(ObjectProvider<LogSettings> settings) {
        return new StreamMemory(
                settings.getIfAvailable(() -> LogSettings.DEFAULT).rememberedCases());
    }

    @Bean
    LogTail logTail(LogTable table, LogSignal signal, StreamMemory memory) {
        return new LogTail(table, signal, memory);
    }

    @Bean
    LogListener logListener(DataSource database, LogTail tail) {
        return new LogListener(database, tail);
    }

    @Bean
    LogWriter logWriter(DataSource database, LogTail tail, ObjectProvider<LogSettings> settings) {
        return new LogWriter(database, tail, settings.getIfAvailable(() -> LogSettings.DEFAULT));
    }

    @Bean
    EventLog caseLog(LogTable table, LogTail tail) {
        return new PostgresEventLog(table, tail);
    }

    @Bean
    Moments moments(DataSource database) {
        return new PostgresMoments(JdbcClient.create(database));
    }

    @Bean
    PostgresReceipts receipts(DataSource database, ObjectProvider<LogSettings> settings) {
        return new PostgresReceipts(JdbcClient.create(database), together(database, settings), longestWait(settings));
    }

    @Bean
    @Fallback
    PostgresIdentityIndex identityIndex(DataSource database) {
        return new PostgresIdentityIndex(JdbcClient.create(database));
    }

    /** What commands ask, who hold no transaction while they decide. */
    @Bean
    IdentityLookup identities(DataSource database, PostgresIdentityIndex index, ObjectProvider<LogSettings> settings) {
        return new SharedIdentityLookup(together(database, settings), index, longestLookup(settings));
    }

    @Bean
    StreamStore streamStore(
            DataSource database,
            EventCodec codec,
            PostgresReceipts receipts,
            PostgresIdentityIndex index,
            StreamMemory memory,
            LogWriter writer,
            ObjectProvider<LogSettings> settings) {
        LogTable table = new LogTable(together(database, settings), codec);
        return new LogStreamStore(table, codec, receipts, index, memory, writer, longestLookup(settings));
    }

    /** No transaction around a command: deciding takes none, and recording is the writer's. */
    @Bean
    CommandBus commandBus() {
        return SimpleCommandBus.builder().build();
    }

    /** Half of what a command may take: first for the query of another, then for one's own. */
    private static Duration longestLookup(ObjectProvider<LogSettings> settings) {
        return longestWait(settings).dividedBy(2);
    }

    private static JdbcClient together(DataSource database, ObjectProvider<LogSettings> settings) {
        return JdbcClient.create(new TimeLimitedDataSource(database, longestLookup(settings)));
    }

    private static Duration longestWait(ObjectProvider<LogSettings> settings) {
        return settings.getIfAvailable(() -> LogSettings.DEFAULT).longestWait();
    }
}
