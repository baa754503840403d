package org.huhang.bench.hostile;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** A county's long screening list on its way into the register, another when it is through, and a crowd that listens. */
final class LongList implements Hostile {

    private static final Duration GLANCE = Duration.ofMillis(200);

    private final URI base;
    private final String token;
    private final Supplier<String> list;
    private final int listeners;
    private final Answers answers = new Answers();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Thread county;
    private volatile boolean over;

    /**
     * @param token of an officer of the county whose children are on the list
     * @param list another each time
     * @param listeners to each list's progress
     */
    LongList(URI base, String token, Supplier<String> list, int listeners) {
        this.base = base;
        this.token = token;
        this.list = list;
        this.listeners = listeners;
        county = Thread.ofPlatform().name("hostile-county").daemon().start(this::handIn);
    }

    private void handIn() {
        try {
            while (!over) {
                HttpResponse<String> taken = http.send(
                        request("/api/imports")
                                .header("Content-Type", "text/csv")
                                .POST(BodyPublishers.ofString(list.get()))
                                .build(),
                        BodyHandlers.ofString());
                answers.add(taken.statusCode());
                taken.headers().firstValue("Location").ifPresent(this::listen);
                awaitEnd(taken);
            }
        } catch (IOException e) {
            answers.add(Answers.CUT_OFF);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen(String job) {
        for (int listener = 0; listener < listeners; listener++) {
            CompletableFuture<HttpResponse<Void>> listening =
                    http.sendAsync(request(job + "/events").GET().build(), told -> {
                        answers.add(told.statusCode());
                        return HttpResponse.BodySubscribers.discarding();
                    });
            listening.exceptionally(_ -> {
                answers.add(Answers.CUT_OFF);
                return null;
            });
        }
    }

    private void awaitEnd(HttpResponse<String> taken) throws IOException, InterruptedException {
        boolean running = taken.statusCode() == 202;
        while (running) {
            Thread.sleep(GLANCE);
            HttpResponse<String> now = http.send(
                    request(taken.headers().firstValue("Location").orElseThrow())
                            .GET()
                            .build(),
                    BodyHandlers.ofString());
            running = now.statusCode() == 200
                    ? JsonMapper.shared()
                            .readTree(now.body())
                            .path("finishedAt")
                            .asString("")
                            .isEmpty()
                    : now.statusCode() == 429 || now.statusCode() >= 500;
        }
        Thread.sleep(taken.statusCode() == 202 ? Duration.ZERO : GLANCE);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer " + token);
    }

    @Override
    public Map<String, Double> answers() {
        return answers.counted();
    }

    /** The list under way goes to its end first. */
    @Override
    public void close() throws InterruptedException {
        over = true;
        county.join();
        http.shutdownNow();
    }
}
