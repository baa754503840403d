package org.huhang.projection;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.value.CaseId;
import org.huhang.projection.RebuildProgress.Phase;
import org.huhang.query.rows.RowMemory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.TransactionStatus;

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
        tools.transaction().executeWithoutResult(status -> copy.prepare(model.wanted(), tools.segments()));
        for (int attempt = 1; ; attempt++) {
            catchUp();
            passOverWhatTheLiveOneDid();
            progress.enter(Phase.SWAPPING);
            try {
                tools.transaction().executeWithoutResult(status -> swap());
                model.replaced();
                return;
            } catch (DataAccessException e) {
                boolean again = e instanceof PessimisticLockingFailureException || FaultReason.isOfTheRow(e);
                if (!again || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private void swap() {
        model.live().lockToReplace();
        catchUp();
        passOverWhatTheLiveOneDid();
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
        for (SegmentProgress progress : copy.progress()) {
            Advance advance = new Advance(
                    model,
                    copy,
                    progress.segment().number(),
                    tools.log(),
                    tools.transaction(),
                    new RowMemory(0),
                    new Gaps(copy.parked().gaps()));
            Optional<Long> next = Optional.of(progress.position());
            while (next.isPresent() && next.get() < head) {
                next = next(advance, next.get());
            }
        }
    }

    /**
     * So that what was answered by the one is answered so by the other. Mostly there is nothing left to do: a rebuild begins
     * with what was passed over until then.
     */
    private void passOverWhatTheLiveOneDid() {
        ParkedCases here = copy.parked();
        ParkedCases there = model.live().parked();
        Set<UUID> cases = new LinkedHashSet<>();
        List<Gap> known = here.gaps();
        there.gaps().stream().filter(gap -> !known.contains(gap)).forEach(gap -> {
            here.keep(gap);
            cases.add(gap.caseId());
        });
        if (isOfTheSameRevision()) {
            Set<CaseId> parked = here.all().stream().map(ParkedCase::caseId).collect(Collectors.toSet());
            there.all().stream()
                    .map(ParkedCase::caseId)
                    .filter(caseId -> !parked.contains(caseId))
                    .forEach(caseId -> cases.add(caseId.value()));
        }
        cases.forEach(caseId -> tools.transaction()
                .executeWithoutResult(status -> takeInAsTheLiveOneDid(CaseId.of(caseId), here, there, status)));
    }

    private void takeInAsTheLiveOneDid(CaseId caseId, ParkedCases here, ParkedCases there, TransactionStatus status) {
        Segment segment = Segment.of(caseId, copy.progress().size());
        long reached = copy.progress().get(segment.number()).position();
        Optional<ParkedCase> parked = there.find(caseId).filter(it -> it.position() <= reached);
        long upTo = parked.map(it -> it.position() - 1).orElse(reached);
        List<Recorded> facts = tools.log().history(caseId).stream()
                .filter(fact -> fact.position() <= upTo)
                .toList();
        here.unpark(caseId);
        new Refolding(model.projection(), copy, tools.log())
                .run(caseId.value(), facts, new Gaps(here.gapsOf(caseId)), status)
                .ifPresent(fault -> here.park(fault.fact(), fault.reason()));
        parked.ifPresent(here::park);
    }

    private boolean isOfTheSameRevision() {
        return model.live().progress().stream()
                .allMatch(it -> it.revision() == model.projection().revision());
    }

    /** @return empty at the end of the log */
    private static Optional<Long> next(Advance advance, long position) {
        return switch (advance.next(position)) {
            case AdvanceResult.TakenIn it -> it.facts() == 0 ? Optional.empty() : Optional.of(it.position());
            case AdvanceResult.Elsewhere _ -> throw new IllegalStateException("Somebody else writes to the new copy");
            case AdvanceResult.OfAnotherRevision it ->
                throw new IllegalStateException(
                        "The new copy is of revision " + it.revision() + ", or of other tables of divisions");
        };
    }
}
