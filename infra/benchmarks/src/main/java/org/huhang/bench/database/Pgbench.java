package org.huhang.bench.database;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huhang.bench.measure.Done;

/** PostgreSQL's own load generator, where it is on the {@code PATH}. */
public final class Pgbench implements Inserts.Sender {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without initial connection time\\)");

    /** With many connections it takes a second until all are there. */
    private static final long LEAST_SECONDS = 3;

    private final Path program;
    private final Server server;
    private final Path folder;

    private Pgbench(Path program, Server server, Path folder) {
        this.program = program;
        this.server = server;
        this.folder = folder;
    }

    /** @param folder for its script */
    public static Optional<Pgbench> find(Server server, Path folder) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator)))
                .map(entry -> Path.of(entry).resolve("pgbench"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new Pgbench(program, server, folder));
    }

    @Override
    public Done send(String statement, int connections, Duration length) throws IOException, InterruptedException {
        Path script = folder.resolve("insert.sql");
        Files.writeString(script, statement + ";\n");
        int seconds = (int) Math.max(LEAST_SECONDS, length.toSeconds());
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        program.toString(),
                        "--no-vacuum",
                        "--protocol=prepared",
                        "--client=" + connections,
                        "--jobs=" + Math.min(connections, Runtime.getRuntime().availableProcessors()),
                        "--time=" + seconds,
                        "--file=" + script,
                        "--host=127.0.0.1",
                        "--port=" + server.port(),
                        "--username=" + Server.OWNER,
                        PlainTable.DATABASE))
                .redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", Server.OWNER);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher rate = RATE.matcher(said);
        if (process.waitFor() != 0 || !rate.find()) {
            throw new IllegalStateException("pgbench did not measure anything:\n" + said);
        }
        return Done.of(Math.round(Double.parseDouble(rate.group(1)) * seconds), seconds);
    }

    @Override
    public String toString() {
        return "pgbench (" + program + ")";
    }
}
