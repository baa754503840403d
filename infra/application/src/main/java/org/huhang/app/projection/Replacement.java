package org.huhang.app.projection;

import java.util.Optional;
import org.huhang.app.projection.RebuildProgress.Phase;
import org.huhang.query.rows.RowMemory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;

/**
 * Brings a copy up to date and puts it in the place of the one that is read, in one transaction; that one becomes the
 * previous one. A reader sees one of them or the other.
 */
final class Replacement {

    /** Each attempt waits five seconds for readers to finish. */
    private static final int ATTEMPTS = 24;

    private final ReadModel model;
    private final Copy copy;
    private final RebuildTools tools;

    Replacement(ReadModel model, Copy copy, RebuildTools tools) {
        this.model = model;
        this.copy = copy;
        this.tools = tools;
    }

    void run(RebuildProgress progress) throws InterruptedException {
        progress.enter(Phase.CATCHING_UP);
        for (int attempt = 1; ; attempt++) {
            catchUp();
            progress.enter(Phase.SWAPPING);
            try {
                tools.transaction().executeWithoutResult(status -> swap());
                model.replaced();
                return;
            } catch (DataAccessException e) {
                boolean again = e instanceof PessimisticLockingFailureException || Faults.isOfTheRow(e);
                if (!again || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private void swap() {
        model.live().lockToReplace();
        catchUp();
        if (!copy.name().equals(model.previous().name())) {
            model.previous().drop();
        }
        Copy aside = new Copy(model.name() + "_aside", tools.client());
        model.live().rename(aside.name());
        copy.rename(model.live().name());
        aside.rename(model.previous().name());
    }

    /** As far as the log reaches now. */
    private void catchUp() {
        long head = tools.log().head();
        for (Standing standing : copy.standings()) {
            Advance advance = new Advance(
                    model, copy, standing.segment().number(), tools.log(), tools.transaction(), new RowMemory(0));
            Optional<Long> next = Optional.of(standing.position());
            while (next.isPresent() && next.get() < head) {
                next = next(advance, next.get());
            }
        }
    }

    /** @return empty at the end of the log */
    private static Optional<Long> next(Advance advance, long position) {
        return switch (advance.next(position)) {
            case Outcome.TakenIn it -> it.facts() == 0 ? Optional.empty() : Optional.of(it.position());
            case Outcome.Elsewhere _ -> throw new IllegalStateException("Somebody else writes to the new copy");
            case Outcome.OfAnotherRevision it ->
                throw new IllegalStateException(
                        "The new copy is of revision " + it.revision() + ", or of other tables of divisions");
        };
    }
}
