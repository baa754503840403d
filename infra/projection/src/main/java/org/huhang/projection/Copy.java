package org.huhang.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.huhang.kernel.log.EventLog;
import org.huhang.query.Projection;
import org.huhang.query.rows.RowStore;
import org.huhang.query.rows.Table;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One copy of a read model: its tables in a schema of their own, and beside them how far it has got and which cases are
 * parked. A renamed schema takes all of that with it.
 *
 * <p>Whoever reads, writes or replaces the copy first locks its table {@code progress}, or a row of it. PostgreSQL looks the
 * name up again after waiting for such a lock, so nobody goes on with a copy that was replaced meanwhile.
 */
public final class Copy {

    private static final String PROGRESS = "tableoid::bigint AS copy, segment, segments, revision, position,"
            // A copy that an earlier version prepared has no such columns.
            + " coalesce(to_jsonb(progress) ->> 'places', '') AS places,"
            + " CAST(coalesce(to_jsonb(progress) ->> 'places_since', 'epoch') AS timestamptz) AS places_since";

    private final String name;
    private final JdbcClient client;

    /** @throws IllegalArgumentException for a name that is no plain schema name */
    Copy(String name, JdbcClient client) {
        if (!name.matches("[a-z][a-z_]*")) {
            throw new IllegalArgumentException("Not a name for a read model: " + name);
        }
        this.name = name;
        this.client = client;
    }

    String name() {
        return name;
    }

    RowStore store(Projection projection, EventLog log) {
        return new RowStore(client, name, projection.tables(), log::history);
    }

    public ParkedCases parked() {
        return new ParkedCases(name, client);
    }

    /** Whether the schema is there and has been prepared. */
    boolean exists() {
        return client.sql("SELECT to_regclass(:progress) IS NOT NULL")
                .param("progress", name + ".progress")
                .query(Boolean.class)
                .single();
    }

    /**
     * Needs the tables to be there. A copy that is prepared stays as it is, but for one that was filled before segments and
     * revisions were kept: its rows count as of revision 0. Rows from before the tables of divisions were kept are those of
     * no tables.
     */
    void prepare(Made made, int segments) {
        client.sql("SELECT pg_advisory_xact_lock(hashtextextended(:name, 3))")
                .param("name", name)
                .query()
                .singleRow();
        Optional<Long> old = ofOneFollower();
        old.ifPresent(position -> client.sql("DROP TABLE " + name + ".progress").update());
        client.sql("CREATE TABLE IF NOT EXISTS " + name + ".progress (segment integer PRIMARY KEY,"
                        + " segments integer NOT NULL CHECK (segment < segments), revision integer NOT NULL,"
                        + " position bigint NOT NULL)")
                .update();
        if (!hasPlaces()) {
            client.sql("ALTER TABLE " + name + ".progress ADD COLUMN places text NOT NULL DEFAULT '',"
                            + " ADD COLUMN places_since timestamptz NOT NULL DEFAULT 'epoch'")
                    .update();
        }
        client.sql("CREATE TABLE IF NOT EXISTS " + name + ".parked (case_id uuid PRIMARY KEY, position bigint NOT NULL,"
                        + " event text NOT NULL, reason text NOT NULL, since timestamptz NOT NULL DEFAULT now())")
                .update();
        client.sql("CREATE TABLE IF NOT EXISTS " + name + ".gap (case_id uuid NOT NULL, position bigint NOT NULL,"
                        + " until bigint NOT NULL CHECK (until > position), PRIMARY KEY (case_id, position))")
                .update();
        if (!progress().isEmpty()) {
            return;
        }
        if (old.isPresent()) {
            begin(new Made(0, RowBasis.NONE), 1, old.get());
        } else {
            begin(made, segments, 0);
        }
    }

    /** Says how far all segments have got. */
    void begin(Made made, int segments, long position) {
        client.sql("DELETE FROM " + name + ".progress").update();
        client.sql("INSERT INTO " + name + ".progress SELECT segment, :segments, :revision, :position,"
                        + " :places, :since"
                        + " FROM generate_series(0, :segments - 1) segment")
                .param("segments", segments)
                .param("revision", made.revision())
                .param("places", made.places().fingerprint())
                .param("since", made.places().since().atOffset(ZoneOffset.UTC))
                .param("position", position)
                .update();
    }

    /** Makes unqualified names mean this copy until the transaction ends. Takes no snapshot. */
    JdbcClient tables() {
        client.sql("SET LOCAL search_path TO " + name).update();
        return client;
    }

    void lockToRead() {
        client.sql("LOCK TABLE " + name + ".progress IN ACCESS SHARE MODE").update();
    }

    /** Alone with this copy until the transaction ends; given up after five seconds. */
    void lockToReplace() {
        client.sql("SET LOCAL lock_timeout TO '5s'").update();
        client.sql("LOCK TABLE " + name + ".progress IN ACCESS EXCLUSIVE MODE").update();
    }

    /**
     * Makes a segment this transaction's own. Should the database crash, what such a transaction wrote may be lost, rows and
     * position together; should this process hang, the transaction ends within seconds and another process goes on.
     *
     * @return empty while somebody else has it, or where there is no such segment
     */
    Optional<SegmentProgress> claim(int segment) {
        return client.sql("SELECT " + PROGRESS + ","
                        + " set_config('synchronous_commit', 'off', true),"
                        + " set_config('idle_in_transaction_session_timeout', '10s', true)"
                        + " FROM " + name + ".progress WHERE segment = ? FOR NO KEY UPDATE SKIP LOCKED")
                .param(segment)
                .query(Copy::ofRow)
                .optional();
    }

    /** As {@link #claim}, but waits for whoever has the segment, at most five seconds. */
    void lock(int segment) {
        client.sql("SET LOCAL lock_timeout TO '5s'").update();
        client.sql("SELECT position FROM " + name + ".progress WHERE segment = ? FOR NO KEY UPDATE")
                .param(segment)
                .query()
                .singleRow();
    }

    /** As {@link #progress}; empty also where the copy is not there: somebody may discard or rename it between two looks. */
    List<SegmentProgress> progressIfThere() {
        try {
            return exists() ? progress() : List.of();
        } catch (BadSqlGrammarException goneMeanwhile) {
            return List.of();
        }
    }

    /** By segment; empty before {@link #prepare}. */
    List<SegmentProgress> progress() {
        return client.sql("SELECT " + PROGRESS + " FROM " + name + ".progress ORDER BY segment")
                .query(Copy::ofRow)
                .list();
    }

    /** Position of the last fact that every segment has taken in; 0 before the first. */
    long position() {
        return client.sql("SELECT min(position) FROM " + name + ".progress")
                .query(Long.class)
                .single();
    }

    void reached(int segment, long position) {
        client.sql("UPDATE " + name + ".progress SET position = ? WHERE segment = ?")
                .param(position)
                .param(segment)
                .update();
    }

    /** Whether every column that the projection writes is there. */
    boolean serves(Projection projection) {
        List<String> columns = client.sql("SELECT table_name || '.' || column_name FROM information_schema.columns"
                        + " WHERE table_schema = :schema")
                .param("schema", name)
                .query(String.class)
                .list();
        return projection.tables().stream().allMatch(table -> columns.containsAll(columnsOf(table)));
    }

    void rename(String to) {
        client.sql("ALTER SCHEMA " + name + " RENAME TO " + to).update();
    }

    void drop() {
        client.sql("DROP SCHEMA IF EXISTS " + name + " CASCADE").update();
    }

    private boolean hasPlaces() {
        return client.sql("SELECT EXISTS (SELECT FROM information_schema.columns"
                        + " WHERE table_schema = :schema AND table_name = 'progress' AND column_name = 'places')")
                .param("schema", name)
                .query(Boolean.class)
                .single();
    }

    private Optional<Long> ofOneFollower() {
        boolean old = client.sql("SELECT EXISTS (SELECT FROM information_schema.columns"
                        + " WHERE table_schema = :schema AND table_name = 'progress' AND column_name = 'the_one')")
                .param("schema", name)
                .query(Boolean.class)
                .single();
        return old
                ? client.sql("SELECT position FROM " + name + ".progress")
                        .query(Long.class)
                        .optional()
                : Optional.empty();
    }

    private static List<String> columnsOf(Table<?> table) {
        return table.columnNames().stream()
                .map(column -> table.name() + "." + column)
                .toList();
    }

    private static SegmentProgress ofRow(ResultSet row, int number) throws SQLException {
        return new SegmentProgress(
                row.getLong("copy"),
                new Segment(row.getInt("segment"), row.getInt("segments")),
                new Made(
                        row.getInt("revision"),
                        new RowBasis(
                                row.getString("places"),
                                row.getObject("places_since", OffsetDateTime.class)
                                        .toInstant())),
                row.getLong("position"));
    }
}
