package org.huhang.query.kit;

import static org.huhang.query.kit.Story.CHILD;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.query.area.CaseOutline;
import org.huhang.query.area.Duties;
import org.huhang.query.area.TaskKind;
import org.huhang.query.area.ToldFacts;

/** Facts of one child in the order in which they were told, and what they come to. */
public record Told(List<CaseEvent> facts) implements ToldFacts {

    public static Told told(CaseEvent... facts) {
        return new Told(List.of(facts));
    }

    public CaseOutline outline() {
        return CaseOutline.of(new Story()
                        .recorded(facts.toArray(CaseEvent[]::new))
                        .ofCase(CHILD)
                        .now())
                .orElseThrow();
    }

    public Map<TaskKind, LocalDate> duties() {
        return Duties.of(outline(), PolicyBook.published());
    }

    @Override
    public <E extends CaseEvent> E told(long version, Class<E> type) {
        return type.cast(facts.get((int) version));
    }
}
