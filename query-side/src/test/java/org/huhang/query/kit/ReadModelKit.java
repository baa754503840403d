package org.huhang.query.kit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.log.Moment;
import org.huhang.kernel.log.Moments;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.value.CaseId;
import org.huhang.query.Projection;
import org.huhang.query.ReadModels;
import org.huhang.query.api.AsOf;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** One read model on a real PostgreSQL: its own migrations, its projection fed fact by fact, its tables to be read. */
public final class ReadModelKit implements ReadModels {

    private static final class Running {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private static final ConcurrentHashMap<String, DataSource> SCHEMAS = new ConcurrentHashMap<>();

    private final Projection projection;
    private final JdbcClient tables;
    private final TransactionTemplate transaction;
    private final List<Moment> taken = new ArrayList<>();
    private final List<Recorded> told = new ArrayList<>();
    private long position;

    private ReadModelKit(Projection projection, DataSource schema) {
        this.projection = projection;
        this.tables = JdbcClient.create(schema);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(schema));
    }

    /** The read model as it is before the first fact. */
    public static ReadModelKit empty(Projection projection) {
        ReadModelKit kit =
                new ReadModelKit(projection, SCHEMAS.computeIfAbsent(projection.name(), ReadModelKit::migrated));
        kit.clear();
        return kit;
    }

    /** Back to before the first fact. */
    public void clear() {
        tables.sql(
                        "SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = :name AND tablename NOT LIKE 'flyway%'")
                .param("name", projection.name())
                .query(String.class)
                .list()
                .forEach(table -> tables.sql("DELETE FROM " + table).update());
        taken.clear();
        told.clear();
        position = 0;
    }

    private static DataSource migrated(String name) {
        PGSimpleDataSource postgres = (PGSimpleDataSource) Running.POSTGRES.getPostgresDatabase();
        Flyway.configure()
                .dataSource(postgres)
                .schemas(name)
                .defaultSchema(name)
                .locations("classpath:db/" + name)
                .load()
                .migrate();
        return new SingleConnectionDataSource(
                postgres.getUrl() + (postgres.getUrl().contains("?") ? "&" : "?") + "currentSchema=" + name,
                "postgres",
                "",
                true);
    }

    /** Takes in what the log holds beyond the last fact taken in. */
    public ReadModelKit follow(EventLog log) {
        log.after(position, Integer.MAX_VALUE).forEach(this::deliver);
        return this;
    }

    /**
     * As {@link #follow}, but passes over one case from one of its facts on: those are taken in at the end, and known from the
     * next position on.
     */
    public ReadModelKit followPassingOver(CaseId caseId, long from, EventLog log) {
        List<Recorded> passedOver = new ArrayList<>();
        for (Recorded fact : log.after(position, Integer.MAX_VALUE)) {
            if (fact.caseId().equals(caseId) && fact.position() >= from) {
                passedOver.add(fact);
                told.add(fact);
                reached(fact);
            } else {
                deliver(fact);
            }
        }
        passedOver.forEach(fact -> fold(fact, position + 1));
        return this;
    }

    /** Hands over one fact; like the application, it passes over a fact that was taken in before. */
    public void deliver(Recorded fact) {
        if (fact.position() > position) {
            told.add(fact);
            fold(fact, fact.position());
            reached(fact);
        }
    }

    private void fold(Recorded fact, long knownFrom) {
        transaction.executeWithoutResult(
                _ -> Folding.one(projection, projection.name(), fact, knownFrom, tables, this::history));
    }

    private List<Recorded> history(StreamId stream) {
        return told.stream().filter(fact -> fact.stream().equals(stream)).toList();
    }

    private void reached(Recorded fact) {
        taken.add(Growth.of(fact));
        position = fact.position();
    }

    @Override
    public <T> T read(String readModel, Function<JdbcClient, T> query) {
        if (!readModel.equals(projection.name())) {
            throw new IllegalArgumentException("Only " + projection.name() + " is here, not " + readModel);
        }
        return query.apply(tables);
    }

    @Override
    public <T> T read(String readModel, AsOf asOf, BiFunction<JdbcClient, Moment, T> query) {
        await(readModel, OptionalLong.of(asOf.least()));
        Moment known = asOf.moment().orElseGet(() -> moments(Instant::now).wholeBy(position));
        return read(readModel, tables -> query.apply(tables, known));
    }

    /** How the log grew as far as it was taken in, for who asks by that clock. */
    public Moments moments(InstantSource clock) {
        return new Growth(() -> taken, clock);
    }

    @Override
    public long position(String readModel) {
        return position;
    }

    @Override
    public void await(String readModel, OptionalLong minPosition) {
        if (minPosition.isPresent() && minPosition.getAsLong() > position) {
            throw new IllegalStateException("The test never gets to position " + minPosition.getAsLong());
        }
    }
}
