package org.huhang.app.demo;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.huhang.command.area.guardianship.GuardianshipCommand.AssessReturn;
import org.huhang.command.area.guardianship.GuardianshipCommand.AssignTemporaryCare;
import org.huhang.command.area.guardianship.GuardianshipCommand.AssumeLongTermGuardianship;
import org.huhang.command.area.guardianship.GuardianshipCommand.ChangeTemporaryCare;
import org.huhang.command.area.guardianship.GuardianshipCommand.EndLongTermGuardianship;
import org.huhang.command.area.guardianship.GuardianshipCommand.RecordGuardianshipLapse;
import org.huhang.command.area.guardianship.GuardianshipCommand.ReturnToGuardian;
import org.huhang.command.area.guardianship.GuardianshipCommand.ReviewTemporaryCare;
import org.huhang.command.area.keycare.KeyCareCommand.DelistKeyCare;
import org.huhang.command.area.keycare.KeyCareCommand.ListKeyCare;
import org.huhang.command.area.keycare.KeyCareCommand.ReassessKeyCare;
import org.huhang.command.area.keycare.KeyCareCommand.RecordAttemptedVisit;
import org.huhang.command.area.keycare.KeyCareCommand.RecordVisit;
import org.huhang.command.area.schooling.SchoolingCommand.RecordDropout;
import org.huhang.command.area.schooling.SchoolingCommand.RecordReturnToSchool;
import org.huhang.command.area.schooling.SchoolingCommand.RecordSchoolEnrolment;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.area.schooling.Boarding;
import org.huhang.kernel.area.schooling.SchoolStage;
import org.huhang.kernel.value.CareMode;
import org.huhang.kernel.value.Carer;
import org.huhang.kernel.value.DelistReason;
import org.huhang.kernel.value.KeyCareGround;
import org.huhang.kernel.value.LapseGround;
import org.huhang.kernel.value.LongTermEndReason;
import org.huhang.kernel.value.LongTermGround;
import org.huhang.kernel.value.Narrative;
import org.huhang.kernel.value.PersonName;
import org.huhang.kernel.value.RiskLevel;

/** What key care, guardianship and school bring to some of the demo's children: visits, most of them on time, and now and then care. */
final class CareStory {

    private static final int LISTED_PERCENT = 14;
    private static final int LAPSED_PER_THOUSAND = 9;

    private final SplittableRandom random;
    private final DemoChild child;
    private final LocalDate until;
    private final Telling telling;

    CareStory(SplittableRandom random, DemoChild child, Telling telling) {
        this.random = random;
        this.child = child;
        this.telling = telling;
        LocalDate grown = child.birthday(18);
        LocalDate end = child.movesAway().orElse(child.lastDay());
        this.until = end.isBefore(grown) ? end : grown;
    }

    void tell() {
        LocalDate known = child.registered().plusDays(10);
        if (child.number() % 10 == 0 && child.birthday(6).isBefore(known)) {
            school(known, known.plusDays(150), known.plusDays(190));
        }
        if (random.nextInt(1000) < LAPSED_PER_THOUSAND) {
            LocalDate lapse = child.registered().plusDays(30 + random.nextInt(300));
            if (lapse.isBefore(until)) {
                lapsed(lapse);
                listed(lapse.plusDays(5), EnumSet.of(KeyCareGround.GUARDIANSHIP_MISSING), RiskLevel.HIGH);
            }
        } else if (random.nextInt(100) < LISTED_PERCENT) {
            listed(child.registered().plusDays(20 + random.nextInt(120)), grounds(), risk());
        }
    }

    /** Half of these children drop out; some of them are back after a while. */
    private void school(LocalDate known, LocalDate out, LocalDate back) {
        Actor director = DemoPlace.director(child.village());
        SchoolStage stage = child.birthday(12).isBefore(known) ? SchoolStage.JUNIOR_SECONDARY : SchoolStage.PRIMARY;
        Optional<Narrative> name = Optional.of(Narrative.of("镇中心学校"));
        if (known.isBefore(until)) {
            telling.add(known, director, new RecordSchoolEnrolment(stage, name, Boarding.NOT_COLLECTED, known));
        }
        if (child.number() % 20 == 0 && out.isBefore(until)) {
            telling.add(out, director, new RecordDropout(Narrative.of("随亲属外出，未到校上课"), out));
        }
        if (child.number() % 40 == 0 && back.isBefore(until)) {
            telling.add(back, director, new RecordReturnToSchool(back));
        }
    }

    private void listed(LocalDate day, Set<KeyCareGround> grounds, RiskLevel risk) {
        if (!day.isBefore(until)) {
            return;
        }
        telling.add(day, DemoPlace.supervisor(child.village()), new ListKeyCare(grounds, risk, day));
        reassessed(day.plusDays(60 + random.nextInt(120)), grounds, risk);
        boolean delisted = random.nextInt(5) == 0;
        LocalDate last = delisted ? day.plusDays(200 + random.nextInt(200)) : until;
        int interval =
                switch (risk) {
                    case HIGH -> 14;
                    case MEDIUM -> 28;
                    case LOW -> 45;
                };
        LocalDate visit = day.plusDays(random.nextInt(interval));
        while (visit.isBefore(last) && visit.isBefore(until)) {
            visited(visit);
            visit = visit.plusDays(interval / 2 + random.nextInt(interval));
        }
        if (delisted && last.isBefore(until)) {
            telling.add(
                    last,
                    child.place().officer(),
                    new DelistKeyCare(DelistReason.GROUNDS_ENDED, Optional.of(Narrative.of("困难情形消失")), last));
        }
    }

    /** Of some children the risk is judged anew: usually it has lessened. */
    private void reassessed(LocalDate day, Set<KeyCareGround> grounds, RiskLevel risk) {
        if (random.nextInt(4) > 0 || !day.isBefore(until)) {
            return;
        }
        RiskLevel now =
                switch (risk) {
                    case HIGH, LOW -> RiskLevel.MEDIUM;
                    case MEDIUM -> RiskLevel.LOW;
                };
        telling.add(day, DemoPlace.supervisor(child.village()), new ReassessKeyCare(grounds, now, day));
    }

    /** A few families are not met any more. */
    private void visited(LocalDate day) {
        if (child.number() % 15 == 0 && day.isAfter(until.minusDays(100))) {
            Narrative found = Narrative.of("家中无人，电话未接通");
            RecordAttemptedVisit attempt = new RecordAttemptedVisit(DemoPerson.name(random), found, day);
            telling.add(day, DemoPlace.director(child.village()), attempt);
            return;
        }
        boolean speaks = !child.birthday(8).isAfter(day);
        telling.add(
                day,
                DemoPlace.director(child.village()),
                new RecordVisit(
                        DemoPerson.name(random),
                        Narrative.of(random.nextBoolean() ? "家中整洁，儿童在校，精神状态良好" : "由照护人陪同，作业完成，需关注冬季取暖"),
                        speaks ? Optional.of(Narrative.of("想和爸爸妈妈多说说话")) : Optional.empty(),
                        Optional.empty(),
                        day));
    }

    private void lapsed(LocalDate day) {
        telling.add(
                day,
                DemoPlace.supervisor(child.village()),
                new RecordGuardianshipLapse(LapseGround.GUARDIAN_MISSING, Narrative.of("监护人失联，无其他人可承担监护"), day));
        LocalDate care = day.plusDays(random.nextInt(4));
        if (!care.isBefore(until)) {
            return;
        }
        CareMode mode = CareMode.values()[random.nextInt(CareMode.values().length)];
        telling.add(
                care,
                child.place().officer(),
                new AssignTemporaryCare(mode, new Carer(DemoPerson.name(random), Optional.empty()), care));
        changed(care.plusDays(100));
        LocalDate review = care.plusDays(80);
        while (review.isBefore(until) && review.isBefore(care.plusDays(240))) {
            telling.add(
                    review, child.place().officer(), new ReviewTemporaryCare(Narrative.of("照护情况良好，继续临时监护"), review));
            review = review.plusDays(80);
        }
        ended(care.plusDays(250 + random.nextInt(60)));
    }

    /** Half of these children come to the county's institution in the course of their care. */
    private void changed(LocalDate day) {
        if (child.number() % 2 == 0 && day.isBefore(until)) {
            Carer institution = new Carer(PersonName.of("县儿童福利院"), Optional.empty());
            Optional<Narrative> reason = Optional.of(Narrative.of("原照护人不能继续照护"));
            telling.add(
                    day,
                    child.place().officer(),
                    new ChangeTemporaryCare(CareMode.WELFARE_INSTITUTION, institution, reason, day));
        }
    }

    /** A third goes home, a third becomes a ward of the State, a third stays in temporary care past its year. */
    private void ended(LocalDate day) {
        int turn = random.nextInt(3);
        LocalDate decided = day.plusDays(3);
        if (!decided.isBefore(until) || turn == 2) {
            return;
        }
        if (turn == 0) {
            telling.add(day, child.place().officer(), new AssessReturn(true, Narrative.of("监护人已返回，具备监护能力"), day));
            telling.add(decided, child.place().officer(), new ReturnToGuardian(decided));
        } else {
            telling.add(
                    decided,
                    child.place().officer(),
                    new AssumeLongTermGuardianship(
                            LongTermGround.PARENTS_NOT_FOUND, Narrative.of("经查找确认无法找到父母"), decided));
            adopted(decided.plusDays(60));
        }
    }

    /** Half of the wards, after a while. */
    private void adopted(LocalDate day) {
        if (child.number() % 2 == 0 && day.isBefore(until)) {
            Narrative basis = Narrative.of("已办理收养登记");
            telling.add(
                    day, child.place().officer(), new EndLongTermGuardianship(LongTermEndReason.ADOPTED, basis, day));
        }
    }

    private Set<KeyCareGround> grounds() {
        KeyCareGround[] common = {
            KeyCareGround.HARDSHIP,
            KeyCareGround.DISABILITY,
            KeyCareGround.MENTAL_OR_BEHAVIOURAL,
            KeyCareGround.HARDSHIP
        };
        Set<KeyCareGround> grounds = EnumSet.of(common[random.nextInt(common.length)]);
        if (random.nextInt(6) == 0) {
            grounds.add(KeyCareGround.DISABILITY);
        }
        return grounds;
    }

    private RiskLevel risk() {
        int luck = random.nextInt(10);
        return luck == 0 ? RiskLevel.HIGH : luck < 5 ? RiskLevel.MEDIUM : RiskLevel.LOW;
    }
}
