package org.huhang.app.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.huhang.kernel.log.Recorded;
import org.junit.jupiter.api.Test;

/**
 * Whatever officers ask of some files of children, in whatever order: what the product says of any day, by what is known now and by
 * what was known then, is what a clerk says who reads all papers from the first to the last. The profile {@code soak} asks of a
 * hundred thousand histories; {@code -Dhistory=} of one, by its seed.
 */
class AnyHistoryRecountedTest {

    private static final int HISTORIES = Boolean.getBoolean("soak") ? 100_000 : 5_000;
    private static final int MOMENTS = 6;

    @Test
    void the_product_says_of_every_day_what_a_clerk_says_with_all_papers_on_the_table() {
        Optional<String> failed = seeds().parallel()
                .mapToObj(AnyHistoryRecountedTest::failure)
                .flatMap(Optional::stream)
                .findAny();

        assertThat(failed.orElse("")).isEmpty();
    }

    /** To the last word of the document, at every position and not only between commands. */
    @Test
    void what_was_answered_at_any_moment_is_answered_for_that_moment_ever_after() {
        Optional<String> failed = seeds().parallel()
                .mapToObj(AnyHistoryRecountedTest::answeredOtherwise)
                .flatMap(Optional::stream)
                .findAny();

        assertThat(failed.orElse("")).isEmpty();
    }

    private static Optional<String> answeredOtherwise(long seed) {
        RandomHistory history = RandomHistory.of(seed);
        OfficeInMemory office = new OfficeInMemory();
        history.play(office);
        List<Recorded> facts = history.facts(office);
        return new ThenAndNow(history.files(), facts)
                .difference(new Random(seed))
                .map(difference ->
                        "-Dhistory=" + seed + "\n" + new Told(history.files()).lines(facts) + "\n" + difference);
    }

    private static LongStream seeds() {
        Long one = Long.getLong("history");
        return one == null ? LongStream.rangeClosed(1, HISTORIES) : LongStream.of(one);
    }

    private static Optional<String> failure(long seed) {
        RandomHistory history = RandomHistory.of(seed);
        OfficeInMemory office = new OfficeInMemory();
        history.play(office);
        List<String> disagreements =
                new Comparison(history.files(), history.facts(office)).onSome(MOMENTS, new Random(seed));
        return disagreements.isEmpty() ? Optional.empty() : Optional.of(shortest(history));
    }

    /** The same with as few commands as make it fail. */
    private static String shortest(RandomHistory history) {
        RandomHistory failing = history;
        for (int step = history.steps().size() - 1; step >= 0; step--) {
            RandomHistory shorter = failing.without(step);
            if (!disagreements(shorter).isEmpty()) {
                failing = shorter;
            }
        }
        OfficeInMemory office = new OfficeInMemory();
        failing.play(office);
        List<String> disagreements = disagreements(failing);
        return "-Dhistory=" + history.seed() + "\n"
                + new Told(history.files()).lines(failing.facts(office)) + "\n"
                + (disagreements.isEmpty() ? "only on some days of the whole history" : disagreements.getFirst());
    }

    private static List<String> disagreements(RandomHistory history) {
        OfficeInMemory office = new OfficeInMemory();
        history.play(office);
        return history.facts(office).isEmpty()
                ? List.of()
                : new Comparison(history.files(), history.facts(office)).onAll();
    }
}
