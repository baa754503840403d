package org.huhang.log.disorder;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.json.JacksonSerializer;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

/** Axon's own JDBC engine. */
record StockEngine(JdbcEventStorageEngine engine, TransactionTemplate transaction) implements Engine {

    static final String TABLE = "domainevententry";

    /**
     * @param gapTimeout how old a fact must be for its reader to give up what is missing before it; a minute by default,
     *     which no test can stall for a thousand times
     */
    static StockEngine over(DataSource database, Duration gapTimeout) {
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        JacksonSerializer json =
                JacksonSerializer.builder().objectMapper(new ObjectMapper()).build();
        JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
                .connectionProvider(new TransactionAwareDataSourceProxy(database)::getConnection)
                .transactionManager(NoTransactionManager.instance())
                .eventSerializer(json)
                .snapshotSerializer(json)
                .gapTimeout((int) gapTimeout.toMillis())
                .build();
        return new StockEngine(engine, transaction);
    }

    void createTables() {
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
    }

    @Override
    public void commit(UUID stream) {
        transaction.executeWithoutResult(
                status -> engine.appendEvents(new GenericDomainEventMessage<>("Text", stream.toString(), 0, "text")));
    }

    @Override
    public Reader reader() {
        return new Reader() {

            private TrackingToken reached = engine.createTailToken();

            @Override
            public List<UUID> next() {
                List<TrackedEventMessage<?>> messages = new ArrayList<>();
                transaction.executeWithoutResult(
                        status -> engine.readEvents(reached, false).forEach(messages::add));
                if (!messages.isEmpty()) {
                    reached = messages.getLast().trackingToken();
                }
                return messages.stream()
                        .map(message -> (DomainEventMessage<?>) message)
                        .map(message -> UUID.fromString(message.getAggregateIdentifier()))
                        .toList();
            }
        };
    }
}
