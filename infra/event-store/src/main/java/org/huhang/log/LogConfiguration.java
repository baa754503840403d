package org.huhang.log;

import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.huhang.command.axon.AxonRim;
import org.huhang.command.port.CaseStore;
import org.huhang.command.port.IdentityIndex;
import org.huhang.command.port.Receipts;
import org.huhang.kernel.log.CaseLog;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The log and all that shares its transaction, over one database. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "huhang.event-store", havingValue = "postgres", matchIfMissing = true)
@Import(CodecConfiguration.class)
public class LogConfiguration {

    @Bean
    LogTable logTable(DataSource database, EventCodec codec) {
        return new LogTable(new JdbcTemplate(database), codec);
    }

    @Bean
    CaseLog caseLog(LogTable table) {
        return new PostgresCaseLog(table);
    }

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new AxonTransactions(transactions);
    }

    @Bean
    EventStorageEngine eventStorageEngine(LogTable table, PlatformTransactionManager transactions) {
        return new PostgresEventStorageEngine(table, transactions);
    }

    @Bean
    LogSignal logSignal() {
        return new LogSignal();
    }

    @Bean
    LogListener logListener(DataSource database, LogSignal signal) {
        return new LogListener(database, signal);
    }

    @Bean
    LogSource logSource(LogTable table, LogSignal signal) {
        return new LogSource(table, signal);
    }

    @Bean
    EventStore eventStore(EventStorageEngine engine, LogSource source) {
        return LogEventStore.over(engine, source);
    }

    @Bean
    Receipts receipts(DataSource database) {
        return new PostgresReceipts(JdbcClient.create(database));
    }

    @Bean
    IdentityIndex identityIndex(DataSource database) {
        return new PostgresIdentityIndex(JdbcClient.create(database));
    }

    @Bean
    CaseStore caseStore(EventStore eventStore, Receipts receipts, IdentityIndex index, CaseLog log) {
        return AxonRim.over(eventStore, receipts, index, log);
    }
}
