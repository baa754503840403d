package org.huhang.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A backup of a cluster that is being written to, taken in one of the ways there are. */
public enum Backup {

    /** PostgreSQL's own functions around a copy of its files; what pg_basebackup does over the wire. */
    COPIED_FILES {
        @Override
        public void of(Cluster cluster, Path target) throws SQLException, IOException {
            try (Connection database = cluster.connect();
                    Statement sql = database.createStatement()) {
                sql.execute("SELECT pg_backup_start('harness', fast => true)");
                copy(cluster.folder(), target);
                try (ResultSet label =
                        sql.executeQuery("SELECT labelfile FROM pg_backup_stop(wait_for_archive => false)")) {
                    label.next();
                    Files.writeString(target.resolve("backup_label"), label.getString(1), StandardCharsets.UTF_8);
                }
                copy(cluster.folder().resolve("pg_wal"), target.resolve("pg_wal"));
            }
        }
    },

    PG_BASEBACKUP {
        @Override
        public void of(Cluster cluster, Path target) throws IOException {
            Process copying = new ProcessBuilder(
                            "pg_basebackup",
                            "--dbname=postgresql://postgres@" + cluster.host() + "/",
                            "--pgdata=" + target,
                            "--checkpoint=fast",
                            "--wal-method=stream")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(copying.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(copying.onExit().join().exitValue()).as(said).isZero();
        }

        @Override
        public boolean available() {
            try {
                Process version = new ProcessBuilder("pg_basebackup", "--version").start();
                String said = new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                return version.waitFor(10, TimeUnit.SECONDS) && said.matches("(?s).* (1[89]|[2-9]\\d)[. ].*");
            } catch (IOException notThere) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    };

    /** Folders whose contents belong to the running server alone. */
    private static final Set<String> LEFT_OUT = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    /** @param target where nothing is yet */
    public abstract void of(Cluster cluster, Path target) throws SQLException, IOException;

    public boolean available() {
        return true;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes its) throws IOException {
                Path copy = to.resolve(from.relativize(folder).toString());
                if (!Files.exists(copy)) {
                    Files.createDirectory(
                            copy, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes its) {
                Path inside = from.relativize(file);
                boolean ofTheServer = inside.getNameCount() > 1
                                && LEFT_OUT.contains(inside.getName(0).toString())
                        || inside.toString().startsWith("postmaster.");
                if (!ofTheServer) {
                    copyIfThere(file, to.resolve(inside.toString()));
                }
                return FileVisitResult.CONTINUE;
            }

            /** A server at work removes files; whatever matters of them is in the write-ahead log. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void copyIfThere(Path file, Path copy) {
        try {
            Files.copy(file, copy);
        } catch (NoSuchFileException removedMeanwhile) {
            // As above.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
