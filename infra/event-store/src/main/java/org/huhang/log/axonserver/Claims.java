package org.huhang.log.axonserver;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.stream.StreamId;
import org.huhang.log.identity.IndexStep;
import org.huhang.log.identity.PostgresIdentityIndex;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Documents of facts under way. A claim keeps every other case off until its facts have been followed, or are known not to
 * come, or its time is up: much longer than an append can take.
 */
final class Claims {

    /** What came of asking for a command's documents. */
    enum Claim {
        /** Nobody else can have them while the claim lasts. */
        OURS,
        /** Another case has one. */
        HELD,
        /** Another command is about to have one, or has died over it not long ago. */
        CONTESTED,
        /** Another command had claimed one, and its time is up. */
        STALE
    }

    static final Duration LEASE = AxonServerLink.LONGEST_APPEND.multipliedBy(12);

    private final JdbcClient client;
    private final TransactionTemplate transaction;
    private final PostgresIdentityIndex index;

    Claims(JdbcClient client, TransactionTemplate transaction, PostgresIdentityIndex index) {
        this.client = client;
        this.transaction = transaction;
        this.index = index;
    }

    /** Under which id this key opens its case: the first one that was ever tried. */
    StreamId opening(Mark mark, StreamId asked) {
        return new StreamId(client.sql("""
                        INSERT INTO axonserver.opening AS o (mark, case_id) VALUES (:mark, :case)
                        ON CONFLICT (mark) DO UPDATE SET case_id = o.case_id RETURNING case_id""")
                .param("mark", mark.key())
                .param("case", asked.value())
                .query(UUID.class)
                .single());
    }

    /** What is asked for is what {@code events} would record, or claim again; without documents it is ours. */
    Claim claim(UUID command, StreamId stream, List<? extends Event> events) {
        List<byte[]> digests = events.stream()
                .flatMap(event -> index.steps(stream, event).stream())
                .flatMap(this::documents)
                .sorted(Comparator.comparing((byte[] digest) -> ByteBuffer.wrap(digest)))
                .toList();
        return digests.isEmpty()
                ? Claim.OURS
                : Optional.ofNullable(transaction.execute(status -> claim(command, stream.value(), digests)))
                        .orElseThrow();
    }

    void release(UUID command) {
        client.sql("DELETE FROM axonserver.claim WHERE command = :command")
                .param("command", command)
                .update();
    }

    /** To be called once everything has been followed that an append of theirs could have left behind. */
    void dropStale() {
        client.sql("DELETE FROM axonserver.claim WHERE until <= clock_timestamp()")
                .update();
    }

    private Stream<byte[]> documents(IndexStep step) {
        return switch (step) {
            case IndexStep.Claims it -> Stream.of(it.digest());
            case IndexStep.OpenAgain it -> carriedBy(it.caseId()).stream();
            case IndexStep.LooksLike _,
                    IndexStep.ReleasesDocuments _,
                    IndexStep.Absorbed _,
                    IndexStep.Parted _,
                    IndexStep.RegisteredInError _ -> Stream.empty();
        };
    }

    /** Also what the case has not let go of yet: that it did may not have been followed. */
    private List<byte[]> carriedBy(UUID caseId) {
        return client.sql("""
                        SELECT digest FROM log.document_in_error WHERE case_id IN (SELECT log.carried_by(:case))
                        UNION
                        SELECT digest FROM log.document_holder WHERE case_id IN (SELECT log.carried_by(:case))""").param("case", caseId).query(byte[].class).list();
    }

    private Claim claim(UUID command, UUID caseId, List<byte[]> digests) {
        for (byte[] digest : digests) {
            client.sql("SELECT pg_advisory_xact_lock(:digest)")
                    .param("digest", ByteBuffer.wrap(digest).getLong())
                    .query()
                    .singleRow();
            // A claim goes and its document is held in one commit, so whoever misses the claim has to find the holder:
            // asked the other way about, that commit fits between the two questions.
            Claim others = others(digest, caseId);
            if (held(digest, caseId)) {
                return Claim.HELD;
            }
            if (others != Claim.OURS) {
                return others;
            }
        }
        for (byte[] digest : digests) {
            client.sql("INSERT INTO axonserver.claim (command, digest, case_id, until)"
                            + " VALUES (:command, :digest, :case, clock_timestamp() + make_interval(secs => :lease))"
                            + " ON CONFLICT (digest, command) DO NOTHING")
                    .param("command", command)
                    .param("digest", digest)
                    .param("case", caseId)
                    .param("lease", LEASE.toSeconds())
                    .update();
        }
        return Claim.OURS;
    }

    private boolean held(byte[] digest, UUID caseId) {
        return client.sql("SELECT EXISTS (SELECT FROM log.document_holder WHERE digest = :digest"
                        + " AND log.survivor(case_id) <> log.survivor(:case))")
                .param("digest", digest)
                .param("case", caseId)
                .query(Boolean.class)
                .single();
    }

    private Claim others(byte[] digest, UUID caseId) {
        return client.sql("SELECT until > clock_timestamp() FROM axonserver.claim"
                        + " WHERE digest = :digest AND case_id <> :case ORDER BY until DESC LIMIT 1")
                .param("digest", digest)
                .param("case", caseId)
                .query(Boolean.class)
                .optional()
                .map(running -> running ? Claim.CONTESTED : Claim.STALE)
                .orElse(Claim.OURS);
    }
}
