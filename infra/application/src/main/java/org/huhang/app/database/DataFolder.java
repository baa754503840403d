package org.huhang.app.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.function.Supplier;
import org.huhang.app.CannotStart;

/**
 * The folder in which one installation keeps its embedded database, its secrets and its ready-made tokens. Held by one
 * running instance at a time; the operating system lets go of it however that instance ends.
 */
public final class DataFolder implements AutoCloseable {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    /** The locked byte lies far behind the text, which others may therefore read while it is locked. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final Path root;
    private final FileChannel holder;

    private DataFolder(Path root, FileChannel holder) {
        this.root = root;
        this.holder = holder;
    }

    /** @throws CannotStart when the folder cannot be written, or another instance holds it */
    public static DataFolder hold(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root, ownerOnly("rwx------"));
            FileChannel holder = FileChannel.open(
                    root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!locked(holder)) {
                String process = new String(Files.readAllBytes(root.resolve("lock")), StandardCharsets.UTF_8).strip();
                holder.close();
                throw new CannotStart("The data folder " + root + " belongs to another running Huhang (process "
                        + process + "): stop that one, or give this one a folder of its own with huhang.data-folder.");
            }
            holder.truncate(0);
            holder.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
            return new DataFolder(root, holder);
        } catch (IOException e) {
            throw unusable(root, e);
        }
    }

    private static boolean locked(FileChannel holder) throws IOException {
        try {
            FileLock lock = holder.tryLock(LOCKED_BYTE, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    public Path path(String name) {
        return root.resolve(name);
    }

    public Path root() {
        return root;
    }

    /** A secret only the owner of the folder may read; made and kept on first use. */
    public String secret(String name, Supplier<String> make) {
        return read("secrets", name).orElseGet(() -> {
            String made = make.get();
            write("secrets", name, made);
            return made;
        });
    }

    /** Writes a file only its owner may read, whole or not at all. */
    public Path write(String folder, String name, String content) {
        try {
            Path directory = privately(root.resolve(folder));
            Path half = Files.createTempFile(directory, name, ".new", ownerOnly("rw-------"));
            try {
                Files.writeString(half, content);
                return Files.move(
                        half,
                        directory.resolve(name),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (IOException e) {
            throw unusable(root, e);
        }
    }

    /** Removes the files of a folder, half-written ones too. */
    public void clear(String folder) {
        Path directory = root.resolve(folder);
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, Files::isRegularFile)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw unusable(root, e);
        }
    }

    /** Also where the folder was there before, and open to others. */
    private static Path privately(Path directory) throws IOException {
        Files.createDirectories(directory, ownerOnly("rwx------"));
        if (POSIX) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
        return directory;
    }

    private Optional<String> read(String folder, String name) {
        Path file = root.resolve(folder).resolve(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw unusable(root, e);
        }
    }

    static CannotStart unusable(Path folder, IOException why) {
        return new CannotStart("The data folder " + folder + " cannot be used ("
                + why.getClass().getSimpleName().replace("Exception", "") + ": " + why.getMessage()
                + "): make it writable, free some space, or name another one with huhang.data-folder.");
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    @Override
    public void close() throws IOException {
        holder.close();
    }
}
