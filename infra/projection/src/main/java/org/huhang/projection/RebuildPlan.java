package org.huhang.projection;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is left to do of a rebuild, kept beside the rows it makes: so a process that takes it over finds the parts that are
 * done, and the indexes that wait until all of them are.
 */
final class RebuildPlan {

    /** @param of how many */
    record Part(int number, int of, long upTo, boolean done) {}

    private final String schema;
    private final JdbcClient client;

    RebuildPlan(Copy copy, JdbcClient client) {
        this.schema = copy.name();
        this.client = client;
    }

    boolean exists() {
        return client.sql("SELECT to_regclass(:plan) IS NOT NULL")
                .param("plan", schema + ".rebuild_part")
                .query(Boolean.class)
                .single();
    }

    void make(int parts, long upTo) {
        client.sql("CREATE TABLE " + schema + ".rebuild_part (part integer PRIMARY KEY, parts integer NOT NULL,"
                        + " up_to bigint NOT NULL, done boolean NOT NULL DEFAULT false)")
                .update();
        client.sql("INSERT INTO " + schema + ".rebuild_part SELECT part, :parts, :upTo"
                        + " FROM generate_series(0, :parts - 1) part")
                .param("parts", parts)
                .param("upTo", upTo)
                .update();
    }

    List<Part> parts() {
        return client.sql("SELECT part, parts, up_to, done FROM " + schema + ".rebuild_part ORDER BY part")
                .query((row, _) -> new Part(row.getInt(1), row.getInt(2), row.getLong(3), row.getBoolean(4)))
                .list();
    }

    /** @throws IllegalStateException when another process has just done it: the caller's rows would be double */
    void done(int part) {
        int updated = client.sql("UPDATE " + schema + ".rebuild_part SET done = true WHERE part = :part AND NOT done")
                .param("part", part)
                .update();
        if (updated == 0) {
            throw new IllegalStateException("Part " + part + " is done already");
        }
    }

    /** Takes the keys and indexes off {@code tables}, to be put back when they are full: that is cheaper. */
    void putIndexesOff(List<String> tables) {
        client.sql("CREATE TABLE " + schema + ".rebuild_index (place integer PRIMARY KEY, definition text NOT NULL)")
                .update();
        client.sql("""
                        INSERT INTO %1$s.rebuild_index
                        SELECT row_number() OVER (ORDER BY constrained DESC, name), definition FROM (
                            SELECT conname AS name, true AS constrained, format('ALTER TABLE %%s ADD CONSTRAINT %%I %%s',
                                conrelid::regclass, conname, pg_get_constraintdef(oid)) AS definition
                            FROM pg_constraint
                            WHERE contype IN ('p', 'u') AND connamespace = '%1$s'::regnamespace
                              AND conrelid::regclass::text IN (:tables)
                            UNION ALL
                            SELECT indexrelid::regclass::text, false, pg_get_indexdef(indexrelid)
                            FROM pg_index
                            WHERE indrelid::regclass::text IN (:tables)
                              AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)) all_of_them""".formatted(schema)).param("tables", qualified(tables)).update();
        client.sql("""
                        SELECT format('ALTER TABLE %%s DROP CONSTRAINT %%I', conrelid::regclass, conname) FROM pg_constraint
                        WHERE contype IN ('p', 'u') AND conrelid::regclass::text IN (:tables)
                        UNION ALL
                        SELECT format('DROP INDEX %%s', indexrelid::regclass) FROM pg_index
                        WHERE indrelid::regclass::text IN (:tables)
                          AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)""".formatted())
                .param("tables", qualified(tables))
                .query(String.class)
                .list()
                .forEach(drop -> client.sql(drop).update());
    }

    /** Puts the indexes back, and lets PostgreSQL learn what the tables hold. Ends the plan. */
    void finish(List<String> tables) {
        client.sql("SET LOCAL maintenance_work_mem TO '256MB'").update();
        client.sql("SELECT definition FROM " + schema + ".rebuild_index ORDER BY place")
                .query(String.class)
                .list()
                .forEach(definition -> client.sql(definition).update());
        tables.forEach(table -> client.sql("ANALYZE " + schema + "." + table).update());
        client.sql("DROP TABLE " + schema + ".rebuild_part, " + schema + ".rebuild_index")
                .update();
    }

    private List<String> qualified(List<String> tables) {
        return tables.stream().map(table -> schema + "." + table).toList();
    }
}
