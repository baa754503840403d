package org.huhang.command.area.screening;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.DivisionEdition;
import org.huhang.kernel.division.DivisionRef;
import org.huhang.kernel.value.Absence;
import org.huhang.kernel.value.Guardian;
import org.huhang.kernel.value.GuardianAbility;
import org.huhang.kernel.value.HouseholdType;
import org.huhang.kernel.value.Hukou;
import org.huhang.kernel.value.PersonName;
import org.huhang.kernel.value.Relation;
import org.huhang.kernel.value.Residence;

/** A child for examples, changed one fact at a time. */
record AChild(
        LocalDate birth,
        DivisionRef hukou,
        HouseholdType household,
        DivisionRef home,
        LocalDate since,
        Optional<LocalDate> inTownshipSince,
        List<Guardian> guardians) {

    /** Ten years old, from Chun'an county, in Xiaoshan district of the same city with the mother since January 2024. */
    static AChild inXiaoshan() {
        return new AChild(
                LocalDate.parse("2015-03-10"),
                ref("330127100"),
                HouseholdType.RURAL,
                ref("330109102"),
                LocalDate.parse("2024-01-10"),
                Optional.empty(),
                List.of(with(Relation.MOTHER), with(Relation.FATHER)));
    }

    /** Ten years old, at home in Xiji county of Ningxia with the grandparents; both parents work in Guangdong. */
    static AChild inXiji() {
        return new AChild(
                LocalDate.parse("2015-03-10"),
                ref("640422100"),
                HouseholdType.RURAL,
                ref("640422100"),
                LocalDate.parse("2015-03-10"),
                Optional.empty(),
                List.of(
                        away(Relation.MOTHER, "2024-01-10", "441900"),
                        away(Relation.FATHER, "2024-01-10", "441900"),
                        with(Relation.GRANDPARENT)));
    }

    AChild born(String day) {
        return new AChild(LocalDate.parse(day), hukou, household, home, since, inTownshipSince, guardians);
    }

    AChild registeredIn(String code) {
        return registeredIn(ref(code));
    }

    AChild registeredIn(DivisionRef place) {
        return new AChild(birth, place, household, home, since, inTownshipSince, guardians);
    }

    AChild of(HouseholdType type) {
        return new AChild(birth, hukou, type, home, since, inTownshipSince, guardians);
    }

    AChild livingIn(String code) {
        return livingIn(ref(code));
    }

    AChild livingIn(DivisionRef there) {
        return new AChild(birth, hukou, household, there, since, inTownshipSince, guardians);
    }

    AChild since(String day) {
        return new AChild(birth, hukou, household, home, LocalDate.parse(day), inTownshipSince, guardians);
    }

    AChild inTownshipSince(String day) {
        return new AChild(birth, hukou, household, home, since, Optional.of(LocalDate.parse(day)), guardians);
    }

    AChild guardedBy(Guardian... people) {
        return new AChild(birth, hukou, household, home, since, inTownshipSince, List.of(people));
    }

    ScreeningFacts facts() {
        return new ScreeningFacts(
                birth,
                new Hukou(hukou, household),
                new Residence(home, Optional.empty(), since),
                inTownshipSince,
                List.of(),
                guardians);
    }

    static DivisionRef ref(String code) {
        return ref(code, "202306");
    }

    static DivisionRef ref(String code, String edition) {
        return new DivisionRef(DivisionCode.of(code), DivisionEdition.of(edition));
    }

    static Guardian with(Relation relation) {
        return guardian(relation, true, GuardianAbility.ABLE, Optional.empty());
    }

    static Guardian with(Relation relation, GuardianAbility ability) {
        return guardian(relation, true, ability, Optional.empty());
    }

    static Guardian apart(Relation relation, GuardianAbility ability) {
        return guardian(relation, false, ability, Optional.empty());
    }

    static Guardian away(Relation relation, String since, String worksIn) {
        return away(relation, GuardianAbility.ABLE, since, Optional.of(ref(worksIn)));
    }

    static Guardian awaySomewhere(Relation relation, String since) {
        return away(relation, GuardianAbility.ABLE, since, Optional.empty());
    }

    static Guardian away(Relation relation, GuardianAbility ability, String since, Optional<DivisionRef> worksIn) {
        return guardian(relation, false, ability, Optional.of(new Absence(LocalDate.parse(since), worksIn)));
    }

    private static Guardian guardian(
            Relation relation, boolean livesWithChild, GuardianAbility ability, Optional<Absence> absence) {
        return new Guardian(relation, PersonName.of("张三"), Optional.empty(), livesWithChild, ability, absence);
    }
}
