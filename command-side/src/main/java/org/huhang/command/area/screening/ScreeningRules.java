package org.huhang.command.area.screening;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.kernel.policy.Provision;
import org.huhang.kernel.policy.ScreeningEdition;
import org.huhang.kernel.value.Finding;
import org.huhang.kernel.value.MigrantBand;

/** Who is a migrant child and who is left behind. Plan 2024 (四); 国发〔2016〕13号; provincial editions. */
public final class ScreeningRules {

    private ScreeningRules() {}

    /** Changes nothing; the same answer for the same facts, day and policies. */
    public static Evaluation evaluate(ScreeningFacts facts, LocalDate on, PolicyBook policies) {
        ScreeningEdition edition =
                policies.screening().editionFor(facts.residence().division().code(), on);
        Inquiry inquiry = Inquiry.of(facts, on, edition, policies);
        Judgements migrant = Judgements.of(inquiry, migrant(edition));
        if (migrant.verdict() == Finding.Outcome.MET) {
            return answer(inquiry, new Outcome.Migrant(MigrantBand.COUNTY), migrant);
        }
        Judgements leftBehind = Judgements.of(inquiry, leftBehind(edition));
        if (migrant.verdict() == Finding.Outcome.UNKNOWN) {
            Stream<Judgements> open =
                    Stream.of(migrant, leftBehind).filter(rule -> rule.verdict() == Finding.Outcome.UNKNOWN);
            return answer(inquiry, review(open), migrant, leftBehind);
        }
        return switch (leftBehind.verdict()) {
            case MET -> answer(inquiry, new Outcome.LeftBehind(inquiry.parents().reason()), migrant, leftBehind);
            case UNKNOWN -> answer(inquiry, review(Stream.of(leftBehind)), migrant, leftBehind);
            case NOT_MET -> neitherOrCounted(inquiry, migrant, leftBehind);
        };
    }

    /** Whether a criterion of the status is not met, so that not even a person can find it. */
    static boolean exclude(Outcome outcome, ScreeningFacts facts, LocalDate on, PolicyBook policies) {
        ScreeningEdition edition = StatusEnds.edition(facts, on, policies);
        Stream<Criterion> asked =
                switch (outcome) {
                    case Outcome.Migrant _ -> migrant(edition);
                    case Outcome.LeftBehind _ -> leftBehind(edition);
                    case Outcome.Neither _, Outcome.Review _ -> Stream.empty();
                };
        return Judgements.of(Inquiry.of(facts, on, edition, policies), asked).verdict() == Finding.Outcome.NOT_MET;
    }

    static Stream<Criterion> migrant(ScreeningEdition edition) {
        return Stream.of(
                        Optional.of(new UnderAge(edition.ageBelow())),
                        Optional.of(new CrossedCounty(edition.countyCrossing())),
                        asked(edition.centralDistrictsExcluded()).map(OutsideOneCentralCity::new),
                        asked(edition.livesWithGuardian()).map(WithGuardian::new),
                        Optional.of(new LivedHereLongEnough(edition.residenceMonths())))
                .flatMap(Optional::stream);
    }

    static Stream<Criterion> leftBehind(ScreeningEdition edition) {
        return Stream.of(
                        Optional.of(new UnderAge(edition.ageBelow())),
                        Optional.of(new ParentsAway(edition.parentsAway())),
                        asked(edition.ruralHousehold()).map(RuralHousehold::new),
                        Optional.of(edition.absenceMonths())
                                .filter(months -> months.value() > 0)
                                .map(AwayLongEnough::new),
                        asked(edition.absenceCrossesCounty()).map(AwayAcrossCounty::new))
                .flatMap(Optional::stream);
    }

    /** The statistics-only band; where it stays unknown the child is simply not counted. */
    static Stream<Criterion> townshipBand(ScreeningEdition edition) {
        return asked(edition.townshipBand()).stream()
                .flatMap(asked -> Stream.of(
                        new UnderAge(edition.ageBelow()),
                        new CrossedTownship(asked),
                        new LivedInTownshipLongEnough(edition.residenceMonths())));
    }

    private static Optional<Provision<Boolean>> asked(Provision<Boolean> provision) {
        return Optional.of(provision).filter(Provision::value);
    }

    private static Evaluation neitherOrCounted(Inquiry inquiry, Judgements migrant, Judgements leftBehind) {
        Judgements band = Judgements.of(inquiry, townshipBand(inquiry.edition()));
        boolean counted = !band.all().isEmpty() && band.verdict() == Finding.Outcome.MET;
        return answer(
                inquiry,
                counted
                        ? new Outcome.Migrant(MigrantBand.TOWNSHIP)
                        : new Outcome.Neither(Stream.of(migrant, leftBehind, band)
                                .flatMap(Judgements::failed)
                                .distinct()
                                .toList()),
                migrant,
                leftBehind,
                band);
    }

    private static Outcome review(Stream<Judgements> open) {
        return new Outcome.Review(open.flatMap(Judgements::doubts).distinct().toList());
    }

    private static Evaluation answer(Inquiry inquiry, Outcome outcome, Judgements... rules) {
        return new Evaluation(
                inquiry.edition().id(),
                inquiry.homes().edition(),
                inquiry.on(),
                Stream.of(rules).flatMap(Judgements::findings).distinct().toList(),
                outcome,
                reconfirmBy(inquiry, outcome));
    }

    private static Optional<LocalDate> reconfirmBy(Inquiry inquiry, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Migrant _, Outcome.LeftBehind _ ->
                Optional.of(
                        inquiry.on().plus(inquiry.edition().reconfirmWithin().value()));
            case Outcome.Neither _, Outcome.Review _ -> Optional.empty();
        };
    }
}
