package org.huhang.query.kit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.log.Moment;
import org.huhang.kernel.log.Moments;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.query.Projection;
import org.huhang.query.ReadModels;
import org.huhang.query.api.AsOf;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One read model on a PostgreSQL of its own, filled through its projection and read as the application reads it. */
public final class Tables implements ReadModels, AutoCloseable {

    private final EmbeddedPostgres postgres;
    private final Projection projection;
    private final Flyway migrations;
    private final JdbcClient client;
    private final TransactionTemplate transaction;
    private final List<Moment> taken = new ArrayList<>();
    private long position;

    public Tables(Projection projection) {
        this.projection = projection;
        try {
            postgres = EmbeddedPostgres.builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        DataSource database = postgres.getPostgresDatabase();
        migrations = Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/" + projection.name())
                .failOnMissingLocations(true)
                .schemas(projection.name())
                .cleanDisabled(false)
                .load();
        migrations.migrate();
        client = JdbcClient.create(database);
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    }

    /** Drops the tables and fills new ones from the whole log. */
    public void rebuild(EventLog log) {
        migrations.clean();
        migrations.migrate();
        taken.clear();
        position = 0;
        catchUp(log);
    }

    public void catchUp(EventLog log) {
        for (Recorded fact : log.after(position, Integer.MAX_VALUE)) {
            transaction.executeWithoutResult(
                    status -> Folding.one(projection, projection.name(), fact, fact.position(), client, log::history));
            taken.add(Growth.of(fact));
            position = fact.position();
        }
    }

    @Override
    public <T> T read(String readModel, Function<JdbcClient, T> query) {
        return transaction.execute(status -> {
            enter();
            return query.apply(client);
        });
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
            throw new Refused(RefusalCode.READ_MODEL_BEHIND);
        }
    }

    private void enter() {
        client.sql("SELECT set_config('search_path', :schema, true)")
                .param("schema", projection.name())
                .query(String.class)
                .single();
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
