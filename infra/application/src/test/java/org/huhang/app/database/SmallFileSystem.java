package org.huhang.app.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A file system small enough to be filled: in memory, mounted by root for all, or else by an ordinary user in a mount
 * namespace of its own, which a process outside looks into through {@code /proc}.
 */
public final class SmallFileSystem implements AutoCloseable {

    private static final int MEBIBYTE = 1 << 20;

    private final Path inside;
    private final Optional<Process> holder;

    private SmallFileSystem(Path inside, Optional<Process> holder) {
        this.inside = inside;
        this.holder = holder;
    }

    /** @return empty where neither way is open, with the reasons in {@code why} */
    public static Optional<SmallFileSystem> at(Path folder, int megabytes, List<String> why) {
        String mount = "mount -t tmpfs -o size=" + megabytes + "m,mode=0777 tmpfs " + folder;
        Optional<SmallFileSystem> forAll = succeeds(why, "sh", "-c", mount)
                ? Optional.of(new SmallFileSystem(folder, Optional.empty()))
                : Optional.empty();
        return forAll.or(() -> inNamespace(folder, mount, why));
    }

    private static Optional<SmallFileSystem> inNamespace(Path folder, String mount, List<String> why) {
        try {
            Process holder = new ProcessBuilder(
                            "unshare",
                            "--user",
                            "--map-root-user",
                            "--mount",
                            "sh",
                            "-c",
                            mount + " && echo here && cat")
                    .redirectErrorStream(true)
                    .start();
            String said = new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            if ("here".equals(said)) {
                return Optional.of(new SmallFileSystem(folder, Optional.of(holder)));
            }
            why.add(said);
            holder.destroyForcibly();
        } catch (IOException e) {
            why.add(e.getMessage());
        }
        return Optional.empty();
    }

    /** The path by which PostgreSQL finds it. */
    Path inside() {
        return inside;
    }

    /** The path by which the test finds it. */
    Path outside() {
        return holder.map(process -> Path.of("/proc/" + process.pid() + "/root" + inside))
                .orElse(inside);
    }

    /** What stands ahead of a command that is to find it. */
    List<String> entering() {
        return holder.map(process ->
                        List.of("nsenter", "--preserve-credentials", "--user", "--mount", "--target=" + process.pid()))
                .orElse(List.of());
    }

    /** Takes all the space there is, as a careless neighbour does. */
    public void fill() throws IOException {
        byte[] nothing = new byte[MEBIBYTE];
        try (FileChannel neighbour =
                FileChannel.open(neighbour(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (int size = nothing.length; size > 0; size /= 2) {
                while (written(neighbour, ByteBuffer.wrap(nothing, 0, size))) {}
            }
        }
    }

    private static boolean written(FileChannel file, ByteBuffer bytes) {
        try {
            return file.write(bytes) > 0;
        } catch (IOException full) {
            return false;
        }
    }

    public void free() throws IOException {
        Files.deleteIfExists(neighbour());
    }

    private Path neighbour() {
        return outside().resolve("neighbour");
    }

    @Override
    public void close() {
        holder.ifPresentOrElse(
                Process::destroyForcibly, () -> succeeds(new ArrayList<>(), "umount", inside.toString()));
    }

    private static boolean succeeds(List<String> why, String... line) {
        try {
            Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
            why.add(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            why.add(e.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
