package org.huhang.bench.measure;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** This process steps back behind the others of the machine, as if it were another machine's: where {@code renice} is there. */
public final class LowPriority {

    private static final Path THREADS = Path.of("/proc/self/task");

    private LowPriority() {}

    /** Of all threads there are now, and of those they start. */
    public static void take() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("renice", "-n", "19", "-p"));
        if (!Files.isDirectory(THREADS)) {
            System.out.println("The hostile caller keeps its priority: threads cannot be told apart here");
            return;
        }
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(THREADS)) {
            threads.forEach(thread -> command.add(thread.getFileName().toString()));
        }
        Process renice = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        System.out.println(
                renice.waitFor() == 0
                        ? "The hostile caller's own work comes after all other"
                        : "The hostile caller keeps its priority: renice refused");
    }
}
