package org.huhang.bench.run;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * One build of the product, ready to run.
 *
 * @param name in what is printed
 */
record Build(String name, String classPath, String main) {

    private static final String MAIN = "org.huhang.app.HuhangApplication";

    /** This one, as it stands in the working folder. */
    static Build here() {
        return new Build("this", System.getProperty("java.class.path"), MAIN);
    }

    /**
     * Another revision, built in a folder of its own below {@code parent}; what was built there before is taken again.
     *
     * @param rev anything that git takes for a commit
     * @throws IllegalArgumentException where it is none
     */
    static Build of(String rev, Path parent) throws IOException, InterruptedException {
        Path project = Path.of(output(Path.of(""), "git", "rev-parse", "--show-toplevel"));
        String commit = commit(project, rev);
        System.out.println("The other is " + commit);
        Path folder = parent.resolve("against-" + commit.substring(0, 12));
        Path extracted = folder.resolve("extracted");
        if (!Files.exists(extracted)) {
            System.out.println("Building it in " + folder);
            FileSystemUtils.deleteRecursively(folder);
            Path sources = Files.createDirectories(folder.resolve("sources"));
            export(project, commit, sources);
            run(sources, packaging());
            Path unfinished = folder.resolve("unfinished");
            run(
                    sources,
                    List.of(
                            java(),
                            "-Djarmode=tools",
                            "-jar",
                            runnable(sources).toString(),
                            "extract",
                            "--destination",
                            unfinished.toString()));
            Files.move(unfinished, extracted);
            FileSystemUtils.deleteRecursively(sources);
        }
        return new Build("other", classPath(extracted), MAIN);
    }

    static String commit(Path project, String rev) throws IOException, InterruptedException {
        if (rev.isBlank()) {
            throw new IllegalArgumentException("Which commit is this build to be measured against? -Drev=<commit>");
        }
        return output(project, "git", "rev-parse", "--verify", "--end-of-options", rev + "^{commit}");
    }

    /** The files of the commit and nothing else: no worktree that git would have to forget again. */
    static void export(Path project, String commit, Path into) throws IOException, InterruptedException {
        List<Process> pipe = ProcessBuilder.startPipeline(List.of(
                new ProcessBuilder("git", "archive", "--format=tar", commit)
                        .directory(project.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT),
                new ProcessBuilder("tar", "-x")
                        .directory(into.toFile())
                        .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)));
        for (Process part : pipe) {
            if (part.waitFor() != 0) {
                throw new IllegalStateException("The files of " + commit + " cannot be had");
            }
        }
    }

    private static List<String> packaging() {
        List<String> line = new ArrayList<>(List.of(
                "mvn",
                "-B",
                "-ntp",
                "-q",
                "-DskipTests",
                "-Dmaven.test.skip=true",
                "-Dspotless.check.skip=true",
                "package",
                "-pl",
                "infra/application",
                "-am"));
        if (offline(System.getenv().getOrDefault("MAVEN_CMD_LINE_ARGS", ""))) {
            line.add("-o");
        }
        return line;
    }

    /** @param line how Maven was called, by whom this was */
    static boolean offline(String line) {
        return List.of(line.strip().split("\\s+")).stream().anyMatch(List.of("-o", "--offline")::contains);
    }

    /** The one with everything in it is the largest. */
    private static Path runnable(Path sources) throws IOException {
        try (Stream<Path> jars = Files.list(sources.resolve("infra/application/target"))) {
            return jars.filter(file -> file.toString().endsWith(".jar"))
                    .max(Comparator.comparingLong(Build::size))
                    .orElseThrow();
        }
    }

    private static String classPath(Path extracted) throws IOException {
        try (Stream<Path> jars = Files.list(extracted)) {
            return jars.filter(file -> file.toString().endsWith(".jar"))
                            .map(Path::toString)
                            .findFirst()
                            .orElseThrow()
                    + File.pathSeparator
                    + extracted.resolve("lib")
                    + File.separator
                    + "*";
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static void run(Path folder, List<String> line) throws IOException, InterruptedException {
        if (new ProcessBuilder(line)
                        .directory(folder.toFile())
                        .inheritIO()
                        .start()
                        .waitFor()
                != 0) {
            throw new IllegalStateException("Failed in " + folder + ": " + String.join(" ", line));
        }
    }

    private static String output(Path folder, String... line) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(line)
                .directory(folder.toAbsolutePath().toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes()).strip();
        if (process.waitFor() != 0) {
            throw new IllegalArgumentException("git knows nothing of it: " + String.join(" ", line));
        }
        return said;
    }
}
