package org.huhang.app.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.app.testing.Eventually.eventually;

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

/**
 * Children registered before Liangjiang New Area came into being, and then the tables that know of it: 渝北区 (500112) was
 * divided between 北碚区 (500109) and 两江新区 (500157), to which 江北区 (500105) came whole.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@BesideOthers
class PlacesFollowTest {

    @TempDir
    static Path root;

    @Test
    void a_child_is_within_reach_before_and_after_its_county_was_divided_without_a_restart() throws Exception {
        Path folder = Files.createDirectories(root.resolve("policy"));
        OwnTables tables = new OwnTables(folder);
        tables.beforeLiangjiang();
        try (RunningApplication huhang =
                RunningApplication.start(root.resolve("data"), "--huhang.policy-folder=" + folder)) {
            Cases cases = new Cases(huhang);
            String yubei = huhang.token(Role.COUNTY_OFFICER, "500112");
            String beibei = huhang.token(Role.COUNTY_OFFICER, "500109");
            String liangjiang = huhang.token(Role.COUNTY_OFFICER, "500157");
            String yuzhong = huhang.token(Role.COUNTY_OFFICER, "500103");
            String somewhere = cases.listed(yubei, "500112", "安然");
            String moved = cases.listed(yubei, "500112018", "安宁");
            String whole = cases.listed(huhang.token(Role.COUNTY_OFFICER, "500105"), "500105", "安康");

            assertThat(cases.ledger(yubei)).containsExactlyInAnyOrder(somewhere, moved);
            assertThat(cases.ledger(beibei)).isEmpty();
            assertThat(huhang.get("/api/ledger", liangjiang).code()).isEqualTo("YOUR_DIVISION_NOT_IN_FORCE");

            tables.withChanges();

            eventually(() -> {
                assertThat(huhang.get("/api/ledger", liangjiang).status()).isEqualTo(200);
                assertThat(cases.ledger(liangjiang)).containsExactlyInAnyOrder(somewhere, moved, whole);
            });
            assertThat(huhang.get("/api/ledger", yubei).code()).isEqualTo("YOUR_DIVISION_NOT_IN_FORCE");
            assertThat(cases.ledger(beibei)).containsExactly(somewhere);
            assertThat(cases.ledger(yuzhong)).isEmpty();
            eventually(cases::rowsAreOfTheTablesInForce);

            for (String officer : List.of(beibei, liangjiang)) {
                assertThat(huhang.get("/api/cases/" + somewhere, officer).status())
                        .isEqualTo(200);
                assertThat(huhang.get("/api/cases/" + somewhere + "/history", officer)
                                .status())
                        .isEqualTo(200);
                assertThat(cases.shown("/api/worklist?limit=200&dueBefore=2050-01-01", officer))
                        .contains(somewhere);
                assertThat(cases.shown("/api/audit?limit=200", officer)).contains(somewhere);
                assertThat(Cases.divisions(cases.counted("county", officer, "")))
                        .contains("500112");
                assertThat(cases.visit(officer, somewhere).status()).isEqualTo(200);
            }
            assertThat(huhang.get("/api/cases/" + somewhere, yuzhong).status()).isEqualTo(404);
            assertThat(cases.visit(yuzhong, somewhere).status()).isEqualTo(404);
            assertThat(huhang.get("/api/cases/" + moved, beibei).status()).isEqualTo(404);
            assertThat(huhang.get("/api/cases/" + whole, beibei).status()).isEqualTo(404);

            String inspector = huhang.token(Role.INSPECTOR, "000000");
            assertThat(cases.shown("/api/ledger?division=500109", inspector)).containsExactly(somewhere);
            assertThat(cases.shown("/api/ledger?division=500112", inspector))
                    .containsExactlyInAnyOrder(somewhere, moved, whole);
            JsonNode divided = cases.residence(somewhere, beibei);
            assertThat(divided.path("code").asString()).isEqualTo("500112");
            assertThat(divided.path("today").valueStream().map(it -> it.path("code")
                            .asString()))
                    .containsExactly("500109", "500157");

            Answer refused = huhang.post("/api/cases", liangjiang, Cases.child("500112", "安平"));
            assertThat(refused.code()).isEqualTo("DIVISION_ABOLISHED");
            assertThat(huhang.post("/api/cases", liangjiang, Cases.child("500157", "安平"))
                            .status())
                    .isEqualTo(201);
        }
    }
}
