package org.huhang.app.knownat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.huhang.app.testing.RunningApplication;
import org.huhang.kernel.access.Role;

/** Officers of one county who register children, list them, visit them and end it, until they are told to stop. */
final class Writers implements AutoCloseable {

    private final AtomicBoolean working = new AtomicBoolean(true);
    private final List<Thread> threads = new ArrayList<>();

    /** @param busy a case that all of them visit again and again */
    static Writers at(List<RunningApplication> applications, String busy, LocalDate today) {
        Writers writers = new Writers();
        for (RunningApplication application : applications) {
            for (int number = 0; number < 2; number++) {
                Officer officer = new Officer(application, today);
                writers.threads.add(Thread.ofPlatform().daemon().start(() -> {
                    while (writers.working.get()) {
                        officer.child();
                        officer.command(busy, "record-visit", officer.visit());
                    }
                }));
            }
        }
        return writers;
    }

    @Override
    public void close() throws InterruptedException {
        working.set(false);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    record Officer(RunningApplication application, LocalDate today) {

        /** @return a child's case, on the ledger for a while */
        String child() {
            String caseId = listed();
            command(caseId, "record-visit", visit());
            command(caseId, "delist-key-care", "{\"reason\":\"GROUNDS_ENDED\",\"on\":\"%s\"}".formatted(today));
            return caseId;
        }

        String listed() {
            RunningApplication.Answer registered = application.post("/api/cases", token(), """
                    {"identity":{"name":"张小花","sex":"FEMALE","birthDate":"2016-05-04"},"hukouDivision":"640425",
                     "residenceDivision":"330109101","residenceSince":"2025-02-28","agency":"VILLAGE","on":"%s"}""".formatted(today));
            assertThat(registered.status()).as(registered.body()).isEqualTo(201);
            String caseId = registered.json().get("caseId").asString();
            command(
                    caseId,
                    "list-key-care",
                    "{\"grounds\":[\"HARDSHIP\"],\"risk\":\"HIGH\",\"on\":\"%s\"}".formatted(today));
            return caseId;
        }

        String visit() {
            return "{\"visitor\":\"王芳\",\"seen\":\"家中整洁\",\"childView\":\"一切都好\",\"on\":\"%s\"}".formatted(today);
        }

        /** @return position of its last fact */
        long command(String caseId, String command, String body) {
            RunningApplication.Answer answer = application.post("/api/cases/" + caseId + "/" + command, token(), body);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            return answer.json().get("position").asLong();
        }

        private String token() {
            return application.token(Role.COUNTY_OFFICER, "330109");
        }
    }
}
