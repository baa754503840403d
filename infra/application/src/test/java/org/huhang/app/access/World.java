package org.huhang.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.huhang.app.testing.RunningApplication.Answer;
import org.huhang.kernel.access.Role;
import tools.jackson.databind.JsonNode;

/** One child of every {@link Home}, on the ledger and in temporary care, and one import of two counties. */
final class World {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Duration LONGEST_IMPORT = Duration.ofSeconds(60);

    private final Conversation conversation = new Conversation();
    private final Map<Home, UUID> children = new EnumMap<>(Home.class);
    private final Map<Home, UUID> directors = new EnumMap<>(Home.class);
    private final Map<Region, UUID> imports = new EnumMap<>(Region.class);
    private final long revocation;
    private long position;

    private static final class Made {
        static final World ONE = new World();
    }

    static World shared() {
        return Made.ONE;
    }

    private World() {
        for (Home home : Home.values()) {
            children.put(home, withAStory(home));
        }
        Home.villages().forEach(home -> directors.put(home, newDirector(home)));
        revocation = done(Caller.OPERATOR, Call.post("/api/revocations/tokens", Bodies.of("tokens", UUID.randomUUID())))
                .json()
                .path("id")
                .asLong();
        importedBy(Region.COUNTY);
        importedBy(Region.COUNTY_OF_THE_NEXT_PROVINCE);
    }

    Answer ask(Caller caller, Call call) {
        return conversation.ask(caller, call);
    }

    Conversation conversation() {
        return conversation;
    }

    UUID child(Home home) {
        return children.get(home);
    }

    /** The child director of the home's village. */
    UUID director(Home home) {
        return directors.get(home);
    }

    UUID importOf(Region region) {
        return imports.get(region);
    }

    long revocation() {
        return revocation;
    }

    Set<UUID> children() {
        return Set.copyOf(children.values());
    }

    /** Of the children of this world, those whom a region answers for. */
    Set<UUID> childrenOf(Region region) {
        return Arrays.stream(Home.values())
                .filter(home -> region.covers(home.residence()) || region.covers(home.hukou()))
                .map(children::get)
                .collect(Collectors.toSet());
    }

    /** The position of the last fact told, for {@code min-position}. */
    long position() {
        return position;
    }

    /** A child with whom a test may do as it likes. */
    UUID newChild(Home home) {
        return newChild(home.residence(), home.hukou());
    }

    private UUID newChild(String residence, String hukou) {
        int number = NUMBER.incrementAndGet();
        Answer answer = done(
                Caller.officerOf(residence),
                Call.post("/api/cases", Bodies.register(residence, hukou, "之" + number, number)));
        return UUID.fromString(answer.json().path("caseId").asString());
    }

    /** A child director with whom a test may do as it likes. */
    UUID newDirector(Home home) {
        Answer answer = done(
                Caller.officerOf(home.residence()),
                Call.post("/api/staff", Bodies.appoint(home.village(), "任" + NUMBER.incrementAndGet())));
        return UUID.fromString(answer.json().path("staffId").asString());
    }

    UUID withAStory(Home home) {
        UUID child = newChild(home);
        for (String command : List.of(
                "screen", "list-key-care", "record-visit", "record-guardianship-lapse", "assign-temporary-care")) {
            done(
                    Caller.officerOf(home.residence()),
                    Call.post("/api/cases/" + child + "/" + command, Bodies.of(command, child)));
        }
        return child;
    }

    /** What somebody asks for and is not refused. */
    Answer done(Caller caller, Call call) {
        Answer answer = ask(caller, call);
        assertThat(answer.status()).as("%s: %s", call.path(), answer.body()).isBetween(200, 299);
        position = answer.json().path("position").asLong(position);
        return answer;
    }

    private void importedBy(Region region) {
        String village = region == Region.COUNTY ? Home.VILLAGE : Home.NEXT_PROVINCE;
        UUID job = imported(region, Bodies.list(village, village, "入" + NUMBER.incrementAndGet()));
        imports.put(region, job);
    }

    /** Hands in a list and waits until it is done with. */
    UUID imported(Region region, String csv) {
        Caller officer = new Caller(Role.COUNTY_OFFICER, region);
        Answer accepted = ask(officer, Call.csv("/api/imports", csv));
        assertThat(accepted.status()).isEqualTo(202);
        String id = accepted.json().path("id").asString();
        long deadline = System.nanoTime() + LONGEST_IMPORT.toNanos();
        JsonNode job = accepted.json();
        while (!job.path("state").asString().equals("DONE")) {
            assertThat(job.path("state").asString()).as(job.toString()).isNotEqualTo("FAILED");
            assertThat(System.nanoTime()).as("done in a minute: %s", job).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            job = ask(officer, Call.get("/api/imports/" + id)).json();
        }
        return UUID.fromString(id);
    }

    /** Every item of a list, page by page. */
    List<JsonNode> all(Caller caller, String address) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = ask(caller, Call.get(address + cursor));
            assertThat(page.status())
                    .as("%s by %s: %s", address, caller, page.body())
                    .isEqualTo(200);
            page.json().path("items").forEach(items::add);
            cursor = page.json().path("next").isNull()
                    ? ""
                    : "&cursor=" + page.json().path("next").asString();
        } while (!cursor.isEmpty());
        return items;
    }

    /** Of the child directors of this world's villages, those whom a region answers for. */
    Set<UUID> directorsOf(Region region) {
        return Home.villages()
                .filter(home -> region.covers(home.village()))
                .map(directors::get)
                .collect(Collectors.toSet());
    }

    /** Which of the child directors of this world's villages a list shows. */
    Set<UUID> directorsShown(List<JsonNode> items) {
        Set<UUID> shown = new LinkedHashSet<>();
        items.forEach(item -> shown.add(UUID.fromString(item.path("staffId").asString())));
        shown.retainAll(Set.copyOf(directors.values()));
        return shown;
    }

    /** Which of this world's children a list shows. */
    Set<UUID> shown(List<JsonNode> items) {
        Set<UUID> shown = new LinkedHashSet<>();
        items.stream()
                .filter(item -> item.hasNonNull("caseId"))
                .forEach(item -> shown.add(UUID.fromString(item.path("caseId").asString())));
        shown.retainAll(children());
        return shown;
    }
}
