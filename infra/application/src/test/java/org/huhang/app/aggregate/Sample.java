package org.huhang.app.aggregate;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.huhang.kernel.stream.StreamKind;

/**
 * How one aggregate of a kind is begun in a county, and what may be asked of it any number of times.
 *
 * @param begins body of the command that begins it
 * @param command that each time records one fact
 * @param bodies one of its own for each number up to 100
 */
record Sample(StreamKind kind, String begins, String command, Bodies bodies) {

    static final String COUNTY = "530102";
    static final String ELSEWHERE = "530103";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static final String REGISTRATION = """
            {"identity": {"name": "众%d", "sex": "FEMALE", "birthDate": "2015-05-20"},
             "hukouDivision": "530102", "householdType": "RURAL", "residenceDivision": "530102001",
             "residenceSince": "2020-01-10", "guardians": [], "agency": "EDUCATION", "on": "2026-01-15"}""";
    private static final String LIVING = """
            {"guardians": [{"relation": "GRANDPARENT", "name": "众%d", "livesWithChild": true}], "on": "2026-02-01"}""";
    private static final String APPOINTMENT = """
            {"name": "任%d", "post": "TOWNSHIP_SUPERVISOR", "areas": ["530102001"], "on": "2026-01-15"}""";
    private static final String TRAINING = """
            {"training": "IN_SERVICE", "subject": "走访", "on": "%s"}""";

    @FunctionalInterface
    interface Bodies {
        String of(int number);
    }

    static Sample of(StreamKind kind) {
        int number = NUMBER.incrementAndGet();
        return switch (kind) {
            case CASE ->
                new Sample(kind, REGISTRATION.formatted(number), "record-living-arrangement", LIVING::formatted);
            case STAFF ->
                new Sample(
                        kind,
                        APPOINTMENT.formatted(number),
                        "record-training",
                        each -> TRAINING.formatted(LocalDate.parse("2026-01-20").plusDays(each)));
        };
    }

    /** Its id as answers name it. */
    String id() {
        return switch (kind) {
            case CASE -> "caseId";
            case STAFF -> "staffId";
        };
    }

    String all() {
        return switch (kind) {
            case CASE -> "/api/cases";
            case STAFF -> "/api/staff";
        };
    }

    String at(UUID id) {
        return all() + "/" + id;
    }
}
