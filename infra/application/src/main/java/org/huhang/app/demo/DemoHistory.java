package org.huhang.app.demo;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huhang.kernel.division.Divisions;

/** Every step of the demo in the order of its simulated clock: facts become known one after the other, as in life. */
final class DemoHistory {

    private static final long SEED = 20240801;

    private DemoHistory() {}

    /** @param lastDay the day on which the two years end; the same day and number of children give the same history */
    static List<DemoStep> of(int children, LocalDate lastDay, Divisions divisions) {
        List<DemoPlace> places = DemoPlace.all(divisions);
        Stream<DemoStep> staff = places.stream().flatMap(place -> StaffStory.of(place, lastDay, SEED).stream());
        Stream<DemoStep> ofChildren = IntStream.range(0, children)
                .boxed()
                .flatMap(number -> ChildStory.of(number, SEED, places.get(number % places.size()), lastDay).stream());
        return Stream.concat(staff, ofChildren)
                .sorted(Comparator.comparing(DemoStep::at))
                .toList();
    }
}
