package org.huhang.app.projection;

import org.huhang.kernel.event.EventCatalogue;
import org.huhang.kernel.log.Recorded;
import org.huhang.query.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes a row a fact, and can be told to fail at a position, as one with an error would. */
final class BreakableProjection implements Projection {

    private volatile long failsAt = Long.MAX_VALUE;

    void failAt(long position) {
        failsAt = position;
    }

    void mend() {
        failsAt = Long.MAX_VALUE;
    }

    @Override
    public String name() {
        return "breakable";
    }

    @Override
    public void apply(Recorded fact, JdbcClient tables) {
        tables.sql("INSERT INTO fact (position, case_id, name) VALUES (:position, :case, :name)")
                .param("position", fact.position())
                .param("case", fact.caseId().value())
                .param("name", EventCatalogue.name(fact.event().getClass()))
                .update();
        if (fact.position() >= failsAt) {
            throw new IllegalStateException("张三 330109201505200021");
        }
    }
}
