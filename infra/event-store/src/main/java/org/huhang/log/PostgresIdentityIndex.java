package org.huhang.log;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huhang.command.port.IdentityIndex;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.event.FileEvent;
import org.huhang.kernel.event.GuardianshipEvent;
import org.huhang.kernel.event.KeyCareEvent;
import org.huhang.kernel.event.ScreeningEvent;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
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
                .sql("SELECT case_id FROM log.lookalike WHERE digest = :digest ORDER BY case_id")
                .param("digest", digests().of(identity))
                .query(UUID.class)
                .list()
                .stream()
                .map(this::survivorOf)
                .distinct()
                .toList();
    }

    @Override
    public void follow(CaseId caseId, List<CaseEvent> events) {
        events.forEach(event -> follow(caseId, event));
    }

    private void follow(CaseId caseId, CaseEvent event) {
        switch (event) {
            case FileEvent it -> followFile(caseId, it);
            case ScreeningEvent other -> {}
            case KeyCareEvent other -> {}
            case GuardianshipEvent other -> {}
        }
    }

    private void followFile(CaseId caseId, FileEvent event) {
        switch (event) {
            case FileEvent.ChildRegistered it -> identify(caseId, it.identity());
            case FileEvent.IdentityDocumentAttached it -> claim(caseId, it.document());
            case FileEvent.IdentityCorrected it -> {
                client.sql("DELETE FROM log.document_holder WHERE case_id = :case")
                        .param("case", caseId.value())
                        .update();
                identify(caseId, it.identity());
            }
            case FileEvent.CasesMerged it ->
                client.sql("INSERT INTO log.merged_case (absorbed, survivor) VALUES (:absorbed, :survivor)"
                                + " ON CONFLICT (absorbed) DO UPDATE SET survivor = excluded.survivor")
                        .param("absorbed", it.absorbed().value())
                        .param("survivor", it.survivor().value())
                        .update();
            case FileEvent.CasesUnmerged it ->
                client.sql("DELETE FROM log.merged_case WHERE absorbed = :absorbed")
                        .param("absorbed", it.absorbed().value())
                        .update();
            case FileEvent.LivingArrangementRecorded other -> {}
            case FileEvent.ResidenceMoved other -> {}
            case FileEvent.HukouMoved other -> {}
            case FileEvent.CaseClosed other -> {}
            case FileEvent.CaseReopened other -> {}
        }
    }

    private void identify(CaseId caseId, ChildIdentity identity) {
        client.sql("INSERT INTO log.lookalike (case_id, digest) VALUES (:case, :digest)"
                        + " ON CONFLICT (case_id) DO UPDATE SET digest = excluded.digest")
                .param("case", caseId.value())
                .param("digest", digests().of(identity))
                .update();
        identity.documents().forEach(document -> claim(caseId, document));
    }

    private void claim(CaseId caseId, IdentityDocument document) {
        byte[] digest = digests().of(document);
        int claimed = Contention.orConflict(() -> client.sql(
                        "INSERT INTO log.document_holder (digest, case_id) VALUES (:digest, :case) ON CONFLICT (digest) DO NOTHING")
                .param("digest", digest)
                .param("case", caseId.value())
                .update());
        if (claimed == 0 && !holder(digest).equals(Optional.of(survivorOf(caseId.value())))) {
            throw new Refused(RefusalCode.DOCUMENT_BELONGS_TO_ANOTHER_CASE);
        }
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
        return new CaseId(
                client.sql("""
                        WITH RECURSIVE chain (case_id, step) AS (
                            SELECT CAST(:case AS uuid), 0
                            UNION ALL
                            SELECT m.survivor, step + 1 FROM log.merged_case m JOIN chain ON m.absorbed = chain.case_id
                            WHERE step < 100)
                        SELECT case_id FROM chain ORDER BY step DESC LIMIT 1""").param("case", caseId).query(UUID.class).single());
    }

    private BlindIndex digests() {
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
