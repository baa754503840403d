package org.huhang.query;

import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.huhang.kernel.log.Moment;
import org.huhang.query.api.AsOf;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reading what projections have built. */
public interface ReadModels {

    /** Runs {@code query} in one read-only snapshot with the search path on the read model's tables. */
    <T> T read(String readModel, Function<JdbcClient, T> query);

    /**
     * As {@link #read(String, Function)}, and tells the query up to which moment it may look: as of which it is asked, or else
     * the last that all of the read model has got to. Beyond that moment it may hold rows already. Waits for what it has to
     * have taken in as {@link #await} does.
     *
     * @throws org.huhang.kernel.refusal.Refused {@code READ_MODEL_OUTDATED} where it cannot tell what was known before
     */
    <T> T read(String readModel, AsOf asOf, BiFunction<JdbcClient, Moment, T> query);

    /** Position of the last fact the read model has taken in; 0 before the first. */
    long position(String readModel);

    /**
     * Waits until the read model has reached {@code minPosition}, bounded by the application's longest wait; returns at once
     * when empty.
     *
     * @throws org.huhang.kernel.refusal.Refused {@code READ_MODEL_BEHIND} with the position reached
     */
    void await(String readModel, OptionalLong minPosition);
}
