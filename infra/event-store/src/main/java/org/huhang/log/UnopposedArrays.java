package org.huhang.log;

import static org.huhang.log.Columns.Type.BIGINT;
import static org.huhang.log.Columns.Type.BYTEA;
import static org.huhang.log.Columns.Type.INT;
import static org.huhang.log.Columns.Type.TEXT;
import static org.huhang.log.Columns.Type.UUID;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.huhang.kernel.value.CaseId;

/** What {@code log.append_unopposed} takes: only rows that are new, and what is expected of cases without any. */
final class UnopposedArrays {

    private final Columns bystanders = new Columns(UUID, BIGINT);
    private final Columns facts = new Columns(UUID, BIGINT, TEXT, INT, TEXT, TEXT, INT, UUID);
    private final Columns receipts = new Columns(TEXT, TEXT, TEXT, TEXT, INT);
    private final Columns lookalikes = new Columns(UUID, BYTEA);
    private final Columns documents = new Columns(UUID, BYTEA);

    private UnopposedArrays() {}

    /** Whether the change only adds: it brings no time of its own, and says nothing of the identity of a case there is. */
    static boolean take(Append change) {
        return change.ownTime().isEmpty()
                && (change.index().isEmpty()
                        || (change.expectations().stream().allMatch(it -> it.version() < 0)
                                && change.index().stream()
                                        .allMatch(step -> step instanceof IndexStep.LooksLike
                                                || step instanceof IndexStep.Claims)));
    }

    static UnopposedArrays of(List<Append> changes) {
        UnopposedArrays arrays = new UnopposedArrays();
        changes.forEach(arrays::add);
        return arrays;
    }

    void bind(PreparedStatement call) throws SQLException {
        int place = 1;
        for (Columns columns : List.of(bystanders, facts, receipts, lookalikes, documents)) {
            place = columns.bind(call, place);
        }
    }

    private void add(Append change) {
        Set<CaseId> given = change.facts().stream().map(Append.Line::caseId).collect(Collectors.toSet());
        change.expectations().stream()
                .filter(it -> !given.contains(it.caseId()))
                .forEach(it -> bystanders.add(it.caseId().value(), it.version()));
        for (Append.Line fact : change.facts()) {
            facts.add(
                    fact.caseId().value(),
                    fact.version(),
                    fact.written().name(),
                    fact.written().revision(),
                    fact.written().payload(),
                    change.metadata(),
                    fact.effectiveDay(),
                    fact.messageId());
        }
        change.receipt().ifPresent(it -> receipts.add(it.owner(), it.key(), it.digest(), it.answer(), facts.size()));
        for (IndexStep step : change.index()) {
            switch (step) {
                case IndexStep.LooksLike it -> lookalikes.add(it.caseId(), it.digest());
                case IndexStep.Claims it -> documents.add(it.caseId(), it.digest());
                default -> throw new IllegalArgumentException("Not a step of a new case");
            }
        }
    }
}
