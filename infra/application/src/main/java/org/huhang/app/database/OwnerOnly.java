package org.huhang.app.database;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Files and folders for nobody but their owner. Where the system knows no such permissions, it keeps to its own. */
final class OwnerOnly {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private static final Set<PosixFilePermission> OWNER = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private OwnerOnly() {}

    static FileAttribute<?>[] folder() {
        return attributes("rwx------");
    }

    static FileAttribute<?>[] file() {
        return attributes("rw-------");
    }

    /**
     * Takes from everybody else whatever they may do with {@code folder} and what is in it.
     *
     * @return what they could; empty where there is no such folder
     */
    static List<Path> tighten(Path folder) throws IOException {
        List<Path> open = new ArrayList<>();
        if (!POSIX || !Files.exists(folder)) {
            return open;
        }
        List<Path> inside;
        try (Stream<Path> all = Files.walk(folder)) {
            inside = all.filter(Files::exists).toList();
        }
        for (Path path : inside) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
            if (!OWNER.containsAll(permissions)) {
                open.add(path);
                permissions.retainAll(OWNER);
                Files.setPosixFilePermissions(path, permissions);
            }
        }
        return open;
    }

    private static FileAttribute<?>[] attributes(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
