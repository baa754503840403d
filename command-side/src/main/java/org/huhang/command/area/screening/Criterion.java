package org.huhang.command.area.screening;

import java.util.Map;
import java.util.Optional;
import org.huhang.kernel.policy.Provision;
import org.huhang.kernel.value.Finding;
import org.huhang.kernel.value.ReviewReason;
import org.huhang.kernel.value.ScreenedOutReason;

/** One question an edition asks, with the provision it rests on. To add one: a record here and its place in a rule. */
sealed interface Criterion
        permits UnderAge,
                CrossedCounty,
                OutsideOneCentralCity,
                WithGuardian,
                LivedHereLongEnough,
                LivedInTownshipLongEnough,
                ParentsAway,
                RuralHousehold,
                AwayLongEnough,
                AwayAcrossCounty,
                CrossedTownship {

    /** Stable: findings carry it for ever. */
    String name();

    Provision<?> provision();

    /** Empty where the question does not arise. */
    Optional<Judgement> judge(Inquiry inquiry);

    default Optional<Judgement> met(Map<String, String> observed) {
        return Optional.of(new Judgement(finding(Finding.Outcome.MET, observed), Optional.empty(), Optional.empty()));
    }

    default Optional<Judgement> notMet(ScreenedOutReason reason, Map<String, String> observed) {
        return Optional.of(
                new Judgement(finding(Finding.Outcome.NOT_MET, observed), Optional.of(reason), Optional.empty()));
    }

    default Optional<Judgement> unknown(ReviewReason doubt, Map<String, String> observed) {
        return Optional.of(
                new Judgement(finding(Finding.Outcome.UNKNOWN, observed), Optional.empty(), Optional.of(doubt)));
    }

    private Finding finding(Finding.Outcome outcome, Map<String, String> observed) {
        return new Finding(name(), outcome, provision().legalBasis(), observed);
    }
}
