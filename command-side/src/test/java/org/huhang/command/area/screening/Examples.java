package org.huhang.command.area.screening;

import static org.huhang.command.area.screening.AChild.apart;
import static org.huhang.command.area.screening.AChild.away;
import static org.huhang.command.area.screening.AChild.awaySomewhere;
import static org.huhang.command.area.screening.AChild.inXiaoshan;
import static org.huhang.command.area.screening.AChild.inXiji;
import static org.huhang.command.area.screening.AChild.ref;
import static org.huhang.command.area.screening.AChild.with;
import static org.huhang.kernel.value.Relation.ENTRUSTED_CARER;
import static org.huhang.kernel.value.Relation.FATHER;
import static org.huhang.kernel.value.Relation.GRANDPARENT;
import static org.huhang.kernel.value.Relation.MOTHER;
import static org.huhang.kernel.value.Relation.OTHER_GUARDIAN;
import static org.huhang.kernel.value.Relation.OTHER_RELATIVE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huhang.kernel.value.Finding;
import org.huhang.kernel.value.GuardianAbility;
import org.huhang.kernel.value.HouseholdType;
import org.huhang.kernel.value.ReviewReason;
import org.huhang.kernel.value.ScreenedOutReason;

/** The table of examples of each rule. */
final class Examples {

    private final List<Example> all = new ArrayList<>();
    private Class<? extends Criterion> rule;

    private Examples() {}

    static List<Example> all() {
        return new Examples().table();
    }

    private List<Example> table() {
        age();
        countyCrossing();
        centralDistricts();
        guardian();
        residence();
        parents();
        household();
        absence();
        absenceAcrossCounty();
        township();
        monthsInTownship();
        return List.copyOf(all);
    }

    private void age() {
        rule = UnderAge.class;
        met("the day before the sixteenth birthday", inXiaoshan().born("2009-08-02"), "2025-08-01");
        notMet("the sixteenth birthday", inXiaoshan().born("2009-08-02"), "2025-08-02", ScreenedOutReason.TOO_OLD);
        met("born on a leap day", inXiaoshan().born("2008-02-29"), "2024-02-28");
        notMet("born on a leap day", inXiaoshan().born("2008-02-29"), "2024-02-29", ScreenedOutReason.TOO_OLD);
        met("a newborn", inXiaoshan().born("2025-08-01"), "2025-08-01");
    }

    private void countyCrossing() {
        rule = CrossedCounty.class;
        met("from a county to a district of the same city", inXiaoshan(), "2025-03-01");
        met("from a city without counties", inXiaoshan().registeredIn("441900003"), "2025-03-01");
        met("between two counties under no prefecture", at("429004", "429005"), "2025-03-01");
        met("between two districts of Beijing", at("110105", "110108"), "2025-03-01");
        notMet(
                "between two townships of one county",
                at("330109102", "330109103"),
                "2025-03-01",
                ScreenedOutReason.NO_COUNTY_CROSSING);
        notMet(
                "the same county, once as a village's code",
                at("330109102201", "330109"),
                "2025-03-01",
                ScreenedOutReason.NO_COUNTY_CROSSING);
        notMet(
                "within a city without counties",
                at("441900003", "441900101"),
                "2025-03-01",
                ScreenedOutReason.WITHIN_ONE_CITY_WITHOUT_COUNTIES);
        notMet(
                "to the district that absorbed the old one",
                inXiaoshan().registeredIn(ref("330103", "201904")).livingIn("330105"),
                "2025-03-01",
                ScreenedOutReason.NO_COUNTY_CROSSING);
        met("from a divided district to a third one", inXiaoshan().registeredIn(ref("330104", "201904")), "2025-03-01");
        unknown(
                "from a divided district to one of its parts",
                inXiaoshan().registeredIn(ref("330104", "201904")).livingIn("330102"),
                "2025-03-01",
                ReviewReason.DIVISIONS_NOT_COMPARABLE);
        notMet(
                "two districts that have become one since the child came",
                at("500105001", "500112018").since("2024-01-01"),
                "2026-06-01",
                ScreenedOutReason.NO_COUNTY_CROSSING);
        met("the same two before", at("500105001", "500112018").since("2024-01-01"), "2025-11-05");
        unknown(
                "the same two when the day of the change is not known",
                at("500105001", "500112018").since("2024-01-01"),
                "2025-11-20",
                ReviewReason.DIVISIONS_NOT_COMPARABLE);
        notMet(
                "a border drawn since through one district",
                at("500109006", "500109001").since("2024-01-01"),
                "2026-06-01",
                ScreenedOutReason.NO_COUNTY_CROSSING);
        met("the same two for who came later", at("500109006", "500109001").since("2026-01-01"), "2026-06-01");
        unknown(
                "a county made since out of part of the other, which was read before",
                at("653223", "653228").since("2020-01-01"),
                "2026-06-01",
                ReviewReason.DIVISIONS_NOT_COMPARABLE);
        unknown(
                "two counties that took a third one's area between them since the child came",
                inXiaoshan()
                        .registeredIn(ref("340207", "202604"))
                        .livingIn(ref("340523", "202604"))
                        .since("2010-06-30"),
                "2024-05-01",
                ReviewReason.DIVISIONS_NOT_COMPARABLE);
        unknown(
                "a district, and one that took its area and another's since",
                inXiaoshan()
                        .registeredIn(ref("330602", "202604"))
                        .livingIn(ref("330603", "202604"))
                        .since("2012-01-01"),
                "2024-05-01",
                ReviewReason.DIVISIONS_NOT_COMPARABLE);
        unknown(
                "a district that took towns of another one, and a township of that",
                inXiaoshan()
                        .registeredIn(ref("500109", "202604"))
                        .livingIn(ref("500112018", "202604"))
                        .since("2020-01-10"),
                "2026-06-01",
                ReviewReason.DIVISIONS_NOT_COMPARABLE);
        unknown(
                "a zone of the statistical list and a district of its city",
                at("130171100", "130102"),
                "2025-03-01",
                ReviewReason.DIVISIONS_NOT_COMPARABLE);
        met("a zone of the statistical list and another city", at("130171100", "330109"), "2025-03-01");
        unknown(
                "registered in the city, district not told",
                inXiaoshan().registeredIn("330100"),
                "2025-03-01",
                ReviewReason.DIVISIONS_NOT_COMPARABLE);
    }

    private void centralDistricts() {
        rule = OutsideOneCentralCity.class;
        met("from a county", inXiaoshan(), "2025-03-01");
        met("one of the districts is not central", at("330111", "330109"), "2025-03-01");
        met("districts of two cities", at("640104", "330109"), "2025-03-01");
        met("counties under no prefecture", at("429004", "429005"), "2025-03-01");
        met("a county of a municipality", at("500101", "500229"), "2025-03-01");
        notMet(
                "two central districts of Yinchuan",
                at("640104", "640106"),
                "2025-03-01",
                ScreenedOutReason.WITHIN_ONE_CITYS_CENTRAL_DISTRICTS);
        notMet(
                "on the day from which the city has set them",
                at("640104", "640106"),
                "2024-06-01",
                ScreenedOutReason.WITHIN_ONE_CITYS_CENTRAL_DISTRICTS);
        unknown(
                "the day before the city set them",
                at("640104", "640106"),
                "2024-05-31",
                ReviewReason.CENTRAL_DISTRICTS_NOT_SET);
        unknown(
                "two districts of Beijing, which has set nothing",
                at("110105", "110108"),
                "2025-03-01",
                ReviewReason.CENTRAL_DISTRICTS_NOT_SET);
        notMet(
                "from a divided district, all of whose parts are central",
                inXiaoshan().registeredIn(ref("330104", "201904")),
                "2025-03-01",
                ScreenedOutReason.WITHIN_ONE_CITYS_CENTRAL_DISTRICTS);
        doesNotArise("no county border was crossed", at("640104", "640104"), "2025-03-01");
    }

    private void guardian() {
        rule = WithGuardian.class;
        met("with one parent", inXiaoshan().guardedBy(with(MOTHER)), "2025-03-01");
        met("with a grandparent", inXiaoshan().guardedBy(with(GRANDPARENT)), "2025-03-01");
        met("with another guardian", inXiaoshan().guardedBy(with(OTHER_GUARDIAN)), "2025-03-01");
        met("with a carer and the father", inXiaoshan().guardedBy(with(ENTRUSTED_CARER), with(FATHER)), "2025-03-01");
        notMet(
                "with nobody on record",
                inXiaoshan().guardedBy(away(MOTHER, "2024-01-01", "441900")),
                "2025-03-01",
                ScreenedOutReason.NOT_WITH_PARENT_OR_GUARDIAN);
        notMet(
                "with a mother who has died",
                inXiaoshan().guardedBy(with(MOTHER, GuardianAbility.DECEASED)),
                "2025-03-01",
                ScreenedOutReason.NOT_WITH_PARENT_OR_GUARDIAN);
        notMet(
                "with a missing mother and a father in prison, whatever was entered",
                inXiaoshan().guardedBy(with(MOTHER, GuardianAbility.MISSING), with(FATHER, GuardianAbility.HELD)),
                "2025-03-01",
                ScreenedOutReason.NOT_WITH_PARENT_OR_GUARDIAN);
        unknown(
                "with an entrusted carer, guardians elsewhere",
                inXiaoshan().guardedBy(with(ENTRUSTED_CARER), away(MOTHER, "2024-01-01", "441900")),
                "2025-03-01",
                ReviewReason.CARER_IS_NOT_A_GUARDIAN);
        unknown(
                "with a relative whose guardianship nobody recorded",
                inXiaoshan().guardedBy(with(OTHER_RELATIVE)),
                "2025-03-01",
                ReviewReason.CARER_IS_NOT_A_GUARDIAN);
        unknown("nobody recorded", inXiaoshan().guardedBy(), "2025-03-01", ReviewReason.FACTS_MISSING);
    }

    private void residence() {
        rule = LivedHereLongEnough.class;
        ScreenedOutReason tooShort = ScreenedOutReason.LESS_THAN_HALF_A_YEAR;
        met("six months to the day", inXiaoshan().since("2025-01-15"), "2025-07-15");
        notMet("six months but a day", inXiaoshan().since("2025-01-15"), "2025-07-14", tooShort);
        met("a period that ends at a month's end", inXiaoshan().since("2024-08-31"), "2025-02-28");
        notMet("a period that ends at a month's end", inXiaoshan().since("2024-08-31"), "2025-02-27", tooShort);
        notMet("not yet arrived", inXiaoshan().since("2025-07-01"), "2025-06-01", tooShort);
    }

    private void parents() {
        rule = ParentsAway.class;
        met("both away", inXiji(), "2025-03-01");
        met(
                "one away, the other seriously ill at home",
                inXiji().guardedBy(away(FATHER, "2024-01-01", "441900"), with(MOTHER, GuardianAbility.SERIOUSLY_ILL)),
                "2025-03-01");
        met(
                "one away, the other dead",
                inXiji().guardedBy(away(FATHER, "2024-01-01", "441900"), apart(MOTHER, GuardianAbility.DECEASED)),
                "2025-03-01");
        notMet(
                "one away, the other able and there",
                inXiji().guardedBy(away(FATHER, "2024-01-01", "441900"), with(MOTHER)),
                "2025-03-01",
                ScreenedOutReason.OTHER_PARENT_ABLE);
        notMet(
                "both there",
                inXiji().guardedBy(with(FATHER), with(MOTHER)),
                "2025-03-01",
                ScreenedOutReason.LIVES_WITH_PARENTS);
        notMet(
                "an able father there, nothing known of the mother",
                inXiji().guardedBy(with(FATHER)),
                "2025-03-01",
                ScreenedOutReason.LIVES_WITH_PARENTS);
        notMet(
                "one dead, the other in prison",
                inXiji().guardedBy(apart(FATHER, GuardianAbility.HELD), apart(MOTHER, GuardianAbility.DECEASED)),
                "2025-03-01",
                ScreenedOutReason.PARENTS_NOT_AWAY);
        unknown(
                "one away, nothing known of the other",
                inXiji().guardedBy(away(FATHER, "2024-01-01", "441900"), with(GRANDPARENT)),
                "2025-03-01",
                ReviewReason.FACTS_MISSING);
        unknown(
                "one away, the other's ability not judged",
                inXiji().guardedBy(away(FATHER, "2024-01-01", "441900"), with(MOTHER, GuardianAbility.UNKNOWN)),
                "2025-03-01",
                ReviewReason.FACTS_MISSING);
        unknown(
                "one away, the other living elsewhere for reasons unknown",
                inXiji().guardedBy(away(FATHER, "2024-01-01", "441900"), apart(MOTHER, GuardianAbility.ABLE)),
                "2025-03-01",
                ReviewReason.FACTS_MISSING);
        met("the day they leave", inXiji(), "2024-01-10");
        unknown("the day before they leave", inXiji(), "2024-01-09", ReviewReason.FACTS_MISSING);
    }

    private void household() {
        rule = RuralHousehold.class;
        met("rural", inXiaoshan(), "2025-03-01");
        notMet("urban", inXiaoshan().of(HouseholdType.URBAN), "2025-03-01", ScreenedOutReason.NOT_RURAL_HOUSEHOLD);
        unknown(
                "without registration",
                inXiaoshan().of(HouseholdType.UNREGISTERED),
                "2025-03-01",
                ReviewReason.FACTS_MISSING);
        unknown("not told", inXiaoshan().of(HouseholdType.UNKNOWN), "2025-03-01", ReviewReason.FACTS_MISSING);
    }

    private void absence() {
        rule = AwayLongEnough.class;
        AChild lately = inXiji().guardedBy(away(FATHER, "2024-01-10", "441900"), away(MOTHER, "2025-01-15", "441900"));
        met("six months to the day, by the later to leave", lately, "2025-07-15");
        notMet("six months but a day", lately, "2025-07-14", ScreenedOutReason.PARENTS_ABSENCE_TOO_SHORT);
        met(
                "a sick parent's own short absence is none to wait for",
                inXiji().guardedBy(
                                away(FATHER, "2024-01-10", "441900"),
                                away(MOTHER, GuardianAbility.SERIOUSLY_ILL, "2025-07-01", Optional.empty())),
                "2025-07-14");
        doesNotArise("nobody is away", inXiji().guardedBy(with(FATHER), with(MOTHER)), "2025-07-14");
    }

    private void absenceAcrossCounty() {
        rule = AwayAcrossCounty.class;
        met("in another province", inXiji(), "2025-03-01");
        met(
                "in another province, county not told",
                inXiji().guardedBy(away(FATHER, "2024-01-10", "440000"), away(MOTHER, "2024-01-10", "440000")),
                "2025-03-01");
        notMet(
                "one of them works in the county",
                inXiji().guardedBy(away(FATHER, "2024-01-10", "441900"), away(MOTHER, "2024-01-10", "640422101")),
                "2025-03-01",
                ScreenedOutReason.PARENTS_WITHIN_THE_COUNTY);
        unknown(
                "nobody knows where one works",
                inXiji().guardedBy(away(FATHER, "2024-01-10", "441900"), awaySomewhere(MOTHER, "2024-01-10")),
                "2025-03-01",
                ReviewReason.FACTS_MISSING);
        unknown(
                "somewhere in the same province",
                inXiji().guardedBy(away(FATHER, "2024-01-10", "640000"), away(MOTHER, "2024-01-10", "640000")),
                "2025-03-01",
                ReviewReason.DIVISIONS_NOT_COMPARABLE);
        doesNotArise("nobody is away", inXiji().guardedBy(with(FATHER), with(MOTHER)), "2025-03-01");
    }

    private void township() {
        rule = CrossedTownship.class;
        met("to the next township of the county", at("640422100", "640422101"), "2025-03-01");
        met("to another county", at("640422", "640104"), "2025-03-01");
        notMet(
                "between two villages of a township",
                at("640422100201", "640422100202"),
                "2025-03-01",
                ScreenedOutReason.NO_TOWNSHIP_CROSSING);
        unknown("township not told", at("640422", "640422101"), "2025-03-01", ReviewReason.FACTS_MISSING);
    }

    private void monthsInTownship() {
        rule = LivedInTownshipLongEnough.class;
        AChild moved = at("640422100", "640422101").inTownshipSince("2025-01-15");
        ScreenedOutReason tooShort = ScreenedOutReason.LESS_THAN_HALF_A_YEAR;
        notMet("years in the county, the day before half a year in the township", moved, "2025-07-14", tooShort);
        met("half a year in the township", moved, "2025-07-15");
        met("from another county, both at once", at("640104", "640106"), "2024-07-10");
        notMet(
                "from another county, moved on since",
                at("640104", "640106").inTownshipSince("2025-01-15"),
                "2025-03-01",
                tooShort);
        unknown(
                "no move within the county on record",
                at("640422100", "640422101"),
                "2025-03-01",
                ReviewReason.FACTS_MISSING);
    }

    private static AChild at(String hukou, String residence) {
        return inXiaoshan().registeredIn(hukou).livingIn(residence);
    }

    private void met(String about, AChild child, String on) {
        add(about, child, on, Optional.of(Finding.Outcome.MET), null);
    }

    private void notMet(String about, AChild child, String on, ScreenedOutReason why) {
        add(about, child, on, Optional.of(Finding.Outcome.NOT_MET), why);
    }

    private void unknown(String about, AChild child, String on, ReviewReason why) {
        add(about, child, on, Optional.of(Finding.Outcome.UNKNOWN), why);
    }

    private void doesNotArise(String about, AChild child, String on) {
        add(about, child, on, Optional.empty(), null);
    }

    private void add(String about, AChild child, String on, Optional<Finding.Outcome> expected, Enum<?> why) {
        all.add(new Example(rule, about, child, LocalDate.parse(on), expected, why));
    }
}
