package org.huhang.log.append;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.huhang.command.port.Answer;
import org.huhang.command.port.IdempotencyKey;
import org.huhang.command.port.Receipts;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.log.codec.KeptAnswer;
import org.huhang.log.codec.LogJson;
import org.huhang.log.codec.PersonalDataGate;
import org.huhang.log.identity.Contention;
import org.huhang.log.read.SharedLookup;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Receipts beside the facts. A claim is a lock until the transaction ends, so a claim that comes to nothing leaves nothing. */
public final class PostgresReceipts implements Receipts {

    private final JdbcClient client;
    private final JdbcClient together;
    private final JsonMapper json = LogJson.mapper(PersonalDataGate.open());
    private final SharedLookup<OwnedKey, Optional<Answer>> found;

    /** @param together for lookups outside any transaction */
    public PostgresReceipts(JdbcClient client, JdbcClient together, Duration longestWait) {
        this.client = client;
        this.together = together;
        this.found = new SharedLookup<>(longestWait, this::find);
    }

    @Override
    public Optional<Answer> claim(IdempotencyKey key) {
        Contention.orConflict(
                () -> client.sql("SELECT pg_advisory_xact_lock(hashtextextended(:owner || chr(31) || :key, 1))")
                        .param("owner", key.owner())
                        .param("key", key.key())
                        .query()
                        .singleRow());
        return answered(key);
    }

    /** The answer the key already has, without claiming it; {@link Refused} where the key was used for another request. */
    Optional<Answer> answered(IdempotencyKey key) {
        Optional<Receipt> earlier = client.sql(
                        "SELECT request_digest, answer, position FROM log.receipt WHERE owner = :owner AND key = :key")
                .param("owner", key.owner())
                .param("key", key.key())
                .query((row, index) -> new Receipt(row.getString(1), read(row.getString(2), row.getLong(3))))
                .optional();
        earlier.filter(receipt -> !receipt.requestDigest.equals(key.requestDigest()))
                .ifPresent(receipt -> {
                    throw new Refused(RefusalCode.IDEMPOTENCY_KEY_REUSED);
                });
        return earlier.map(Receipt::answer);
    }

    /** As the log keeps it. */
    String write(Answer.Done answer) {
        return json.writeValueAsString(KeptAnswer.of(answer));
    }

    /** @param position of the last fact reported; 0 for a receipt that has it inside */
    Answer read(String kept, long position) {
        Answer answer = json.readValue(kept, KeptAnswer.class).answer();
        return position == 0 ? answer : answer.at(position);
    }

    @Override
    public void keep(IdempotencyKey key, Answer.Done answer) {
        client.sql(
                        "INSERT INTO log.receipt (owner, key, request_digest, answer) VALUES (:owner, :key, :digest, :answer::jsonb)")
                .param("owner", key.owner())
                .param("key", key.key())
                .param("digest", key.requestDigest())
                .param("answer", write(answer))
                .update();
    }

    @Override
    public Optional<Answer> find(String owner, String key) {
        return found.answer(new OwnedKey(owner, key));
    }

    private List<Optional<Answer>> find(List<OwnedKey> keys) {
        List<Optional<Answer>> answers = new ArrayList<>(Collections.nCopies(keys.size(), Optional.empty()));
        together.sql("SELECT number, answer, last_position FROM log.receipts(?, ?)")
                .params(
                        keys.stream().map(OwnedKey::owner).toArray(String[]::new),
                        keys.stream().map(OwnedKey::key).toArray(String[]::new))
                .query(row -> {
                    answers.set(row.getInt(1) - 1, Optional.of(read(row.getString(2), row.getLong(3))));
                });
        return answers;
    }

    private record OwnedKey(String owner, String key) {}

    private record Receipt(String requestDigest, Answer answer) {}
}
