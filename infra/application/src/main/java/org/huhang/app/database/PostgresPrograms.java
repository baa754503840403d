package org.huhang.app.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.huhang.app.CannotStart;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs, unpacked once from the class path into a folder nobody else writes to. */
final class PostgresPrograms {

    private PostgresPrograms() {}

    /** @return the folder that holds {@code bin}; whole, also after a kill while unpacking */
    static Path unpackedIn(Path folder) {
        byte[] archive = archive();
        Path unpacked = folder.resolve(digest(archive));
        if (Files.exists(unpacked)) {
            return unpacked;
        }
        try {
            Files.createDirectories(folder);
            Path half = Files.createTempDirectory(folder, "unpacking");
            try {
                unpack(archive, half);
                Files.move(half, unpacked, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                FileSystemUtils.deleteRecursively(half);
                if (!Files.exists(unpacked)) {
                    throw e;
                }
            }
            return unpacked;
        } catch (IOException e) {
            throw DataFolder.unusable(folder, e);
        }
    }

    private static byte[] archive() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String platform = system.contains("win") && !system.contains("darwin")
                ? "Windows"
                : system.contains("mac") || system.contains("darwin") ? "Darwin" : "Linux";
        String machine = System.getProperty("os.arch").replace("amd64", "x86_64");
        try (InputStream packed = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(platform, machine)) {
            return packed.readAllBytes();
        } catch (IOException | IllegalStateException e) {
            throw new CannotStart("There is no embedded PostgreSQL for this system (" + platform + " " + machine
                    + "): use a PostgreSQL 18 of your own with huhang.database.url, .username and .password.");
        }
    }

    private static String digest(byte[] archive) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(archive))
                    .substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        try (TarArchiveInputStream entries =
                new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("An entry of the archive leads outside it");
                }
                Files.createDirectories(entry.isDirectory() ? file : file.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else if (entry.isFile()) {
                    Files.copy(entries, file);
                    if ((entry.getMode() & 0100) != 0 && !file.toFile().setExecutable(true)) {
                        throw new IOException(file + " cannot be made executable");
                    }
                }
            }
        }
    }
}
