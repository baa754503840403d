package org.huhang.app.faults;

import java.time.Duration;
import java.util.OptionalLong;
import org.huhang.app.testing.RunningApplication;
import org.huhang.app.testing.RunningApplication.Answer;
import org.huhang.kernel.access.Role;

/** What one caller sees over HTTP, and how long it takes. */
record Probe(Answer answer, Duration took) {

    static Probe query(RunningApplication application) {
        return of(
                () -> application.get("/api/ledger?division=330109", application.token(Role.COUNTY_OFFICER, "330109")));
    }

    static Probe health(RunningApplication application) {
        return of(() -> application.send(application.request("/health/readiness")));
    }

    static Probe metrics(RunningApplication application) {
        String operator = application.token(Role.OPERATOR, "000000");
        return of(() -> application.get("/metrics", operator));
    }

    static Probe command(RunningApplication application, String key) {
        String body = """
                {"identity": {"name": "林小满", "sex": "FEMALE", "birthDate": "2015-05-20"},
                 "hukouDivision": "340122100", "householdType": "RURAL", "residenceDivision": "330109001",
                 "residenceSince": "2025-01-10", "agency": "EDUCATION", "on": "2026-03-01"}""";
        return of(() -> application.send(application
                .request("/api/cases", application.token(Role.COUNTY_OFFICER, "330109"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body))));
    }

    private static Probe of(java.util.function.Supplier<Answer> call) {
        long begun = System.nanoTime();
        Answer answer = call.get();
        return new Probe(answer, Duration.ofNanos(System.nanoTime() - begun));
    }

    /** A no that says when to come again. */
    boolean saysLater() {
        return answer.status() == 503
                && answer.response().headers().firstValue("Retry-After").isPresent()
                && answer.response()
                        .headers()
                        .firstValue("Content-Type")
                        .orElse("")
                        .startsWith("application/problem+json");
    }

    OptionalLong position() {
        return answer.response().headers().firstValueAsLong("Huhang-Position");
    }

    static boolean readModelsReach(long position, RunningApplication application) {
        Answer standing = application.get("/api/read-models", application.token(Role.OPERATOR, "000000"));
        return standing.status() == 200
                && standing.json().path("items").values().stream()
                        .allMatch(item -> item.path("position").asLong() >= position);
    }

    @Override
    public String toString() {
        return answer.status() + " after " + took.toMillis() + " ms: " + answer.body();
    }
}
