package org.huhang.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.huhang.app.database.Backup;
import org.huhang.app.database.Cluster;
import org.huhang.app.testing.BesideOthers;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A backup taken while everybody works, and restored as another server. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@BesideOthers
class BackupTest {

    private static final long SEED = 20261123;

    @TempDir
    Path folder;

    /** pg_basebackup only where one is that fits the server; the bundled PostgreSQL has none. */
    static Stream<Backup> ways() {
        return Stream.of(Backup.values()).filter(Backup::available);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void a_restored_backup_replays_identically_and_holds_all_that_was_acknowledged_before_it_was_taken(Backup backup)
            throws Exception {
        System.out.println("BackupTest: seed " + SEED);
        Path target = folder.resolve("restored");
        List<ClientRecord.Line> toldBefore;
        List<LogRow> original;
        try (Ordeal ordeal = Ordeal.begin(folder, SEED)) {
            ordeal.heardMore(300);
            toldBefore = ordeal.record().lines();
            backup.of(ordeal.cluster(), target);
            ordeal.heardMore(100);
            original = ordeal.log();
        }

        try (Cluster restored = Cluster.of(target)) {
            restored.start();
            try (Connection database = restored.connect()) {
                LogImage copy = new LogImage();
                copy.readOn(database);
                assertThat(copy.rows())
                        .hasSizeBetween(toldBefore.size() / 2, original.size())
                        .isEqualTo(original.subList(0, copy.rows().size()));
                assertThat(Checker.check(toldBefore, copy.rows(), LogImage.receipts(database)))
                        .isEmpty();
            }
            try (Ordeal goingOn = Ordeal.over(restored, folder, SEED)) {
                goingOn.requireReadModelsEqualAReplay();
            }
        }
    }
}
