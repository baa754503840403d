package org.huhang.app.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.app.testing.Eventually.eventually;

import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.huhang.app.testing.BesideOthers;
import org.huhang.app.testing.RunningApplication;
import org.huhang.app.testing.RunningApplication.Answer;
import org.huhang.kernel.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Places whose county became another one while their cases were open, as officers, lists, figures and cases tell it. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@BesideOthers
class WhoseItIsTodayTest {

    private static final String REFUSED = "安平,女,2015-05-20,330199,330199,2020-01-10";

    @TempDir
    static Path root;

    /** 统景镇 (500112133) came to 北碚区 and has no other number there; 王家街道 (500112018) to 两江新区 as 500157010. */
    @Test
    void a_township_that_came_to_another_county_keeps_its_office_and_is_that_countys() throws Exception {
        Path folder = Files.createDirectories(root.resolve("townships"));
        OwnTables tables = new OwnTables(folder);
        tables.beforeLiangjiang();
        try (RunningApplication huhang =
                RunningApplication.start(root.resolve("townships-data"), "--huhang.policy-folder=" + folder)) {
            Cases cases = new Cases(huhang);
            String yubei = cases.token(Role.COUNTY_OFFICER, "500112");
            String beibei = cases.token(Role.COUNTY_OFFICER, "500109");
            String liangjiang = cases.token(Role.COUNTY_OFFICER, "500157");
            String yuzhong = cases.token(Role.COUNTY_OFFICER, "500103");
            String tongjing = cases.token(Role.SUPERVISOR, "500112133");
            String wangjia = cases.token(Role.SUPERVISOR, "500112018");
            String kept = cases.listed(tongjing, "500112133", "安然");
            String renumbered = cases.listed(wangjia, "500112018", "安宁");
            assertThat(cases.ledger(yubei)).containsExactlyInAnyOrder(kept, renumbered);
            assertThat(cases.ledger(beibei)).isEmpty();
            assertThat(cases.residence(kept, yubei).path("today")).isEmpty();
            String tag = huhang.get("/api/cases/" + renumbered, yubei).header("ETag");
            assertThat(unlessSeen(huhang, renumbered, yubei, tag).status()).isEqualTo(304);
            String list = handedIn(huhang, yubei, REFUSED);

            tables.withChanges();

            eventually(() ->
                    assertThat(huhang.get("/api/ledger", liangjiang).status()).isEqualTo(200));
            eventually(cases::rowsAreOfTheTablesInForce);

            assertThat(cases.ledger(tongjing)).containsExactly(kept);
            assertThat(cases.ledger(beibei)).containsExactly(kept);
            assertThat(cases.ledger(liangjiang)).containsExactly(renumbered);
            assertThat(cases.ledger(wangjia)).containsExactly(renumbered);
            assertThat(cases.ledger(cases.token(Role.SUPERVISOR, "500157010"))).containsExactly(renumbered);
            assertThat(cases.ledger(cases.token(Role.PROVINCE_OFFICER, "500000")))
                    .containsExactlyInAnyOrder(kept, renumbered);
            for (String officer : List.of(tongjing, beibei)) {
                assertThat(huhang.get("/api/cases/" + kept, officer).status()).isEqualTo(200);
                assertThat(cases.visit(officer, kept).status()).isEqualTo(200);
                assertThat(huhang.get("/api/cases/" + renumbered, officer).status())
                        .isEqualTo(404);
                assertThat(cases.shown("/api/worklist?limit=200&dueBefore=2050-01-01", officer))
                        .containsExactly(kept);
            }
            assertThat(huhang.get("/api/cases/" + kept, liangjiang).status()).isEqualTo(404);
            assertThat(cases.shown("/api/audit?limit=200", beibei)).containsExactly(kept);

            for (String map : List.of("", "&map=day")) {
                assertThat(Cases.divisions(cases.counted("county", beibei, map)))
                        .containsExactly("500109");
                assertThat(Cases.divisions(cases.counted("township", beibei, map)))
                        .containsExactly("500112133");
                assertThat(Cases.divisions(cases.counted("township", tongjing, map)))
                        .containsExactly("500112133");
                for (String division : List.of("500112133", "500109")) {
                    assertThat(cases.asked(
                                            "/api/statistics/evidence?measure=on-file&month=" + Cases.month()
                                                    + "&division=" + division + map,
                                            beibei)
                                    .path("items"))
                            .as(division + map)
                            .isNotEmpty();
                }
                JsonNode unofficial =
                        cases.counted("township", liangjiang, map).getFirst().path("division");
                assertThat(unofficial.path("code").asString()).isEqualTo("500157010");
                assertThat(unofficial.path("official").asBoolean()).isFalse();
            }
            assertThat(cases.shown("/api/ledger?division=500112133", beibei)).containsExactly(kept);
            assertThat(cases.shown("/api/ledger?division=500109", beibei)).containsExactly(kept);

            assertThat(cases.residence(kept, beibei).toString()).isEqualTo("""
                            {"code":"500112133","name":"重庆市北碚区统景镇","official":true,\
                            "today":[{"code":"500109","name":"重庆市北碚区","official":true}],\
                            "then":[{"code":"500109","name":"重庆市北碚区","official":true}]}""");
            for (String asked : List.of("/api/ledger?", "/api/worklist?dueBefore=2050-01-01&")) {
                assertThat(then(cases, asked + "on=2025-10-01", beibei))
                        .as("it was the recorded county's then")
                        .isEqualTo("[]");
                assertThat(then(cases, asked + "on=" + Cases.today(), beibei))
                        .isEqualTo("[{\"code\":\"500109\",\"name\":\"重庆市北碚区\",\"official\":true}]");
            }
            String becameUnofficial = "[{\"code\":\"500157010\",\"name\":\"重庆市两江新区王家街道\",\"official\":false}]";
            assertThat(cases.residence(renumbered, liangjiang).path("today").toString())
                    .isEqualTo(becameUnofficial);
            assertThat(huhang.get("/api/cases/" + renumbered, liangjiang)
                            .json()
                            .at("/state/residence/division/today")
                            .toString())
                    .isEqualTo(becameUnofficial);
            assertThat(huhang.get("/api/cases/" + renumbered + "/replay?effectiveAt=" + Cases.today(), liangjiang)
                            .json()
                            .at("/state/hukou/division/then")
                            .toString())
                    .isEqualTo(becameUnofficial);
            assertThat(unlessSeen(huhang, renumbered, liangjiang, tag).status())
                    .as("another division answers for it now, which the reader has not seen")
                    .isEqualTo(200);

            for (String officer : List.of(beibei, liangjiang)) {
                assertThat(imports(huhang, officer)).contains(list);
                assertThat(huhang.get("/api/imports/" + list, officer).status()).isEqualTo(200);
            }
            assertThat(imports(huhang, yuzhong)).doesNotContain(list);
            assertThat(huhang.get("/api/imports/" + list, yuzhong).status()).isEqualTo(404);
        }
    }

    @Test
    void a_list_handed_in_before_a_county_was_divided_names_to_each_office_the_cases_that_are_its_own()
            throws Exception {
        Path folder = Files.createDirectories(root.resolve("reports"));
        OwnTables tables = new OwnTables(folder);
        tables.beforeLiangjiang();
        try (RunningApplication huhang =
                RunningApplication.start(root.resolve("reports-data"), "--huhang.policy-folder=" + folder)) {
            Cases cases = new Cases(huhang);
            String yubei = cases.token(Role.COUNTY_OFFICER, "500112");
            String list = handedIn(
                    huhang,
                    yubei,
                    "安平,女,2015-05-20,330199,330199,2020-01-10",
                    "安康,女,2015-05-20,500112133,500112133,2020-01-10",
                    "安泰,男,2016-06-21,500112018,500112018,2020-01-10");
            eventually(() -> assertThat(named(huhang, list, yubei))
                    .satisfiesExactly(
                            refused -> assertThat(refused).isEmpty(),
                            kept -> assertThat(kept).isNotEmpty(),
                            renumbered -> assertThat(renumbered).isNotEmpty()));
            List<String> before = named(huhang, list, yubei);

            tables.withChanges();

            String beibei = cases.token(Role.COUNTY_OFFICER, "500109");
            String liangjiang = cases.token(Role.COUNTY_OFFICER, "500157");
            eventually(() ->
                    assertThat(huhang.get("/api/ledger", liangjiang).status()).isEqualTo(200));
            assertThat(named(huhang, list, beibei)).containsExactly("", before.get(1), "");
            assertThat(named(huhang, list, liangjiang)).containsExactly("", "", before.get(2));
            assertThat(huhang.get("/api/imports/" + list + "/report", liangjiang)
                            .body())
                    .as("what became of the rows is told all the same")
                    .contains("已导入,,,");
        }
    }

    /** 建德市 (330182) is to become a part of 淳安县 (330127). */
    @Test
    void who_had_a_place_reaches_it_until_the_day_of_effect_and_who_has_it_then_from_that_day_on() throws Exception {
        Path folder = Files.createDirectories(root.resolve("underway"));
        OwnTables tables = new OwnTables(folder);
        tables.withChanges();
        try (RunningApplication huhang =
                RunningApplication.start(root.resolve("underway-data"), "--huhang.policy-folder=" + folder)) {
            Cases cases = new Cases(huhang);
            String jiande = cases.token(Role.COUNTY_OFFICER, "330182");
            String chunan = cases.token(Role.COUNTY_OFFICER, "330127");
            String theirs = cases.listed(jiande, "330182", "安然");
            String others = cases.listed(chunan, "330127", "安宁");
            String list = handedIn(huhang, jiande, REFUSED);

            tables.withChanges(
                    "%s,,,abolished,330182,建德市,330127,".formatted(Cases.today().minusDays(9)));

            eventually(() -> assertThat(cases.ledger(chunan)).containsExactlyInAnyOrder(theirs, others));
            assertThat(cases.ledger(jiande)).containsExactly(theirs);
            for (String officer : List.of(jiande, chunan)) {
                assertThat(huhang.get("/api/cases/" + theirs, officer).status()).isEqualTo(200);
                assertThat(cases.visit(officer, theirs).status()).isEqualTo(200);
                assertThat(Cases.divisions(cases.counted("county", officer, "")))
                        .contains("330182");
                assertThat(imports(huhang, officer)).contains(list);
            }
            assertThat(factsBehind(cases, "330182", chunan)).containsOnly(theirs);
            assertThat(factsBehind(cases, "330127", chunan))
                    .as("what may be theirs is counted under the other division, and told there")
                    .containsOnly(others);
            assertThat(huhang.get("/api/cases/" + others, jiande).status()).isEqualTo(404);
            assertThat(cases.residence(theirs, chunan)
                            .path("today")
                            .valueStream()
                            .map(it -> it.path("code").asString()))
                    .as("nobody knows yet")
                    .containsExactly("330127", "330182");

            tables.withChanges("%1$s,%1$s,,abolished,330182,建德市,330127,".formatted(Cases.today()));

            eventually(
                    () -> assertThat(huhang.get("/api/ledger", jiande).code()).isEqualTo("YOUR_DIVISION_NOT_IN_FORCE"));
            assertThat(cases.ledger(chunan))
                    .as("also before rows are made anew")
                    .containsExactlyInAnyOrder(theirs, others);
            eventually(cases::rowsAreOfTheTablesInForce);
            assertThat(cases.ledger(chunan)).containsExactlyInAnyOrder(theirs, others);
            assertThat(Cases.divisions(cases.counted("county", chunan, ""))).containsExactly("330127");
            assertThat(imports(huhang, chunan)).contains(list);
        }
    }

    /** Whose the residence of the list's first child was on the day asked about. */
    private static String then(Cases cases, String query, String officer) {
        return cases.asked(query, officer).at("/items/0/residence/then").toString();
    }

    private static List<String> factsBehind(Cases cases, String division, String officer) {
        return cases.asked(
                        "/api/statistics/evidence?measure=on-file&month=" + Cases.month() + "&division=" + division,
                        officer)
                .path("items")
                .valueStream()
                .map(fact -> fact.path("caseId").asString())
                .toList();
    }

    private static Answer unlessSeen(RunningApplication huhang, String caseId, String officer, String tag) {
        return huhang.send(huhang.request("/api/cases/" + caseId, officer)
                .header("If-None-Match", tag)
                .GET());
    }

    /** The case that each row of an import names to somebody, and what it was screened as. */
    private static List<String> named(RunningApplication huhang, String list, String officer) {
        Answer report = huhang.get("/api/imports/" + list + "/report", officer);
        assertThat(report.status()).as(report.body()).isEqualTo(200);
        return report.body()
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> (cells[2] + " " + cells[3]).strip())
                .toList();
    }

    /** @return id of the import */
    private static String handedIn(RunningApplication huhang, String officer, String... rows) {
        Answer accepted = huhang.send(huhang.request("/api/imports", officer)
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "姓名,性别,出生日期,户籍地代码,居住地代码,来居住地日期\n" + String.join("\n", rows) + "\n")));
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        return accepted.json().path("id").asString();
    }

    private static List<String> imports(RunningApplication huhang, String officer) {
        return huhang.get("/api/imports", officer)
                .json()
                .valueStream()
                .map(job -> job.path("id").asString())
                .toList();
    }
}
