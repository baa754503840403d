package org.huhang.bench.application;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.eventsourcing.eventstore.jpa.SQLStateResolver;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.huhang.bench.axon.AxonCaseStore;
import org.huhang.bench.axon.AxonTransactions;
import org.huhang.command.port.IdentityIndex;
import org.huhang.command.port.IdentityLookup;
import org.huhang.command.port.Receipts;
import org.huhang.command.port.StreamStore;
import org.huhang.kernel.value.PersonalValue;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * S0: the same application over Axon's own JDBC engine and embedded event store, set up as Axon's reference describes it for
 * PostgreSQL: its tables and indexes, {@code bytea} payloads, its Jackson serializer, its defaults for batches and gaps,
 * connections from the application's pool in the application's transactions. Commands, receipts and identity index are the
 * same code. Its read model is a {@link StockProjection}.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("bench.stock")
class StockAxon {

    /** Keeps Axon's store from being taken for the application's own. */
    record Parts(EmbeddedEventStore events, ConnectionProvider connections, JacksonSerializer serializer) {}

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new AxonTransactions(transactions);
    }

    @Bean
    Parts stock(DataSource database, TransactionManager axonTransactionManager) {
        ConnectionProvider connections =
                new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(database));
        JacksonSerializer serializer = serializer();
        JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(axonTransactionManager)
                .persistenceExceptionResolver(new SQLStateResolver())
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
        axonTransactionManager.executeInTransaction(() -> engine.createSchema(PostgresEventTableFactory.INSTANCE));
        return new Parts(EmbeddedEventStore.builder().storageEngine(engine).build(), connections, serializer);
    }

    /** A transaction around each command, which is where plain Axon appends. */
    @Bean
    @Primary
    CommandBus stockCommandBus(TransactionManager axonTransactionManager) {
        return SimpleCommandBus.builder()
                .transactionManager(axonTransactionManager)
                .build();
    }

    @Bean
    @Primary
    StreamStore stockCases(Parts stock, Receipts receipts, IdentityIndex index) {
        return AxonCaseStore.over(stock.events(), receipts, index, new NoPositions());
    }

    /** Asked in the command's own transaction, which would wait for a second connection otherwise. */
    @Bean
    @Primary
    IdentityLookup stockIdentities(IdentityIndex index) {
        return index;
    }

    @Bean
    StockProjection stockProjection(Parts stock, TransactionManager axonTransactionManager, DataSource database) {
        return new StockProjection(stock, axonTransactionManager, JdbcClient.create(database));
    }

    static JacksonSerializer serializer() {
        return JacksonSerializer.builder()
                .objectMapper(new ObjectMapper()
                        .registerModule(new Jdk8Module())
                        .registerModule(new JavaTimeModule())
                        .addMixIn(PersonalValue.class, PersonalText.class))
                .build();
    }

    /** Personal values are written as their text, as the log writes them. */
    interface PersonalText {

        @JsonValue
        String reveal();

        @JsonValue(false)
        String masked();
    }
}
