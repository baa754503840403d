package org.huhang.bench.run;

import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.huhang.bench.load.Bodies;
import org.huhang.bench.load.Children;
import org.huhang.kernel.time.Shanghai;
import tools.jackson.databind.JsonNode;

/** Gives an application that is known by its API alone the cases that commands are added to. */
final class SetUpOutside {

    private static final int CALLERS = 16;

    private final Application application;
    private final Bodies bodies = new Bodies(new Children(Shanghai.dayOf(Instant.now())));

    private SetUpOutside(Application application) {
        this.application = application;
    }

    static void cases(Application application, int count) throws Exception {
        SetUpOutside setUp = new SetUpOutside(application);
        List<String> ids = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            List<Future<String>> opened = new ArrayList<>();
            for (int child = 0; child < count; child++) {
                int number = child;
                opened.add(callers.submit(() -> setUp.listed(number)));
            }
            for (Future<String> each : opened) {
                ids.add(each.get());
            }
        }
        application.heardOf(count);
        application.has(ids);
    }

    private String listed(int child) throws Exception {
        String officer =
                application.officers().get(child % application.officers().size());
        String id = post("/api/cases", officer, bodies.registration(child))
                .get("caseId")
                .asString();
        post("/api/cases/" + id + "/list-key-care", officer, bodies.listing());
        return id;
    }

    private JsonNode post(String path, String officer, String body) throws Exception {
        return application.api(
                application
                        .request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                officer,
                JsonNode.class);
    }
}
