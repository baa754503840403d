package org.huhang.app.fuzz;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.huhang.app.contract.Contract;
import org.huhang.app.contract.Contracts;
import org.huhang.app.contract.Exchange;
import org.huhang.app.testing.RunningApplication;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends generated requests from several callers at once, and looks at every answer. */
final class Barrage {

    /** Only who asks for a position or a moment may wait for a read model to come so far. */
    private static final Pattern ASKED_OF_A_MOMENT = Pattern.compile("[?&](min-position|knownAt|to|cursor)=");

    /** Why a request may be turned away that is as it should be; any other 503 is a fault in disguise. */
    private static final List<String> BACKPRESSURE =
            List.of("TOO_MANY_COMMANDS", "OUTCOME_UNKNOWN", "NO_ROOM_FOR_IMPORTS", "NO_ROOM_FOR_LISTENERS");

    private static final int CALLERS = 8;
    private static final int HOMECOMINGS = 8;
    private static final int MOST_FAULTS = 20;
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Tally tally = new Tally();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final Pool pool = new Pool();
    private final long seed;
    private final URI base;
    private final Contract contract;
    private final Callers callers;
    private final Shots shots;

    Barrage(RunningApplication application, long seed) {
        this.seed = seed;
        this.base = application.base();
        this.contract = Contracts.of(base);
        this.callers = new Callers(application);
        this.shots = new Shots(contract.document(), callers, pool);
        for (int number = 0; number < HOMECOMINGS; number++) {
            pool.offer("end-screened-status", Homecoming.of(application, number));
        }
    }

    Tally tally() {
        return tally;
    }

    Collection<String> faults() {
        return faults;
    }

    List<String> operations() {
        return shots.operations().stream().map(Operation::id).toList();
    }

    /** Those numbered {@code from} to {@code to}, itself not included. */
    void fire(int from, int to) throws InterruptedException {
        AtomicInteger next = new AtomicInteger(from);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < CALLERS; caller++) {
                threads.execute(() -> {
                    for (int number = next.getAndIncrement();
                            number < to && faults.size() < MOST_FAULTS;
                            number = next.getAndIncrement()) {
                        one(number);
                    }
                });
            }
            threads.shutdown();
            if (!threads.awaitTermination(2, TimeUnit.HOURS)) {
                throw new AssertionError("The requests did not end");
            }
        }
    }

    private void one(int number) {
        Dice dice = new Dice(seed, number);
        try {
            if (dice.chance(0.05)) {
                bare(number, dice);
            } else {
                send(number, shots.shot(dice));
            }
        } catch (IOException | RuntimeException e) {
            faults.add("request " + number + " got no answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void bare(int number, Dice dice) throws IOException {
        String request = Bare.request(
                dice,
                dice.chance(0.5)
                        ? callers.caller(shots.operations().getFirst(), Mood.VALID, dice)
                                .orElse(null)
                        : null);
        Optional<Exchange> answer = Bare.send(base, request);
        tally.count("(bare)", answer.map(Exchange::status).orElse(0));
        answer.ifPresent(it -> look(number, it, request.replaceAll("Bearer .*", "Bearer …")));
    }

    private void send(int number, Shot shot) throws IOException, InterruptedException {
        BodyPublisher body = shot.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(shot.body());
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + shot.target()))
                .timeout(Duration.ofSeconds(30))
                .method(shot.method(), body);
        shot.headers().forEach(request::header);
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        Exchange answer = Exchange.of(response);
        if (shots.isOf(shot)) {
            tally.count(shot.operation(), answer.status());
        }
        look(number, answer, shot);
        if (answer.status() / 100 == 2
                && !answer.body().isEmpty()
                && answer.body().startsWith("{")) {
            pool.learn(shot, JSON.readTree(answer.body()), otherCase(shot));
        }
    }

    private static String otherCase(Shot shot) {
        if (!shot.operation().endsWith("merge") || shot.body() == null) {
            return null;
        }
        JsonNode body = JSON.readTree(shot.body());
        return body.path("otherCase").asString(null);
    }

    /** Backpressure is documented; what a read model has not taken in yet is waited for, and then said not to have come. */
    private void look(int number, Exchange answer, Object request) {
        boolean mayBreakOff = answer.status() == 503 && BACKPRESSURE.stream().anyMatch(answer.body()::contains)
                || answer.status() == 504
                        && answer.body().contains("READ_MODEL_BEHIND")
                        && ASKED_OF_A_MOMENT.matcher(request.toString()).find();
        if (answer.status() >= 500 && !mayBreakOff) {
            faults.add("request %d: %d %s for %s".formatted(number, answer.status(), answer.body(), request));
        }
        contract.faults(answer)
                .forEach(fault -> faults.add("request %d: %s in %d %s for %s"
                        .formatted(number, fault, answer.status(), cut(answer.body()), request)));
    }

    private static String cut(String body) {
        return body.length() > 1_000 ? body.substring(0, 1_000) + "…" : body;
    }
}
