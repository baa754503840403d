package org.huhang.app.security.revocation;

import java.util.List;
import java.util.function.Function;
import org.huhang.query.api.Limit;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list of revocations, which is kept beside the log and so rests on no position of it.
 *
 * @param next cursor of the following page; null on the last one
 */
record RevocationsPage(List<Revocation> items, @Nullable String next) {

    /** @param fetched read with {@link Limit#plusOne()} */
    static RevocationsPage of(List<Revocation> fetched, Limit limit, Function<Revocation, String> cursor) {
        return fetched.size() <= limit.rows()
                ? new RevocationsPage(fetched, null)
                : new RevocationsPage(fetched.subList(0, limit.rows()), cursor.apply(fetched.get(limit.rows() - 1)));
    }
}
