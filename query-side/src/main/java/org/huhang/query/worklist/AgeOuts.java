package org.huhang.query.worklist;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huhang.kernel.value.CaseId;
import org.huhang.query.ReadModels;
import org.springframework.stereotype.Component;

/** Who has turned sixteen with a migrant or left-behind status still open: what the calendar is to end each day. */
@Component
public class AgeOuts {

    private final ReadModels readModels;

    AgeOuts(ReadModels readModels) {
        this.readModels = readModels;
    }

    /** @param birthday the sixteenth */
    public record AgeOut(CaseId caseId, LocalDate birthday) {}

    /** The first {@code limit} whose sixteenth birthday is {@code day} or was before it, the oldest birthday first. */
    public List<AgeOut> dueOn(LocalDate day, int limit) {
        return dueOn(day, Optional.empty(), limit);
    }

    /**
     * Likewise, going on after one that was dealt with.
     *
     * @param after the last one of the page before: the worklist may not have followed yet, and one that was refused
     *     stays due
     */
    public List<AgeOut> dueOn(LocalDate day, Optional<AgeOut> after, int limit) {
        Map<String, Object> parameters = new LinkedHashMap<>(Map.of("day", day, "rows", limit));
        after.ifPresent(last -> {
            parameters.put("afterDay", last.birthday());
            parameters.put("afterCase", last.caseId().value());
        });
        String sql = """
                SELECT case_id, due_on FROM task
                WHERE kind = 'AGES_OUT' AND due_on <= :day%s
                ORDER BY due_on, case_id LIMIT :rows""".formatted(after.isPresent() ? " AND (due_on, case_id) > (:afterDay, :afterCase)" : "");
        return readModels.read(WorklistProjection.NAME, tables -> tables.sql(sql)
                .params(parameters)
                .query((row, _) ->
                        new AgeOut(CaseId.of(row.getString("case_id")), row.getObject("due_on", LocalDate.class)))
                .list());
    }
}
