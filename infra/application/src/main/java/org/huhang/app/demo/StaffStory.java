package org.huhang.app.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.huhang.command.ask.Command;
import org.huhang.command.beside.staff.StaffCommand.Appoint;
import org.huhang.command.beside.staff.StaffCommand.AssignArea;
import org.huhang.command.beside.staff.StaffCommand.EndPost;
import org.huhang.command.beside.staff.StaffCommand.RecordTraining;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.beside.staff.PostEndReason;
import org.huhang.kernel.beside.staff.StaffPost;
import org.huhang.kernel.beside.staff.TrainingKind;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.time.Shanghai;
import org.huhang.kernel.value.Narrative;

/** Two years of those who answer for a few townships of one county: appointed, trained for the most part, some replaced. */
final class StaffStory {

    private static final int TOWNSHIPS = 3;

    private final DemoPlace place;
    private final LocalDate lastDay;
    private final SplittableRandom random;
    private final List<DemoStep> steps = new ArrayList<>();

    private StaffStory(DemoPlace place, LocalDate lastDay, long seed) {
        this.place = place;
        this.lastDay = lastDay;
        this.random = new SplittableRandom(seed + Long.parseLong(place.county().digits()));
    }

    static List<DemoStep> of(DemoPlace place, LocalDate lastDay, long seed) {
        StaffStory story = new StaffStory(place, lastDay, seed);
        place.townships().stream().limit(TOWNSHIPS).forEach(story::township);
        return story.steps;
    }

    private void township(DivisionCode township) {
        LocalDate begin = lastDay.minusYears(2).plusDays(1 + random.nextInt(5));
        train(appoint(StaffPost.TOWNSHIP_SUPERVISOR, township, begin, place.officer()), begin, place.officer());
        List<DivisionCode> villages = DemoPlace.villages(township);
        villages.forEach(village -> director(village, begin));
        LocalDate leaves = begin.plusDays(200 + random.nextInt(300));
        succession(villages.getFirst(), villages.getLast(), begin, leaves);
    }

    private void director(DivisionCode village, LocalDate begin) {
        Actor supervisor = DemoPlace.supervisor(village);
        StreamId director = appoint(StaffPost.CHILD_DIRECTOR, village, begin, supervisor);
        if (random.nextInt(5) > 0) {
            train(director, begin, supervisor);
        }
    }

    /** A second director of one village leaves, and one who is new takes over that village and then another one beside it. */
    private void succession(DivisionCode village, DivisionCode other, LocalDate begin, LocalDate leaves) {
        Actor supervisor = DemoPlace.supervisor(village);
        StreamId before = appoint(StaffPost.CHILD_DIRECTOR, village, begin, supervisor);
        tell(before, supervisor, new EndPost(PostEndReason.REPLACED, Optional.empty(), leaves));
        StreamId after = appoint(StaffPost.CHILD_DIRECTOR, village, leaves, supervisor);
        train(after, leaves, supervisor);
        tell(after, supervisor, new AssignArea(List.of(village, other), leaves.plusDays(60)));
    }

    private StreamId appoint(StaffPost post, DivisionCode area, LocalDate day, Actor actor) {
        StreamId staff = StreamId.of(UUID.nameUUIDFromBytes(
                ("demo/staff/" + area + "/" + random.nextLong()).getBytes(StandardCharsets.UTF_8)));
        tell(
                staff,
                actor,
                new Appoint(
                        DemoPerson.name(random), post, List.of(area), Optional.of(DemoPerson.contact(random)), day));
        return staff;
    }

    private void train(StreamId staff, LocalDate appointed, Actor actor) {
        LocalDate day = appointed.plusDays(10 + random.nextInt(20));
        tell(staff, actor, new RecordTraining(TrainingKind.INDUCTION, Narrative.of("岗前培训:走访、报告和个人信息保护"), day));
        for (LocalDate next = day.plusDays(330); next.isBefore(lastDay); next = next.plusDays(330)) {
            tell(staff, actor, new RecordTraining(TrainingKind.IN_SERVICE, Narrative.of("年度轮训:关爱服务与心理健康"), next));
        }
    }

    private void tell(StreamId staff, Actor actor, Command command) {
        steps.add(new DemoStep(
                command.on().atTime(8, 0).atZone(Shanghai.ZONE).toInstant().plus(steps.size(), ChronoUnit.SECONDS),
                actor,
                staff,
                command));
    }
}
