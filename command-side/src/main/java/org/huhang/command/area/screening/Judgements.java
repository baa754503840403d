package org.huhang.command.area.screening;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huhang.kernel.value.Finding;
import org.huhang.kernel.value.ReviewReason;
import org.huhang.kernel.value.ScreenedOutReason;

/** The criteria of one rule, all of which must be met. */
record Judgements(List<Judgement> all) {

    static Judgements of(Inquiry inquiry, Stream<Criterion> criteria) {
        return new Judgements(criteria.map(criterion -> criterion.judge(inquiry))
                .flatMap(Optional::stream)
                .toList());
    }

    /** One criterion not met decides, whatever is unknown of the others. */
    Finding.Outcome verdict() {
        return any(Finding.Outcome.NOT_MET)
                ? Finding.Outcome.NOT_MET
                : any(Finding.Outcome.UNKNOWN) ? Finding.Outcome.UNKNOWN : Finding.Outcome.MET;
    }

    Stream<Finding> findings() {
        return all.stream().map(Judgement::finding);
    }

    Stream<ScreenedOutReason> failed() {
        return all.stream().map(Judgement::failed).flatMap(Optional::stream);
    }

    Stream<ReviewReason> doubts() {
        return all.stream().map(Judgement::doubt).flatMap(Optional::stream);
    }

    private boolean any(Finding.Outcome outcome) {
        return findings().anyMatch(finding -> finding.outcome() == outcome);
    }
}
