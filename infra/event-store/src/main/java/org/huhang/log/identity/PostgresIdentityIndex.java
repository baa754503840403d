package org.huhang.log.identity;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huhang.command.port.IdentityIndex;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.IdentityDocument;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The identity index in the command's own transaction. Whoever asks for a document's holder keeps everybody else from
 * claiming that document until their transaction ends, so what they were told stays true.
 */
public final class PostgresIdentityIndex implements IdentityIndex {

    private final JdbcClient client;
    private volatile BlindIndex digests;

    public PostgresIdentityIndex(JdbcClient client) {
        this.client = client;
    }

    @Override
    public Optional<CaseId> holderOf(IdentityDocument document) {
        byte[] digest = digests().of(document);
        Contention.orConflict(() -> client.sql("SELECT pg_advisory_xact_lock(:digest)")
                .param("digest", ByteBuffer.wrap(digest).getLong())
                .query()
                .singleRow());
        return holder(digest);
    }

    @Override
    public List<CaseId> lookalikes(ChildIdentity identity) {
        return client
                .sql("SELECT case_id FROM log.lookalikes(ARRAY[:digest])")
                .param("digest", digests().of(identity))
                .query(UUID.class)
                .list()
                .stream()
                .map(CaseId::new)
                .toList();
    }

    @Override
    public void follow(StreamId stream, List<? extends Event> events) {
        events.stream().flatMap(event -> steps(stream, event).stream()).forEach(this::follow);
    }

    /** What a fact changes here, for the writer to do in the fact's own transaction. */
    public List<IndexStep> steps(StreamId stream, Event event) {
        return IndexSteps.of(stream, event, digests()).toList();
    }

    private void follow(IndexStep step) {
        switch (step) {
            case IndexStep.LooksLike it ->
                client.sql("INSERT INTO log.lookalike (case_id, digest) VALUES (:case, :digest)"
                                + " ON CONFLICT (case_id) DO UPDATE SET digest = excluded.digest")
                        .param("case", it.caseId())
                        .param("digest", it.digest())
                        .update();
            case IndexStep.Claims it -> claim(it);
            case IndexStep.ReleasesDocuments it ->
                client.sql("DELETE FROM log.document_holder WHERE case_id = :case")
                        .param("case", it.caseId())
                        .update();
            case IndexStep.Absorbed it ->
                client.sql("INSERT INTO log.merged_case (absorbed, survivor) VALUES (:absorbed, :survivor)"
                                + " ON CONFLICT (absorbed) DO UPDATE SET survivor = excluded.survivor")
                        .param("absorbed", it.caseId())
                        .param("survivor", it.survivor())
                        .update();
            case IndexStep.Parted it ->
                client.sql("DELETE FROM log.merged_case WHERE absorbed = :absorbed")
                        .param("absorbed", it.caseId())
                        .update();
            case IndexStep.RegisteredInError it -> letGo(it);
            case IndexStep.OpenAgain it -> takeUpAgain(it);
        }
    }

    private void letGo(IndexStep.RegisteredInError closed) {
        client.sql("""
                        WITH freed AS (
                            DELETE FROM log.document_holder WHERE case_id IN (SELECT log.carried_by(:case))
                            RETURNING case_id, digest)
                        INSERT INTO log.document_in_error (case_id, digest) SELECT case_id, digest FROM freed
                        ON CONFLICT DO NOTHING""").param("case", closed.caseId()).update();
        client.sql("INSERT INTO log.case_in_error (case_id) VALUES (:case) ON CONFLICT DO NOTHING")
                .param("case", closed.caseId())
                .update();
    }

    private void takeUpAgain(IndexStep.OpenAgain reopened) {
        client.sql("DELETE FROM log.case_in_error WHERE case_id = :case")
                .param("case", reopened.caseId())
                .update();
        List<IndexStep.Claims> claims = client.sql("""
                        DELETE FROM log.document_in_error WHERE case_id IN (SELECT log.carried_by(:case))
                        RETURNING case_id, digest""")
                .param("case", reopened.caseId())
                .query((row, number) -> new IndexStep.Claims(row.getObject(1, UUID.class), row.getBytes(2)))
                .list();
        // Each of them, so no short circuit: where the facts stand, so does what is free.
        if (!claims.stream().map(this::isClaimed).reduce(true, Boolean::logicalAnd)) {
            throw new Refused(RefusalCode.DOCUMENT_BELONGS_TO_ANOTHER_CASE);
        }
    }

    private void claim(IndexStep.Claims claim) {
        if (!isClaimed(claim)) {
            throw new Refused(RefusalCode.DOCUMENT_BELONGS_TO_ANOTHER_CASE);
        }
    }

    /** Whether the case holds the document now. */
    private boolean isClaimed(IndexStep.Claims claim) {
        int claimed = Contention.orConflict(
                () -> client.sql("INSERT INTO log.document_holder (digest, case_id) VALUES (:digest, :case) ON CONFLICT"
                                + " (digest) DO NOTHING")
                        .param("digest", claim.digest())
                        .param("case", claim.caseId())
                        .update());
        return claimed > 0 || holder(claim.digest()).equals(Optional.of(survivorOf(claim.caseId())));
    }

    private Optional<CaseId> holder(byte[] digest) {
        return client.sql("SELECT case_id FROM log.document_holder WHERE digest = :digest")
                .param("digest", digest)
                .query(UUID.class)
                .optional()
                .map(this::survivorOf);
    }

    /** The case that carries this one on: itself, unless it was absorbed. */
    private CaseId survivorOf(UUID caseId) {
        return new CaseId(client.sql("SELECT log.survivor(:case)")
                .param("case", caseId)
                .query(UUID.class)
                .single());
    }

    /** This installation's. */
    BlindIndex digests() {
        BlindIndex known = digests;
        if (known == null) {
            known = new BlindIndex(client.sql("SELECT blind_index_key FROM log.installation")
                    .query(byte[].class)
                    .single());
            digests = known;
        }
        return known;
    }
}
