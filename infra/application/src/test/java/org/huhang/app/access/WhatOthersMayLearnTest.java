package org.huhang.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huhang.app.testing.RunningApplication.Answer;
import org.huhang.kernel.access.Act;
import org.huhang.kernel.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Ways round the table: by another case named in a body, by a look-alike, by a list handed in, by a move. */
class WhatOthersMayLearnTest {

    private static final World WORLD = World.shared();
    private static final Caller HERE = new Caller(Role.COUNTY_OFFICER, Region.COUNTY);
    private static final Caller AWAY = new Caller(Role.COUNTY_OFFICER, Region.COUNTY_OF_THE_NEXT_PROVINCE);
    private static final Caller NEXT_CITY = new Caller(Role.COUNTY_OFFICER, Region.COUNTY_OF_THE_NEXT_CITY);

    @AfterAll
    static void no_log_line_told_anything_personal() {
        assertThat(WORLD.conversation().carelessLoggers()).isEmpty();
    }

    @Test
    void merging_with_a_case_elsewhere_is_refused_like_merging_with_none() {
        for (String command : List.of("merge", "unmerge")) {
            String path = "/api/cases/" + WORLD.newChild(Home.IN_THE_VILLAGE) + "/" + command;
            Answer none = WORLD.ask(HERE, Call.post(path, Bodies.of(command, UUID.randomUUID())));
            Answer foreign =
                    WORLD.ask(HERE, Call.post(path, Bodies.of(command, WORLD.child(Home.IN_THE_NEXT_PROVINCE))));

            assertThat(none.status()).isEqualTo(404);
            assertThat(none.code()).isEqualTo("CASE_NOT_FOUND");
            assertThat(foreign.status()).isEqualTo(404);
            assertThat(foreign.unnamedBody()).isEqualTo(none.unnamedBody());
        }
    }

    @Test
    void a_look_alike_is_named_only_to_those_who_may_know_of_it() {
        String body = Bodies.register(Home.VILLAGE, Home.VILLAGE, "相似", 0);
        String first = WORLD.ask(HERE, Call.post("/api/cases", body))
                .json()
                .path("caseId")
                .asString();
        Answer own = WORLD.ask(HERE, Call.post("/api/cases", body));
        Answer foreign = WORLD.ask(
                AWAY, Call.post("/api/cases", Bodies.register(Home.NEXT_PROVINCE, Home.NEXT_PROVINCE, "相似", 0)));

        assertThat(own.json().path("possibleDuplicates").toString()).contains(first);
        assertThat(foreign.status()).isEqualTo(201);
        assertThat(foreign.json().path("possibleDuplicates")).isEmpty();
    }

    @Test
    void a_document_of_a_case_elsewhere_is_refused_without_saying_whose_it_is() {
        String child = WORLD.ask(HERE, Call.post("/api/cases", Bodies.register(Home.VILLAGE, Home.VILLAGE, "证", 8001)))
                .json()
                .path("caseId")
                .asString();
        Answer refused = WORLD.ask(
                AWAY, Call.post("/api/cases", Bodies.register(Home.NEXT_PROVINCE, Home.NEXT_PROVINCE, "件", 8001)));

        assertThat(refused.code()).isEqualTo("DOCUMENT_BELONGS_TO_ANOTHER_CASE");
        assertThat(refused.body()).doesNotContain(child, "6201");
    }

    @Test
    void an_import_reports_a_look_alike_elsewhere_without_its_id_and_a_child_elsewhere_not_at_all() {
        String child = WORLD.ask(HERE, Call.post("/api/cases", Bodies.register(Home.VILLAGE, Home.VILLAGE, "单", 0)))
                .json()
                .path("caseId")
                .asString();
        UUID own = WORLD.imported(Region.COUNTY, Bodies.list(Home.VILLAGE, Home.VILLAGE, "单"));
        UUID lookAlike = WORLD.imported(
                Region.COUNTY_OF_THE_NEXT_PROVINCE, Bodies.list(Home.NEXT_PROVINCE, Home.NEXT_PROVINCE, "单"));
        UUID elsewhere =
                WORLD.imported(Region.COUNTY_OF_THE_NEXT_PROVINCE, Bodies.list(Home.VILLAGE, Home.VILLAGE, "外"));

        assertThat(report(HERE, own)).contains("POSSIBLE_DUPLICATE", child);
        assertThat(report(AWAY, lookAlike)).contains("POSSIBLE_DUPLICATE").doesNotContain(child);
        assertThat(report(AWAY, elsewhere)).contains("REFUSED", "OUTSIDE_YOUR_DIVISION");
        assertThat(List.of(report(HERE, own), report(AWAY, lookAlike), report(AWAY, elsewhere)))
                .allMatch(text -> Personal.in(text).isEmpty());
    }

    @Test
    void after_a_move_the_new_county_sees_the_child_everywhere_and_the_one_left_keeps_what_it_recorded_and_no_more() {
        UUID child = WORLD.withAStory(Home.LIVES_HERE_REGISTERED_AWAY);
        seesEverywhere(HERE, child);
        seesEverywhere(AWAY, child);
        seesNowhere(NEXT_CITY, child);

        WORLD.done(
                HERE,
                Call.post(
                        "/api/cases/" + child + "/move-residence",
                        "{\"to\": \"" + Home.NEXT_CITY + "\", \"on\": \"" + Bodies.today() + "\"}"));

        long moved = WORLD.position();
        WORLD.done(
                NEXT_CITY,
                Call.post("/api/cases/" + child + "/record-visit", Bodies.of("record-visit", UUID.randomUUID())));
        assertThat(reads(HERE, child)).containsOnly(404);
        assertThat(lists(HERE).subList(1, 4)).noneMatch(list -> list.contains(child.toString()));
        assertThat(WORLD.all(HERE, "/api/audit?caseId=" + child + "&min-position=" + WORLD.position()))
                .isNotEmpty()
                .allMatch(entry -> entry.path("position").asLong() <= moved)
                .anyMatch(entry -> entry.path("event").asString().equals("ResidenceMoved"))
                .allMatch(entry -> Personal.in(entry.toString()).isEmpty());
        seesEverywhere(NEXT_CITY, child);
        seesEverywhere(AWAY, child);
    }

    @Test
    void an_analyst_is_answered_with_figures_only_and_told_nothing_personal() {
        for (Row row : Row.all()) {
            for (Region region : List.of(Region.COUNTY, Region.NATION)) {
                for (Attempt attempt : Attempt.by(row, WORLD)) {
                    Answer answer = WORLD.ask(new Caller(Role.ANALYST, region), attempt.call());
                    boolean figures = row.endpoint().path().startsWith("/api/statistics/")
                            || row.act() == Act.READ_TRAINING_COVERAGE;
                    assertThat(answer.status()).as(row.toString()).isEqualTo(figures ? 200 : 403);
                    assertThat(Personal.in(answer.body())).isEmpty();
                    assertThat(answer.body()).doesNotContainPattern("\"(case|staff)Id\":(?!null)");
                    for (String rows : List.of("items", "cells")) {
                        assertThat(answer.json().path(rows).toString())
                                .as("the answer says how far the log was known, and of no fact where it stands in it")
                                .doesNotContainPattern("\"position\":(?!null)");
                    }
                }
            }
        }
    }

    @Test
    void what_is_listened_for_is_there_where_it_may_be() {
        String file = WORLD.ask(HERE, Call.get("/api/cases/" + WORLD.child(Home.IN_THE_VILLAGE) + "/history"))
                .body();
        LoggerContext apart = new LoggerContext();
        apart.setMDCAdapter(new LogbackMDCAdapter());
        Conversation.LogEar ear = new Conversation.LogEar();
        ear.setContext(apart);
        ear.start();
        apart.getLogger("careless").addAppender(ear);
        apart.getLogger("careless").warn("could not read {}", Personal.NAME + "之", new IllegalStateException("x"));

        assertThat(Personal.in(file)).containsExactlyInAnyOrderElementsOf(Personal.MARKS);
        assertThat(Personal.in("\"\\u6155\\u5bb9\"")).containsExactly(Personal.NAME);
        assertThat(ear.told()).containsExactly("careless");
    }

    private static void seesEverywhere(Caller caller, UUID child) {
        assertThat(reads(caller, child)).containsOnly(200);
        assertThat(lists(caller)).allMatch(list -> list.contains(child.toString()));
    }

    private static void seesNowhere(Caller caller, UUID child) {
        assertThat(reads(caller, child)).containsOnly(404);
        assertThat(lists(caller)).noneMatch(list -> list.contains(child.toString()));
    }

    private static List<Integer> reads(Caller caller, UUID child) {
        return List.of("", "/history", "/replay?effectiveAt=" + Bodies.today(), "/screening/dry-run").stream()
                .map(view -> WORLD.ask(caller, Call.get("/api/cases/" + child + view))
                        .status())
                .toList();
    }

    /** Every list, whole, as text, the audit first. The facts behind the number of children on file by either place. */
    private static List<String> lists(Caller caller) {
        String rest = "limit=200&min-position=" + WORLD.position();
        String evidence = "/api/statistics/evidence?measure=key-care&month="
                + Bodies.today().toString().substring(0, 7) + "&";
        return List.of(
                WORLD.all(caller, "/api/audit?" + rest).toString(),
                WORLD.all(caller, "/api/ledger?" + rest).toString(),
                WORLD.all(caller, "/api/worklist?dueBefore=" + Bodies.today().plusYears(20) + "&" + rest)
                        .toString(),
                WORLD.all(caller, evidence + rest).toString() + WORLD.all(caller, evidence + "place=hukou&" + rest));
    }

    private static String report(Caller caller, UUID job) {
        return WORLD.ask(
                        caller, new Call("GET", "/api/imports/" + job + "/report", "", Map.of("Accept-Language", "en")))
                .body();
    }
}
