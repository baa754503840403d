package org.huhang.log.append;

import static org.huhang.log.append.Columns.Type.BIGINT;
import static org.huhang.log.append.Columns.Type.BYTEA;
import static org.huhang.log.append.Columns.Type.INT;
import static org.huhang.log.append.Columns.Type.TEXT;
import static org.huhang.log.append.Columns.Type.TIMESTAMPTZ;
import static org.huhang.log.append.Columns.Type.UUID;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.huhang.log.identity.IndexStep;

/** What {@code log.append} takes: changes by number, and what each expects, records and says of identities. */
final class AppendArrays {

    private final Columns changes = new Columns(TEXT, TEXT, TEXT, TEXT, INT);
    private final Columns expectations = new Columns(INT, UUID, BIGINT);
    private final Columns facts = new Columns(INT, UUID, BIGINT, TEXT, INT, TEXT, TEXT, TIMESTAMPTZ, INT, UUID);
    private final Columns index = new Columns(INT, TEXT, UUID, BYTEA, UUID);

    private AppendArrays() {}

    static AppendArrays of(List<Append> changes) {
        AppendArrays arrays = new AppendArrays();
        for (int i = 0; i < changes.size(); i++) {
            arrays.add(i + 1, changes.get(i));
        }
        return arrays;
    }

    void bind(PreparedStatement call) throws SQLException {
        int place = 1;
        for (Columns columns : List.of(changes, expectations, facts, index)) {
            place = columns.bind(call, place);
        }
    }

    private void add(int number, Append change) {
        Append.Receipt receipt = change.receipt().orElse(new Append.Receipt(null, null, null, null));
        changes.add(
                receipt.owner(),
                receipt.key(),
                receipt.digest(),
                receipt.answer(),
                change.facts().size());
        change.expectations().forEach(it -> expectations.add(number, it.stream().value(), it.version()));
        String time = change.ownTime().map(Instant::toString).orElse(null);
        for (Append.Line fact : change.facts()) {
            facts.add(
                    number,
                    fact.stream().value(),
                    fact.version(),
                    fact.written().name(),
                    fact.written().revision(),
                    fact.written().payload(),
                    change.metadata(),
                    time,
                    Math.toIntExact(fact.event().effectiveOn().toEpochDay()),
                    fact.messageId());
        }
        change.index().forEach(step -> add(number, step));
    }

    private void add(int number, IndexStep step) {
        switch (step) {
            case IndexStep.LooksLike it -> index.add(number, "L", it.caseId(), it.digest(), null);
            case IndexStep.Claims it -> index.add(number, "D", it.caseId(), it.digest(), null);
            case IndexStep.ReleasesDocuments it -> index.add(number, "R", it.caseId(), null, null);
            case IndexStep.Absorbed it -> index.add(number, "M", it.caseId(), null, it.survivor());
            case IndexStep.Parted it -> index.add(number, "U", it.caseId(), null, null);
            case IndexStep.RegisteredInError it -> index.add(number, "E", it.caseId(), null, null);
            case IndexStep.OpenAgain it -> index.add(number, "O", it.caseId(), null, null);
        }
    }
}
