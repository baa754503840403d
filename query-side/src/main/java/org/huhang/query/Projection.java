package org.huhang.query;

import org.huhang.kernel.log.Recorded;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One read model's way from facts to tables. Every bean of this type is run, rebuilt and tested alike; there is nothing
 * else to register.
 *
 * <p>Its SQL names tables without a schema: the runner sets the search path, so that a rebuild can fill a second copy
 * beside the one being read. The position reached is kept in the same transaction as the rows, so each fact is applied
 * exactly once.
 */
public interface Projection {

    /** Name of the read model, of its schema and of the folder of its migrations, {@code db/<name>}. */
    String name();

    /** Applies one fact. Facts come in order of position. */
    void apply(Recorded fact, JdbcClient tables);
}
