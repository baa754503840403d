package org.huhang.app.projection;

import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One copy of a read model: its tables in a schema of their own, and beside them how far it has got and which process
 * carries it on. A renamed schema takes all of that with it.
 *
 * <p>Whoever reads, writes or replaces the copy first locks its table {@code progress}. PostgreSQL looks the name up again
 * after waiting for such a lock, so nobody goes on with a copy that was replaced meanwhile.
 */
final class ReadModelSchema {

    private final String name;
    private final JdbcClient client;

    /** @throws IllegalArgumentException for a name that is no plain schema name */
    ReadModelSchema(String name, JdbcClient client) {
        if (!name.matches("[a-z][a-z_]*")) {
            throw new IllegalArgumentException("Not a name for a read model: " + name);
        }
        this.name = name;
        this.client = client;
    }

    /** Needs the schema to be there. */
    void prepare() {
        client.sql("CREATE TABLE IF NOT EXISTS " + name
                        + ".progress (the_one boolean PRIMARY KEY DEFAULT true CHECK (the_one),"
                        + " position bigint NOT NULL DEFAULT 0, owner text, claimed_at timestamptz)")
                .update();
        client.sql("INSERT INTO " + name + ".progress DEFAULT VALUES ON CONFLICT DO NOTHING")
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

    /** One writer at a time; readers go on. */
    void lockToWrite() {
        client.sql("LOCK TABLE " + name + ".progress IN SHARE UPDATE EXCLUSIVE MODE")
                .update();
    }

    /** Alone with this copy until the transaction ends. */
    void lockToReplace() {
        client.sql("SET LOCAL lock_timeout TO '5s'").update();
        client.sql("LOCK TABLE " + name + ".progress IN ACCESS EXCLUSIVE MODE").update();
    }

    /** Position of the last fact taken in; 0 before the first. */
    long position() {
        return client.sql("SELECT position FROM " + name + ".progress")
                .query(Long.class)
                .single();
    }

    /** Never goes back. */
    void reached(long position) {
        client.sql("UPDATE " + name + ".progress SET position = greatest(position, :position)")
                .param("position", position)
                .update();
    }

    /** @return the position, when the copy is now {@code owner}'s to carry on; empty while another process does */
    OptionalLong claim(String owner, int timeoutSeconds) {
        Optional<Long> position = client.sql(
                        "UPDATE " + name + ".progress SET owner = :owner, claimed_at = clock_timestamp()"
                                + " WHERE owner IS NULL OR owner = :owner"
                                + " OR claimed_at < clock_timestamp() - make_interval(secs => :timeout) RETURNING position")
                .param("owner", owner)
                .param("timeout", timeoutSeconds)
                .query(Long.class)
                .optional();
        return position.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    /** @return whether the copy still was {@code owner}'s */
    boolean renew(String owner) {
        return client.sql("UPDATE " + name + ".progress SET claimed_at = clock_timestamp() WHERE owner = :owner")
                        .param("owner", owner)
                        .update()
                > 0;
    }

    void release(String owner) {
        client.sql("UPDATE " + name + ".progress SET owner = NULL WHERE owner = :owner")
                .param("owner", owner)
                .update();
    }

    /** Puts this copy in the place of {@code old}; whoever carried that one on carries this one on. */
    void replace(ReadModelSchema old) {
        client.sql("UPDATE " + name + ".progress SET (owner, claimed_at) = (SELECT owner, claimed_at FROM " + old.name
                        + ".progress)")
                .update();
        old.drop();
        client.sql("ALTER SCHEMA " + name + " RENAME TO " + old.name).update();
    }

    void drop() {
        client.sql("DROP SCHEMA IF EXISTS " + name + " CASCADE").update();
    }

    String name() {
        return name;
    }
}
