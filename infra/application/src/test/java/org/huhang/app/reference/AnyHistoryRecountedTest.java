package org.huhang.app.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.huhang.kernel.area.file.FileEvent.IdentityDocumentAttached;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.ReturnAssessed;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.event.EventCatalogue;
import org.huhang.kernel.log.Recorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever officers ask of some files of children, in whatever order: what the product says of any day, by what is known now and by
 * what was known then, is what a clerk says who reads all papers from the first to the last. The profile {@code soak} asks of a
 * hundred thousand histories; {@code -Dhistory=} of one, by its seed.
 */
class AnyHistoryRecountedTest {

    private static final int HISTORIES = Boolean.getBoolean("soak") ? 100_000 : 5_000;
    private static final int MOMENTS = 5;

    /** Among so many histories some fact of every kind matters. */
    private static final int MOST_FOR_A_KIND = 5_000;

    @Test
    void the_product_says_of_every_day_what_a_clerk_says_with_all_papers_on_the_table() {
        System.out.println("Histories in memory: -Dhistory=1 to " + HISTORIES);
        Optional<String> failed = seeds().parallel()
                .mapToObj(AnyHistoryRecountedTest::failure)
                .flatMap(Optional::stream)
                .findAny();

        assertThat(failed.orElse("")).isEmpty();
    }

    /** What the clerk does not see of a history, the clerk tells otherwise: the two are compared indeed. */
    @ParameterizedTest
    @MethodSource("kinds")
    void no_kind_of_fact_is_left_out_unnoticed(Class<? extends Event> kind) {
        assertThat(LongStream.rangeClosed(1, MOST_FOR_A_KIND).anyMatch(seed -> isNoticed(seed, kind)))
                .isTrue();
    }

    /** But for the papers of identity, and for assessments, which open a way and change nothing by themselves. */
    static Stream<Class<? extends Event>> kinds() {
        return EventCatalogue.all().stream()
                .filter(CaseEvent.class::isAssignableFrom)
                .filter(kind -> kind != IdentityDocumentAttached.class && kind != ReturnAssessed.class);
    }

    private static boolean isNoticed(long seed, Class<? extends Event> kind) {
        RandomHistory history = RandomHistory.of(seed);
        OfficeInMemory office = new OfficeInMemory();
        history.play(office);
        List<Recorded> facts = history.facts(office);
        List<Recorded> papers =
                facts.stream().filter(fact -> !kind.isInstance(fact.event())).toList();
        return papers.size() < facts.size()
                && !new Comparison(history.files(), facts, papers)
                        .onSome(MOMENTS, new Random(seed))
                        .isEmpty();
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
