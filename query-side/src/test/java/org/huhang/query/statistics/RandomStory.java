package org.huhang.query.statistics;

import static org.huhang.query.kit.Story.CHILD;
import static org.huhang.query.kit.Story.OTHER;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.query.area.guardianship.GuardianshipHappenings;
import org.huhang.query.kit.Happenings;
import org.huhang.query.kit.Story;

/** Histories that need not make sense, of facts in any order of days: figures must agree with the facts all the same. */
final class RandomStory {

    static final LocalDate START = LocalDate.parse("2024-01-01");
    static final int DAYS = 40;

    private static final List<Function<String, CaseEvent>> FACTS = List.of(
            on -> Happenings.migrant(on, null),
            on -> Happenings.reconfirmed(on, null),
            Happenings::leftBehind,
            Happenings::screenedOut,
            Happenings::toReview,
            Happenings::migrantEnded,
            Happenings::leftBehindEnded,
            on -> Happenings.listed(on, "2024-12-01"),
            on -> Happenings.reassessed(on, "2024-12-01"),
            Happenings::delisted,
            on -> Happenings.visited(on, "2024-12-01"),
            Happenings::lapsed,
            on -> Happenings.temporaryCare(on, "2024-12-01", "2025-12-01"),
            Happenings::returned,
            Happenings::longTerm,
            GuardianshipHappenings::adopted,
            on -> Happenings.moved("330102001", on),
            on -> Happenings.moved("330109101", on),
            on -> Happenings.hukouMoved("330109", on),
            Happenings::closed,
            Happenings::reopened,
            on -> Happenings.corrected(on, "李鸣"),
            on -> Happenings.merged(OTHER, CHILD, on),
            on -> Happenings.unmerged(OTHER, CHILD, on));

    private RandomStory() {}

    /** A registration on the fifth day, then up to fourteen facts, a day after one another in the recording. */
    static Arbitrary<Story> any() {
        Arbitrary<CaseEvent> fact = Combinators.combine(
                        Arbitraries.of(FACTS), Arbitraries.integers().between(0, DAYS - 1))
                .as((make, day) -> make.apply(START.plusDays(day).toString()));
        return fact.list().ofMaxSize(14).map(facts -> {
            LocalDate day = START.plusDays(4);
            Story story = new Story()
                    .on(day.toString())
                    .recorded(Happenings.registered(START.plusDays(4).toString()));
            for (CaseEvent each : facts) {
                day = day.plusDays(1);
                story.on(day.toString()).recorded(each);
            }
            return story;
        });
    }
}
