package org.huhang.query.fact;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.log.Moment;
import org.huhang.kernel.log.Recorded;
import org.huhang.query.api.AskedList;
import org.huhang.query.api.Cursor;
import org.huhang.query.api.Knowledge;
import org.huhang.query.api.Limit;
import org.huhang.query.api.Page;

/**
 * A page of one record's history, as it was asked for: facts in the order in which they were recorded.
 *
 * @param moment up to which facts are told, whenever the following pages are asked for; empty for all there are
 * @param after position of the last fact of the page before; 0 on the first
 */
public record AskedHistory(AskedList list, Optional<Moment> moment, long after, Limit limit) {

    /**
     * To be asked before the record is read: what was under way then is in it.
     *
     * @param of names the list, {@code key} the parameter and {@code id} the record as the caller wrote it
     */
    public static AskedHistory of(
            String of,
            Actor actor,
            String key,
            String id,
            Knowledge knowledge,
            String knownAt,
            String cursor,
            String limit,
            String minPosition) {
        AskedList list =
                AskedList.of(of, actor).with(key, id.toLowerCase(Locale.ROOT)).list();
        Optional<Cursor> page = Cursor.read(list, 2, cursor);
        Limit rows = Limit.of(limit);
        return new AskedHistory(
                list,
                knowledge.asOf("knownAt", knownAt, minPosition, page).moment(),
                page.map(shown -> shown.number(1)).orElse(0L),
                rows);
    }

    public boolean wasKnown(Recorded fact) {
        return moment.isEmpty() || fact.position() <= moment.get().position();
    }

    /**
     * @param steps the known facts in their order, each with what is needed to write it
     * @param fact that a step is
     */
    public <S> Page<FactDocument> page(
            List<S> steps, Function<S, Recorded> fact, Function<S, FactDocument> write, HttpServletResponse response) {
        Moment last = Moment.last(steps.stream().map(fact).toList());
        long asOf = moment.orElse(last).position();
        List<S> asked = steps.stream()
                .filter(step -> fact.apply(step).position() > after)
                .limit(limit.plusOne())
                .toList();
        Page<FactDocument> page = Page.of(
                        asked,
                        limit,
                        step -> Cursor.write(list, asOf, fact.apply(step).position()),
                        last)
                .map(write);
        page.tell(response);
        return page;
    }
}
