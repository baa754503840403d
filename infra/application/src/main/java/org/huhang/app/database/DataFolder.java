package org.huhang.app.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.huhang.app.CannotStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder in which one installation keeps its embedded database, its secrets and its ready-made tokens. Held by one
 * running instance at a time; the operating system lets go of it however that instance ends.
 */
public final class DataFolder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);

    /** What is in them makes whoever reads it somebody else. */
    private static final List<String> PRIVATE = List.of("secrets", "tokens");

    /** The locked byte lies far behind the text, which others may therefore read while it is locked. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final Path root;
    private final FileChannel holder;

    private DataFolder(Path root, FileChannel holder) {
        this.root = root;
        this.holder = holder;
    }

    /**
     * @throws CannotStart when the folder cannot be written, another instance holds it, or others can read its secrets and
     *     nothing can be done about it
     */
    public static DataFolder hold(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root, OwnerOnly.folder());
            FileChannel holder = FileChannel.open(
                    root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                lock(root, holder);
                PRIVATE.forEach(name -> close(root.resolve(name)));
                return new DataFolder(root, holder);
            } catch (IOException | RuntimeException e) {
                holder.close();
                throw e;
            }
        } catch (IOException e) {
            throw unusable(root, e);
        }
    }

    private static void lock(Path root, FileChannel holder) throws IOException {
        if (!locked(holder)) {
            String process = new String(Files.readAllBytes(root.resolve("lock")), StandardCharsets.UTF_8).strip();
            throw new CannotStart("The data folder " + root + " belongs to another running Huhang (process " + process
                    + "): stop that one, or give this one a folder of its own with huhang.data-folder.");
        }
        holder.truncate(0);
        holder.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
    }

    /** To everybody but its owner, however that had come to be open. */
    private static void close(Path folder) {
        try {
            List<Path> open = OwnerOnly.tighten(folder);
            if (!open.isEmpty()) {
                LOG.warn(
                        "Others on this machine could read {}: they no longer can. If that was for long, remove {} while"
                                + " Huhang is stopped, and new ones are made.",
                        open.size() == 1 ? open.getFirst() : folder + " and what is in it",
                        folder.resolveSibling("secrets").resolve("issuer.jwk") + " and database.password");
            }
        } catch (IOException | UncheckedIOException e) {
            throw new CannotStart("Others may be able to read " + folder + ", and that cannot be changed ("
                    + e.getClass().getSimpleName().replace("Exception", "") + ": " + e.getMessage()
                    + "): let it belong to the user who runs Huhang, and to nobody else (chmod -R go-rwx).");
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

    /**
     * A secret only the owner of the folder may read; made and kept on first use.
     *
     * @throws CannotStart when there is one that is no text
     */
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
            Path directory = Files.createDirectories(root.resolve(folder), OwnerOnly.folder());
            Path half = Files.createTempFile(directory, name, ".new", OwnerOnly.file());
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

    private Optional<String> read(String folder, String name) {
        Path file = root.resolve(folder).resolve(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (CharacterCodingException e) {
            throw damaged(file, "restore it from a backup of the data folder.");
        } catch (IOException e) {
            throw unusable(root, e);
        }
    }

    static CannotStart damaged(Path file, String remedy) {
        return new CannotStart("The file " + file + " is damaged: " + remedy);
    }

    static CannotStart unusable(Path folder, IOException why) {
        return new CannotStart("The data folder " + folder + " cannot be used ("
                + why.getClass().getSimpleName().replace("Exception", "") + ": " + why.getMessage()
                + "): make it writable, free some space, or name another one with huhang.data-folder.");
    }

    @Override
    public void close() throws IOException {
        holder.close();
    }
}
