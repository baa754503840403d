package org.huhang.app.projection;

import java.util.List;
import java.util.Optional;
import org.huhang.kernel.log.Recorded;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Applies facts to one copy of a read model, each exactly once, inside the caller's transaction. */
final class FactsInOrder {

    private final ReadModel model;
    private final JdbcClient tables;
    private long position;

    private FactsInOrder(ReadModel model, JdbcClient tables, long position) {
        this.model = model;
        this.tables = tables;
        this.position = position;
    }

    /** Locks {@code copy} and finds out how far it has got. */
    static FactsInOrder into(ReadModel model, ReadModelSchema copy) {
        copy.lockToWrite();
        return new FactsInOrder(model, copy.tables(), copy.position());
    }

    /**
     * A fact that was taken in before is passed over.
     *
     * @throws CannotApply when the projection fails, or when a fact is missing before this one
     */
    void apply(Recorded fact) {
        if (fact.position() <= position) {
            return;
        }
        if (fact.position() != position + 1) {
            throw new CannotApply(Optional.of(fact), "facts are missing after position " + position);
        }
        try {
            model.projection().apply(fact, tables);
        } catch (RuntimeException e) {
            throw new CannotApply(Optional.of(fact), Faults.of(e));
        }
        position = fact.position();
    }

    void apply(List<Recorded> facts) {
        facts.forEach(this::apply);
    }

    long position() {
        return position;
    }
}
