package org.huhang.app.security.revocation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Revocations and their liftings in PostgreSQL, one act after the other; what was done stays on record. */
@Component
class RevocationJournal {

    /** In force at once: every process keeps them in memory. */
    static final int MOST = 10_000;

    private static final String ONE_AFTER_THE_OTHER =
            "LOCK TABLE revocations.revocation, revocations.lifting IN SHARE ROW EXCLUSIVE MODE";

    private final JdbcClient db;

    RevocationJournal(JdbcClient db) {
        this.db = db;
    }

    /** Number of the newest act, 0 for none; the order of numbers is that of commits. */
    long newest() {
        return db.sql("SELECT id FROM revocations.newest").query(Long.class).single();
    }

    List<Revocation> inForce() {
        return db.sql("SELECT * FROM revocations.shown WHERE in_force")
                .query(RevocationJournal::revocation)
                .list();
    }

    /** Those with smaller numbers, newest first. */
    List<Revocation> before(long id, int rows) {
        return db.sql("SELECT * FROM revocations.shown WHERE id < ? ORDER BY id DESC LIMIT ?")
                .params(id, rows)
                .query(RevocationJournal::revocation)
                .list();
    }

    /**
     * Revokes what is asked; where the very same is in force already, that is all.
     *
     * @throws Refused {@code TOO_MANY_REVOCATIONS}
     */
    @Transactional
    Revocation revoke(Revoke ask, String by, String requestId) {
        db.sql(ONE_AFTER_THE_OTHER).update();
        return same(ask).orElseGet(() -> {
            refuseTooMany();
            long id = newest() + 1;
            db.sql("""
                    INSERT INTO revocations.revocation
                        (id, token_id, subject, issued_before, until, reason, revoked_by, request_id)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            id,
                            ask.tokenId().orElse(null),
                            ask.subject().orElse(null),
                            time(ask.issuedBefore()),
                            time(ask.until()),
                            ask.reason().orElse(null),
                            by,
                            requestId)
                    .update();
            return one(id).orElseThrow();
        });
    }

    /** Ends a revocation; who did so first is kept. Empty for a number that none has. */
    @Transactional
    Optional<Revocation> lift(long id, String by, String requestId) {
        db.sql(ONE_AFTER_THE_OTHER).update();
        db.sql("""
                INSERT INTO revocations.lifting (id, revocation, lifted_by, request_id)
                SELECT newest.id + 1, revocation.id, ?, ? FROM revocations.revocation, revocations.newest
                WHERE revocation.id = ? ON CONFLICT (revocation) DO NOTHING""").params(by, requestId, id).update();
        return one(id);
    }

    private Optional<Revocation> one(long id) {
        return db.sql("SELECT * FROM revocations.shown WHERE id = ?")
                .params(id)
                .query(RevocationJournal::revocation)
                .optional();
    }

    private Optional<Revocation> same(Revoke ask) {
        return db.sql("""
                SELECT * FROM revocations.shown
                WHERE in_force AND token_id IS NOT DISTINCT FROM ?::text AND subject IS NOT DISTINCT FROM ?::text
                    AND issued_before IS NOT DISTINCT FROM ?::timestamptz AND until IS NOT DISTINCT FROM ?::timestamptz
                ORDER BY id LIMIT 1""")
                .params(
                        ask.tokenId().orElse(null),
                        ask.subject().orElse(null),
                        time(ask.issuedBefore()),
                        time(ask.until()))
                .query(RevocationJournal::revocation)
                .optional();
    }

    private void refuseTooMany() {
        long inForce = db.sql("SELECT count(*) FROM revocations.shown WHERE in_force")
                .query(Long.class)
                .single();
        if (inForce >= MOST) {
            throw new Refused(Refusal.of(RefusalCode.TOO_MANY_REVOCATIONS, Map.of("most", Integer.toString(MOST))));
        }
    }

    private static Revocation revocation(ResultSet row, int number) throws SQLException {
        Optional<Instant> liftedAt = instant(row, "lifted_at");
        return new Revocation(
                row.getLong("id"),
                Optional.ofNullable(row.getString("token_id")),
                Optional.ofNullable(row.getString("subject")),
                instant(row, "issued_before"),
                instant(row, "until"),
                Optional.ofNullable(row.getString("reason")),
                row.getBoolean("in_force"),
                row.getString("revoked_by"),
                row.getTimestamp("revoked_at").toInstant(),
                row.getString("request_id"),
                liftedAt.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Revocation.Lifting(
                                row.getString("lifted_by"), liftedAt.get(), row.getString("lifting_request_id"))));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    private static Timestamp time(Optional<Instant> instant) {
        return instant.map(Timestamp::from).orElse(null);
    }
}
