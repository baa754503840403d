package org.huhang.log.axonserver;

import java.util.Optional;
import java.util.UUID;
import org.huhang.command.port.Answer;
import org.huhang.command.port.GivenAnswers;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.log.LogJson;
import org.huhang.log.PersonalDataGate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Answers already given, by mark. What facts report is written as they are followed; a refusal, as it is given. */
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

    /** @return whether there was none before */
    boolean keep(Mark mark, Answer answer) {
        return client.sql("""
                        INSERT INTO axonserver.receipt (mark, request_mark, answer) VALUES (:mark, :request, :answer::jsonb)
                        ON CONFLICT (mark) DO NOTHING""")
                        .param("mark", mark.key())
                        .param("request", mark.request())
                        .param("answer", json.writeValueAsString(Kept.of(answer)))
                        .update()
                > 0;
    }

    private Optional<Row> row(UUID mark) {
        return client.sql("SELECT request_mark, answer FROM axonserver.receipt WHERE mark = :mark")
                .param("mark", mark)
                .query((found, index) -> new Row(found.getObject(1, UUID.class), found.getString(2)))
                .optional();
    }

    private Answer answer(Row row) {
        return json.readValue(row.answer, Kept.class).answer();
    }

    private record Row(UUID requestMark, String answer) {}

    /** An answer with its kind written beside it. */
    private record Kept(Optional<Answer.Done> done, Optional<Answer.Declined> declined) {

        static Kept of(Answer answer) {
            return switch (answer) {
                case Answer.Done done -> new Kept(Optional.of(done), Optional.empty());
                case Answer.Declined declined -> new Kept(Optional.empty(), Optional.of(declined));
            };
        }

        Answer answer() {
            return done.<Answer>map(it -> it).orElseGet(declined::get);
        }
    }
}
