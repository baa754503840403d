package org.huhang.bench.run;

import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.huhang.bench.database.Server;
import org.huhang.bench.hostile.TokenProvider;
import org.huhang.bench.load.LoadGenerator;
import org.springframework.util.FileSystemUtils;

/** Database, applications and load generator of one run; all of it is gone afterwards, also after Ctrl+C. */
final class Workplace implements AutoCloseable {

    private final Path folder;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Server server;
    private int applications;
    private int servers;

    private Workplace(Path folder) throws IOException, SQLException {
        this.folder = folder;
        this.server = Server.start(folder);
        running.push(server);
    }

    static Workplace in(Path parent) throws IOException, SQLException {
        Path folder = Files.createTempDirectory(Files.createDirectories(parent), "bench");
        try {
            Workplace workplace = new Workplace(folder);
            Runtime.getRuntime().addShutdownHook(new Thread(workplace::close));
            return workplace;
        } catch (IOException | SQLException | RuntimeException e) {
            FileSystemUtils.deleteRecursively(folder);
            throw e;
        }
    }

    Server server() {
        return server;
    }

    Path folder() {
        return folder;
    }

    LoadGenerator loadGenerator() throws IOException {
        LoadGenerator generator = LoadGenerator.start(folder);
        running.push(generator);
        return generator;
    }

    Application application(String database, String... keys) throws IOException, InterruptedException {
        return running(Application.start(server, database, ownFolder(), Optional.empty(), keys));
    }

    /** One that takes the tokens of a provider, which falls silent when it is told to. */
    Application application(String database, TokenProvider provider) throws IOException, InterruptedException {
        running.push(provider);
        return running(Application.start(server, database, ownFolder(), Optional.of(provider)));
    }

    /** Another PostgreSQL beside the first, in a folder of its own. */
    Server anotherServer() throws IOException, SQLException {
        Server another = Server.start(Files.createDirectory(folder.resolve("server-" + ++servers)));
        running.push(another);
        return another;
    }

    /** The product as one build has it, on a PostgreSQL that need not be the workplace's first. */
    Application application(Build build, Server on, String database, TokenProvider provider)
            throws IOException, InterruptedException {
        return running(Application.start(build, on, database, ownFolder(), provider));
    }

    TokenProvider provider() throws IOException, JOSEException {
        TokenProvider provider = TokenProvider.start();
        running.push(provider);
        return provider;
    }

    private Path ownFolder() throws IOException {
        return Files.createDirectory(folder.resolve("application-" + ++applications));
    }

    private Application running(Application application) {
        running.push(application);
        return application;
    }

    /** What was started last ends first. */
    @Override
    public synchronized void close() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                System.err.println("Could not be ended: " + e.getMessage());
            }
        }
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            System.err.println("Could not be removed: " + folder);
        }
    }
}
