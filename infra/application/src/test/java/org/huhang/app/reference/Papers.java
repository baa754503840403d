package org.huhang.app.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.huhang.kernel.area.amendment.AmendmentEvent;
import org.huhang.kernel.area.amendment.AmendmentEvent.Corrected;
import org.huhang.kernel.area.amendment.AmendmentEvent.EntryVoided;
import org.huhang.kernel.area.amendment.AmendmentEvent.HukouCorrected;
import org.huhang.kernel.area.amendment.AmendmentEvent.KeyCareCorrected;
import org.huhang.kernel.area.amendment.AmendmentEvent.LivingArrangementCorrected;
import org.huhang.kernel.area.amendment.AmendmentEvent.ResidenceCorrected;
import org.huhang.kernel.area.file.FileEvent.CasesMerged;
import org.huhang.kernel.area.file.FileEvent.CasesUnmerged;
import org.huhang.kernel.area.file.FileEvent.ChildRegistered;
import org.huhang.kernel.area.file.FileEvent.HukouMoved;
import org.huhang.kernel.area.file.FileEvent.IdentityCorrected;
import org.huhang.kernel.area.file.FileEvent.IdentityDocumentAttached;
import org.huhang.kernel.area.file.FileEvent.LivingArrangementRecorded;
import org.huhang.kernel.area.file.FileEvent.ResidenceMoved;
import org.huhang.kernel.area.keycare.KeyCareEvent.KeyCareListed;
import org.huhang.kernel.area.keycare.KeyCareEvent.KeyCareReassessed;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.EntryId;

/**
 * What lies on the table of a clerk who is to say how a case stands, by all that was known at some position: the papers of the file
 * and of those merged into it by then, without those that were voided, each as it was corrected. Worked out by itself, slowly;
 * it shares nothing with the product but the events.
 */
final class Papers {

    /** One paper that counts, by the day from which it is true. */
    record Paper(CaseEvent says, CaseId file, long position) {
        LocalDate on() {
            return says.effectiveOn();
        }
    }

    private final CaseId caseId;
    private final List<Recorded> facts;
    private final Map<CaseId, Recorded> merges = new HashMap<>();
    private final Set<CaseId> group = new HashSet<>();

    /** @param facts all there are of the children's files, in order of position */
    Papers(CaseId caseId, List<Recorded> facts, long known) {
        this.caseId = caseId;
        this.facts = facts.stream().filter(fact -> fact.position() <= known).toList();
        for (Recorded fact : this.facts) {
            if (fact.event() instanceof CasesMerged it && it.absorbed().equals(fact.caseId())) {
                merges.put(it.absorbed(), fact);
            }
            if (fact.event() instanceof CasesUnmerged it && it.absorbed().equals(fact.caseId())) {
                merges.remove(it.absorbed());
            }
        }
        this.facts.forEach(fact -> group.add(fact.caseId()));
        group.removeIf(file -> !isUnder(file, caseId, Long.MAX_VALUE));
        group.add(caseId);
    }

    /** What merged this file into another one. */
    Optional<Recorded> merged() {
        return Optional.ofNullable(merges.get(caseId));
    }

    /** The days of all merges that made this file and another one. */
    Stream<LocalDate> merges() {
        return merges.values().stream()
                .map(fact -> (CasesMerged) fact.event())
                .filter(merge ->
                        merge.survivor().equals(caseId) || merge.absorbed().equals(caseId))
                .map(CasesMerged::effectiveOn);
    }

    /** Whether the one file was part of the other when the position was reached, by merges that stand. */
    boolean isUnder(CaseId file, CaseId top, long position) {
        CaseId at = file;
        for (int i = 0; i <= merges.size(); i++) {
            if (at.equals(top)) {
                return true;
            }
            Recorded merge = merges.get(at);
            if (merge == null || merge.position() > position) {
                return false;
            }
            at = ((CasesMerged) merge.event()).survivor();
        }
        return false;
    }

    /** Who the child is: what its own file says, as last put right. */
    Optional<ChildIdentity> identity() {
        ChildIdentity identity = null;
        for (Recorded fact : facts) {
            if (fact.caseId().equals(caseId)) {
                if (fact.event() instanceof ChildRegistered it) {
                    identity = it.identity();
                }
                if (fact.event() instanceof IdentityCorrected it) {
                    identity = it.identity();
                }
            }
        }
        return Optional.ofNullable(identity);
    }

    /** By day, and of one day as told. Empty where nobody is registered. */
    List<Paper> inOrder() {
        Set<EntryId> voided = new HashSet<>();
        List<Corrected> corrections = new ArrayList<>();
        for (Recorded fact : facts) {
            if (group.contains(fact.caseId())) {
                if (fact.event() instanceof EntryVoided it) {
                    voided.addAll(it.entries());
                }
                if (fact.event() instanceof Corrected it) {
                    corrections.add(it);
                }
            }
        }
        List<Paper> papers = new ArrayList<>();
        for (Recorded fact : facts) {
            EntryId id = new EntryId(fact.caseId(), fact.version());
            if (group.contains(fact.caseId())
                    && !voided.contains(id)
                    && isPaper(fact.event())
                    && !saysTheSameAgain(fact)) {
                CaseEvent says = (CaseEvent) fact.event();
                for (Corrected correction : corrections) {
                    says = correction.entry().equals(id) ? corrected(says, correction) : says;
                }
                papers.add(new Paper(says, fact.caseId(), fact.position()));
            }
        }
        papers.sort(Comparator.comparing(Paper::on).thenComparing(Paper::position));
        return papers.stream().anyMatch(paper -> paper.says() instanceof ChildRegistered) ? papers : List.of();
    }

    /** Of two files that register the child on one day, its own is enough. */
    private boolean saysTheSameAgain(Recorded fact) {
        return fact.event() instanceof ChildRegistered
                && !fact.caseId().equals(caseId)
                && facts.stream()
                        .anyMatch(own -> own.caseId().equals(caseId)
                                && own.event() instanceof ChildRegistered
                                && own.event().effectiveOn().equals(fact.event().effectiveOn()));
    }

    /** Who the child is, which files are one and what was put right is told in other ways. */
    private static boolean isPaper(Event event) {
        return event instanceof CaseEvent
                && !(event instanceof AmendmentEvent
                        || event instanceof CasesMerged
                        || event instanceof CasesUnmerged
                        || event instanceof IdentityCorrected
                        || event instanceof IdentityDocumentAttached);
    }

    private static CaseEvent corrected(CaseEvent event, Corrected correction) {
        if (event instanceof ChildRegistered it) {
            return new ChildRegistered(
                    it.identity(),
                    correction instanceof HukouCorrected c ? c.hukou() : it.hukou(),
                    correction instanceof ResidenceCorrected c ? c.residence() : it.residence(),
                    correction instanceof LivingArrangementCorrected c ? c.guardians() : it.guardians(),
                    it.agency(),
                    it.effectiveOn());
        }
        if (event instanceof ResidenceMoved && correction instanceof ResidenceCorrected c) {
            return new ResidenceMoved(c.residence(), c.effectiveOn());
        }
        if (event instanceof HukouMoved && correction instanceof HukouCorrected c) {
            return new HukouMoved(c.hukou(), c.effectiveOn());
        }
        if (event instanceof LivingArrangementRecorded && correction instanceof LivingArrangementCorrected c) {
            return new LivingArrangementRecorded(c.guardians(), c.effectiveOn());
        }
        if (event instanceof KeyCareListed && correction instanceof KeyCareCorrected c) {
            return new KeyCareListed(c.grounds(), c.risk(), c.nextVisitDue(), c.edition(), c.effectiveOn());
        }
        if (event instanceof KeyCareReassessed && correction instanceof KeyCareCorrected c) {
            return new KeyCareReassessed(c.grounds(), c.risk(), c.nextVisitDue(), c.edition(), c.effectiveOn());
        }
        return event;
    }
}
