package org.huhang.app.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.app.testing.Eventually.eventually;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.huhang.app.database.OutsideDatabase;
import org.huhang.app.testing.BesideOthers;
import org.huhang.app.testing.RunningApplication;
import org.huhang.kernel.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one database that get other tables of divisions one after the other, and work on meanwhile. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@BesideOthers
class TablesInTurnTest {

    private static final String NATION = "000000";

    @TempDir
    static Path root;

    @Test
    void nothing_is_lost_while_one_process_has_the_new_tables_and_the_other_has_not() throws Exception {
        OwnTables first = earlier("first");
        OwnTables second = earlier("second");
        try (OutsideDatabase database = OutsideDatabase.startedIn(root.resolve("outside"));
                RunningApplication ahead = start("ahead", database, first);
                RunningApplication behind = start("behind", database, second)) {
            Cases early = new Cases(ahead);
            Cases late = new Cases(behind);
            String yubei = early.token(Role.COUNTY_OFFICER, "500112");
            Set<String> all = new TreeSet<>();
            all.add(early.listed(yubei, "500112", "安然"));
            all.add(early.listed(yubei, "500112018", "安宁"));
            all.add(early.listed(yubei, "500112133", "安康"));
            all.add(late.listed(late.token(Role.COUNTY_OFFICER, "500105"), "500105", "安平"));
            areThere(all, early, late);

            first.withChanges();

            eventually(() -> {
                areThere(all, early, late);
                assertThat(early.ledger(early.token(Role.COUNTY_OFFICER, "500109")))
                        .hasSize(2);
                early.rowsAreOfTheTablesInForce();
            });
            // The other one goes by the old tables still, and records by them.
            all.add(late.listed(late.token(Role.COUNTY_OFFICER, "500112"), "500112018", "安定"));
            all.add(early.listed(early.token(Role.COUNTY_OFFICER, "500157"), "500157", "安顺"));
            areThere(all, early, late);
            eventually(() -> assertThat(late.models()).allMatch(state -> state.equals("OUTDATED true")));
            assertThat(early.models()).allMatch(state -> state.equals("UP_TO_DATE false"));

            second.withChanges();

            eventually(() -> {
                areThere(all, early, late);
                late.rowsAreOfTheTablesInForce();
            });
            early.rowsAreOfTheTablesInForce();
            for (Cases cases : List.of(early, late)) {
                assertThat(cases.ledger(cases.token(Role.COUNTY_OFFICER, "500109")))
                        .hasSize(2);
                assertThat(cases.ledger(cases.token(Role.COUNTY_OFFICER, "500157")))
                        .hasSize(5);
                assertThat(Cases.divisions(cases.counted("county", cases.token(Role.INSPECTOR, NATION), "")))
                        .containsExactly("500109", "500112", "500157");
            }
        }
    }

    /** In lists and in figures, of both processes. */
    private static void areThere(Set<String> all, Cases... processes) {
        for (Cases cases : processes) {
            String inspector = cases.token(Role.INSPECTOR, NATION);
            assertThat(cases.ledger(inspector)).containsExactlyInAnyOrderElementsOf(all);
            assertThat(cases.counted("province", inspector, "").stream()
                            .mapToLong(cell -> cell.path("count").asLong())
                            .sum())
                    .isEqualTo(all.size());
        }
    }

    private static OwnTables earlier(String name) throws Exception {
        OwnTables tables = new OwnTables(Files.createDirectories(root.resolve(name)));
        tables.beforeLiangjiang();
        return tables;
    }

    private static RunningApplication start(String name, OutsideDatabase database, OwnTables tables) {
        return RunningApplication.start(
                root.resolve(name + "-data"),
                "--huhang.policy-folder=" + tables.folder(),
                "--huhang.database.url=" + database.url(),
                "--huhang.database.username=" + database.username(),
                "--huhang.database.password=" + database.password());
    }
}
