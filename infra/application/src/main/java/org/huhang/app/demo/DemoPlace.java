package org.huhang.app.demo;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.access.Jurisdiction;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.division.Division;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.Divisions;

/** One of the demo's counties: its townships are real, its officers and villages are made up. */
record DemoPlace(DivisionCode county, List<DivisionCode> townships) {

    private static final int VILLAGES = 5;

    static List<DemoPlace> all(Divisions divisions) {
        return List.of("330109", "330110", "640121").stream()
                .map(DivisionCode::of)
                .map(county -> new DemoPlace(
                        county,
                        divisions.below(county).stream().map(Division::code).toList()))
                .toList();
    }

    DivisionCode village(RandomGenerator random) {
        DivisionCode township = townships.get(random.nextInt(townships.size()));
        return village(township, random.nextInt(VILLAGES));
    }

    static List<DivisionCode> villages(DivisionCode township) {
        return IntStream.range(0, VILLAGES)
                .mapToObj(number -> village(township, number))
                .toList();
    }

    private static DivisionCode village(DivisionCode township, int number) {
        return DivisionCode.of(township.digits() + (201 + number));
    }

    Actor officer() {
        return new Actor("demo-officer-" + county, Role.COUNTY_OFFICER, new Jurisdiction(county.prefix()));
    }

    static Actor supervisor(DivisionCode village) {
        String township = village.digits().substring(0, 9);
        return new Actor("demo-supervisor-" + township, Role.SUPERVISOR, new Jurisdiction(township));
    }

    static Actor director(DivisionCode village) {
        return new Actor("demo-director-" + village, Role.CHILD_DIRECTOR, new Jurisdiction(village.digits()));
    }
}
