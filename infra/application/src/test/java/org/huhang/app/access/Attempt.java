package org.huhang.app.access;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A call by way of a row, and what it is asked of. */
record Attempt(Call call, Target target) {

    /** What the call concerns, which may lie somewhere. */
    sealed interface Target {

        /** Something that does not exist, or an id that is none. */
        record Unknown() implements Target {}

        record Nowhere() implements Target {}

        record AtHome(Home home) implements Target {}

        /** Who answers for the home's village. */
        record AtWork(Home home) implements Target {}

        record ImportedBy(Region region) implements Target {}
    }

    /** One for everything that the row could be asked of. */
    static List<Attempt> by(Row row, World world) {
        return switch (row.of()) {
            case NOTHING -> List.of(new Attempt(call(row, "audit", world), new Target.Nowhere()));
            case A_REVOCATION ->
                List.of(new Attempt(call(row, Long.toString(world.revocation()), world), new Target.Nowhere()));
            case A_REGISTRATION ->
                Arrays.stream(Home.values())
                        .map(home -> new Attempt(
                                Call.post(
                                        row.endpoint().path(),
                                        Bodies.register(home.residence(), home.hukou(), "登记", 0)),
                                new Target.AtHome(home)))
                        .toList();
            case A_CASE ->
                Stream.concat(
                                unknown(row, world),
                                Arrays.stream(Home.values())
                                        .map(home -> new Attempt(
                                                call(row, world.child(home).toString(), world),
                                                new Target.AtHome(home))))
                        .toList();
            case AN_APPOINTMENT ->
                Home.villages()
                        .map(home -> new Attempt(
                                Call.post(row.endpoint().path(), Bodies.appoint(home.village(), "任命")),
                                new Target.AtWork(home)))
                        .toList();
            case A_MEMBER_OF_STAFF ->
                Stream.concat(
                                unknown(row, world),
                                Home.villages()
                                        .map(home -> new Attempt(
                                                call(row, world.director(home).toString(), world),
                                                new Target.AtWork(home))))
                        .toList();
            case AN_IMPORT ->
                Stream.concat(
                                unknown(row, world),
                                Stream.of(Region.COUNTY, Region.COUNTY_OF_THE_NEXT_PROVINCE)
                                        .map(region -> new Attempt(
                                                call(row, world.importOf(region).toString(), world),
                                                new Target.ImportedBy(region))))
                        .toList();
        };
    }

    private static Stream<Attempt> unknown(Row row, World world) {
        return Stream.of(UUID.randomUUID().toString(), "1-1-1-1-1", "none")
                .map(id -> new Attempt(call(row, id, world), new Target.Unknown()));
    }

    /** @param id of the case, of the import, or the name of the read model, in which case none is parked, or the number of the revocation */
    static Call call(Row row, String id, World world) {
        String path = row.endpoint()
                        .path()
                        .replaceFirst("\\{[A-Za-z]+}", id)
                        .replace("{caseId}", UUID.randomUUID().toString())
                + row.query();
        boolean bodiless = path.startsWith("/api/read-models/") || path.endsWith("/lift");
        if (bodiless && row.endpoint().method().equals("POST")) {
            return Call.post(path, "");
        }
        if (row.endpoint().method().equals("GET")) {
            return Call.get(path);
        }
        return switch (row.endpoint().path()) {
            case "/api/imports" -> Call.csv(path, Bodies.list(Home.VILLAGE, Home.VILLAGE, "试"));
            default -> Call.post(path, Bodies.of(row.name(), other(row, world)));
        };
    }

    /** A case that is merged into another rests, and is gone from all lists. */
    private static UUID other(Row row, World world) {
        return row.name().equals("merge") ? world.newChild(Home.IN_THE_VILLAGE) : world.child(Home.IN_THE_VILLAGE);
    }
}
