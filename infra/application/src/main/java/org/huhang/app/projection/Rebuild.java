package org.huhang.app.projection;

import java.util.List;
import org.huhang.app.schema.Schemas;
import org.huhang.kernel.log.CaseLog;
import org.huhang.kernel.log.Recorded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a read model anew from the first fact on, beside the one being read and written, and puts it in that one's place
 * in one transaction with the position it has reached.
 */
final class Rebuild {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final int BATCH = 1000;

    /** Each attempt waits five seconds for readers to finish. */
    private static final int SWAP_ATTEMPTS = 24;

    private final ReadModel model;
    private final ReadModelSchema copy;
    private final Schemas schemas;
    private final CaseLog log;
    private final TransactionTemplate transaction;

    Rebuild(ReadModel model, JdbcClient client, Schemas schemas, CaseLog log, TransactionTemplate transaction) {
        this.model = model;
        this.copy = new ReadModelSchema(model.name() + "_rebuild", client);
        this.schemas = schemas;
        this.log = log;
        this.transaction = transaction;
    }

    /** @throws CannotApply when a fact cannot be taken in; the copy in use is not touched */
    void run() {
        transaction.executeWithoutResult(status -> copy.drop());
        schemas.migrate(copy.name(), "db/" + model.name());
        transaction.executeWithoutResult(status -> copy.prepare());
        int taken = BATCH;
        while (taken == BATCH) {
            taken = transaction.execute(status -> takeIn());
        }
        swap();
    }

    private int takeIn() {
        FactsInOrder facts = FactsInOrder.into(model, copy);
        List<Recorded> next = log.after(facts.position(), BATCH);
        facts.apply(next);
        copy.reached(facts.position());
        model.rebuilding(facts.position());
        return next.size();
    }

    private void swap() {
        for (int attempt = 1; ; attempt++) {
            try {
                transaction.executeWithoutResult(status -> {
                    model.schema().lockToReplace();
                    int taken = BATCH;
                    while (taken == BATCH) {
                        taken = takeIn();
                    }
                    copy.replace(model.schema());
                });
                LOG.info("Read model {} was rebuilt.", model.name());
                return;
            } catch (PessimisticLockingFailureException e) {
                if (attempt == SWAP_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
