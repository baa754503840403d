package org.huhang.app.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.huhang.app.reference.Papers.Paper;
import org.huhang.app.reference.Picture.Life;
import org.huhang.kernel.area.file.FileEvent.ChildRegistered;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.ChildIdentity;

/**
 * A second, naive implementation of all that there is to say of a case: with all papers on the table, sorted by day, read from the
 * first to the last.
 */
final class TheClerk {

    private final Papers papers;
    private final List<Paper> inOrder;
    private final PolicyBook policies;

    /** @param facts all there are of the children's files, in order of position; looked at up to the position that is known */
    TheClerk(CaseId caseId, List<Recorded> facts, long known, PolicyBook policies) {
        this.papers = new Papers(caseId, facts, known);
        this.inOrder = papers.inOrder();
        this.policies = policies;
    }

    /** At the end of the day; empty for a child who is not known at all. */
    Optional<Picture> on(LocalDate day) {
        return inOrder.isEmpty() ? Optional.empty() : Optional.of(read(day).picture());
    }

    /** Whether anything is told of the day or of one before it. */
    boolean tells(LocalDate day) {
        return inOrder.stream().anyMatch(paper -> !paper.on().isAfter(day))
                || papers.merges().anyMatch(on -> !on.isAfter(day));
    }

    Optional<Picture> now() {
        return on(LocalDate.MAX);
    }

    /** What the child counts as in figures on the day, each with where it lives and is registered. */
    Set<String> countsAs(LocalDate day) {
        Set<String> counted = new TreeSet<>();
        if (inOrder.isEmpty() || papers.merged().isPresent() || day.isBefore(registeredOn())) {
            return counted;
        }
        Reading then = read(day);
        Reading atLast = read(LocalDate.MAX);
        if (then.closed || atLast.closed && atLast.inError) {
            return counted;
        }
        Set<String> measures = new TreeSet<>(Set.of("ON_FILE"));
        switch (then.held) {
            case "MIGRANT COUNTY" -> measures.add("MIGRANT");
            case "MIGRANT TOWNSHIP" -> measures.add("MIGRANT_TOWNSHIP");
            case "LEFT_BEHIND" -> measures.add("LEFT_BEHIND");
            default -> {}
        }
        if (then.reviewSince != null) {
            measures.add("UNDER_REVIEW");
        }
        if (then.listedSince != null && !atLast.listedInError.contains(then.listing)) {
            measures.add("KEY_CARE");
            measures.addAll(then.grounds);
        }
        switch (then.guard) {
            case "LAPSED" -> measures.add("GUARDIANSHIP_LAPSED");
            case "TEMPORARY_CARE", "LONG_TERM_GUARDIANSHIP" -> measures.add(then.guard);
            default -> {}
        }
        LocalDate born = identity().birthDate();
        measures.forEach(measure -> counted.add(measure + " " + then.residence + " " + then.hukou + " " + born));
        return counted;
    }

    /** By kind of task. */
    Map<String, LocalDate> due() {
        Map<String, LocalDate> due = new TreeMap<>();
        if (inOrder.isEmpty()) {
            return due;
        }
        Reading now = read(LocalDate.MAX);
        if (now.closed || now.absorbed) {
            return due;
        }
        LocalDate born = identity().birthDate();
        due.put("TURNS_EIGHTEEN", policies.ages().adultFrom(born));
        if (!now.held.isEmpty()) {
            due.put("AGES_OUT", policies.screening().tooOldFrom(born, DivisionCode.of(now.residence)));
        }
        if (now.reviewSince != null) {
            due.put("DECIDE_REVIEW", now.reviewSince);
        } else if (now.reconfirmBy != null) {
            due.put("RECONFIRM_SCREENING", now.reconfirmBy);
        }
        if (now.listedSince != null) {
            due.put("VISIT_DUE", now.nextVisitDue);
            if (now.searchSince != null) {
                due.put("CHILD_NOT_SEEN", now.searchSince);
            }
        }
        if (now.guard.equals("TEMPORARY_CARE")) {
            due.put("REVIEW_TEMPORARY_CARE", now.reviewBy);
            due.put("TEMPORARY_CARE_ONE_YEAR", now.oneYearMark);
        }
        if (now.school.equals("OUT_OF_SCHOOL") && !now.assessedSinceTheDropout()) {
            due.put("REASSESS_AFTER_DROPOUT", now.schoolSince);
        }
        return due;
    }

    /** What stands on the ledger. */
    Optional<Picture> ledger() {
        return now().filter(picture -> picture.life() == Life.OPEN)
                .filter(picture -> picture.listing().isPresent());
    }

    private ChildIdentity identity() {
        return papers.identity().orElseThrow();
    }

    private LocalDate registeredOn() {
        return inOrder.stream()
                .filter(paper -> paper.says() instanceof ChildRegistered)
                .findFirst()
                .orElseThrow()
                .on();
    }

    private Reading read(LocalDate day) {
        return new Reading(papers).upTo(day, inOrder);
    }
}
