package org.huhang.command.decide;

import static org.huhang.command.decide.Facts.WORDS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.huhang.command.area.file.FileCommand.AttachDocument;
import org.huhang.command.area.file.FileCommand.Close;
import org.huhang.command.area.file.FileCommand.CorrectIdentity;
import org.huhang.command.area.file.FileCommand.Merge;
import org.huhang.command.area.file.FileCommand.MoveHukou;
import org.huhang.command.area.file.FileCommand.MoveResidence;
import org.huhang.command.area.file.FileCommand.RecordLivingArrangement;
import org.huhang.command.area.file.FileCommand.Register;
import org.huhang.command.area.file.FileCommand.Reopen;
import org.huhang.command.area.file.FileCommand.Unmerge;
import org.huhang.command.area.file.GuardianEntry;
import org.huhang.command.area.guardianship.GuardianshipCommand.AssessReturn;
import org.huhang.command.area.guardianship.GuardianshipCommand.AssignTemporaryCare;
import org.huhang.command.area.guardianship.GuardianshipCommand.AssumeLongTermGuardianship;
import org.huhang.command.area.guardianship.GuardianshipCommand.RecordGuardianshipLapse;
import org.huhang.command.area.guardianship.GuardianshipCommand.ReturnToGuardian;
import org.huhang.command.area.guardianship.GuardianshipCommand.ReviewTemporaryCare;
import org.huhang.command.area.screening.ScreeningCommand.DecideScreeningReview;
import org.huhang.command.area.screening.ScreeningCommand.EndScreenedStatus;
import org.huhang.command.area.screening.ScreeningCommand.Screen;
import org.huhang.command.ask.CaseCommand;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.value.CareMode;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.CloseReason;
import org.huhang.kernel.value.GuardianAbility;
import org.huhang.kernel.value.HouseholdType;
import org.huhang.kernel.value.IdentityDocument;
import org.huhang.kernel.value.LapseGround;
import org.huhang.kernel.value.LeftBehindReason;
import org.huhang.kernel.value.LongTermGround;
import org.huhang.kernel.value.Narrative;
import org.huhang.kernel.value.PersonName;
import org.huhang.kernel.value.Relation;
import org.huhang.kernel.value.ScreenedStatus;
import org.huhang.kernel.value.SourceAgency;
import org.huhang.kernel.value.StatusEndReason;
import org.junit.platform.commons.support.ReflectionSupport;

/** Any command there is, with whatever an officer might write into it, dated by whoever runs it. */
public final class RandomCommands {

    /** A command still without its case and day. */
    @FunctionalInterface
    public interface Ask {
        CaseCommand of(CaseId other, LocalDate on);
    }

    /** Those of one area, written beside its examples; found wherever they stand. */
    public interface OfAnArea {
        Arbitrary<Ask> any();
    }

    private static final List<OfAnArea> AREAS =
            ReflectionSupport.findAllClassesInPackage(
                            "org.huhang.command.area", OfAnArea.class::isAssignableFrom, _ -> true)
                    .stream()
                    .map(type -> (OfAnArea) ReflectionSupport.newInstance(type))
                    .toList();

    private static final Optional<Narrative> NOTE = Optional.of(WORDS);

    private RandomCommands() {}

    static Arbitrary<Ask> any() {
        List<Tuple.Tuple2<Integer, Arbitrary<Ask>>> all = new ArrayList<>(List.of(
                Tuple.of(6, file()), Tuple.of(4, screening()), Tuple.of(6, guardianship()), Tuple.of(3, back())));
        AREAS.forEach(area -> all.add(Tuple.of(5, area.any())));
        return Arbitraries.frequencyOf(all);
    }

    static Arbitrary<Ask> register() {
        return Combinators.combine(identity(), place(), place(), guardians())
                .as((identity, hukou, residence, guardians) -> (other, on) -> new Register(
                        identity,
                        hukou,
                        HouseholdType.RURAL,
                        residence,
                        Optional.empty(),
                        on.minusMonths(7),
                        guardians,
                        SourceAgency.VILLAGE,
                        on));
    }

    private static Arbitrary<Ask> file() {
        return Arbitraries.oneOf(
                register(),
                guardians().map(entries -> (other, on) -> new RecordLivingArrangement(entries, on)),
                document().map(document -> (other, on) -> new AttachDocument(document, on)),
                identity().map(identity -> (other, on) -> new CorrectIdentity(identity, WORDS, on)),
                place().map(to -> (other, on) -> new MoveResidence(to, Optional.empty(), on)),
                Combinators.combine(place(), Arbitraries.of(HouseholdType.class))
                        .as((to, type) -> (other, on) -> new MoveHukou(to, type, on)),
                Arbitraries.just((other, on) -> new Merge(other, WORDS, on)),
                Arbitraries.of(CloseReason.class).map(reason -> (other, on) -> new Close(reason, NOTE, on)));
    }

    /** What takes a resting case up again, often enough that histories go on. */
    private static Arbitrary<Ask> back() {
        return Arbitraries.of((other, on) -> new Reopen(WORDS, on), (other, on) -> new Unmerge(other, WORDS, on));
    }

    private static Arbitrary<Ask> screening() {
        return Arbitraries.oneOf(
                Arbitraries.just((other, on) -> new Screen(SourceAgency.EDUCATION, on)),
                Combinators.combine(Arbitraries.of(ScreenedStatus.class), Arbitraries.of(LeftBehindReason.class))
                        .as((status, why) ->
                                (other, on) -> new DecideScreeningReview(status, Optional.of(why), WORDS, on)),
                Arbitraries.of(StatusEndReason.class).map(reason -> (other, on) -> new EndScreenedStatus(reason, on)));
    }

    private static Arbitrary<Ask> guardianship() {
        return Arbitraries.oneOf(
                Arbitraries.of(LapseGround.class)
                        .map(ground -> (other, on) -> new RecordGuardianshipLapse(ground, WORDS, on)),
                Arbitraries.of(CareMode.class)
                        .map(mode -> (other, on) -> new AssignTemporaryCare(mode, Facts.CARER, on)),
                Arbitraries.just((other, on) -> new ReviewTemporaryCare(WORDS, on)),
                Arbitraries.of(true, false).map(suitable -> (other, on) -> new AssessReturn(suitable, WORDS, on)),
                Arbitraries.just((other, on) -> new ReturnToGuardian(on)),
                Arbitraries.frequencyOf(
                        Tuple.of(
                                1,
                                Arbitraries.of(LongTermGround.class)
                                        .map(ground ->
                                                (other, on) -> new AssumeLongTermGuardianship(ground, WORDS, on))),
                        Tuple.of(
                                4,
                                Arbitraries.of(true, false)
                                        .map(suitable -> (other, on) -> new AssessReturn(suitable, WORDS, on)))));
    }

    /** One child again and again, so that two cases may be of one; and from two years old to long past majority. */
    private static Arbitrary<ChildIdentity> identity() {
        return Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(Facts.child())),
                Tuple.of(
                        1,
                        Arbitraries.integers()
                                .between(2 * 365, 19 * 365)
                                .map(days ->
                                        Facts.childBorn(LocalDate.of(2026, 1, 1).minusDays(days)))));
    }

    private static Arbitrary<IdentityDocument> document() {
        return Arbitraries.of(Facts.passport("EH1234567"), Facts.passport("?"), Facts.residentId(Facts.BIRTH, 202));
    }

    /** Townships of two counties, a county alone, a city without counties, an abolished county. */
    private static Arbitrary<DivisionCode> place() {
        return Arbitraries.of("330109001", "330109002", "340122100", "340122", "441900003", "330103")
                .map(DivisionCode::of);
    }

    private static Arbitrary<List<GuardianEntry>> guardians() {
        return Combinators.combine(
                        Arbitraries.of(Relation.class),
                        Arbitraries.of(true, false),
                        Arbitraries.of(GuardianAbility.class),
                        Arbitraries.of(LocalDate.of(2024, 3, 1), LocalDate.of(2026, 6, 1))
                                .optional())
                .as((relation, together, ability, away) -> new GuardianEntry(
                        relation,
                        PersonName.of("王秀英"),
                        Optional.empty(),
                        together,
                        ability,
                        away,
                        away.map(since -> DivisionCode.of("441900"))))
                .list()
                .ofMaxSize(3);
    }
}
