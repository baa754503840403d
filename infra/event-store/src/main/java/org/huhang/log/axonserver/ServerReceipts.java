package org.huhang.log.axonserver;

import java.util.Optional;
import java.util.UUID;
import org.huhang.command.port.Answer;
import org.huhang.command.port.GivenAnswers;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.log.codec.KeptAnswer;
import org.huhang.log.codec.LogJson;
import org.huhang.log.codec.PersonalDataGate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Answers already given, by mark, written as the facts that they report are followed. Refusals are not kept. */
final class ServerReceipts implements GivenAnswers {

    private final JdbcClient client;
    private final Marks marks;
    private final JsonMapper json = LogJson.mapper(PersonalDataGate.open());

    ServerReceipts(JdbcClient client, Marks marks) {
        this.client = client;
        this.marks = marks;
    }

    @Override
    public Optional<Answer> find(String owner, String key) {
        return row(marks.of(owner, key)).map(this::answer);
    }

    /** @throws Refused {@code IDEMPOTENCY_KEY_REUSED} when the key was used for another request */
    Optional<Answer> find(Mark mark) {
        Optional<Row> row = row(mark.key());
        row.filter(earlier -> !earlier.requestMark.equals(mark.request())).ifPresent(earlier -> {
            throw new Refused(RefusalCode.IDEMPOTENCY_KEY_REUSED);
        });
        return row.map(this::answer);
    }

    /** The first time only. */
    void keep(Mark mark, Answer.Done answer) {
        client.sql("""
                        INSERT INTO axonserver.receipt (mark, request_mark, answer) VALUES (:mark, :request, :answer::jsonb)
                        ON CONFLICT (mark) DO NOTHING""")
                .param("mark", mark.key())
                .param("request", mark.request())
                .param("answer", json.writeValueAsString(KeptAnswer.of(answer)))
                .update();
    }

    private Optional<Row> row(UUID mark) {
        return client.sql("SELECT request_mark, answer FROM axonserver.receipt WHERE mark = :mark")
                .param("mark", mark)
                .query((found, index) -> new Row(found.getObject(1, UUID.class), found.getString(2)))
                .optional();
    }

    private Answer answer(Row row) {
        return json.readValue(row.answer, KeptAnswer.class).answer();
    }

    private record Row(UUID requestMark, String answer) {}
}
