package org.huhang.app.database;

import java.io.IOException;
import java.nio.file.Path;

/** A PostgreSQL that the application under test did not start and knows by its address only. */
public final class OutsideDatabase implements AutoCloseable {

    private final DataFolder folder;
    private final EmbeddedDatabase server;

    private OutsideDatabase(DataFolder folder) {
        this.folder = folder;
        this.server =
                EmbeddedDatabase.startedIn(folder, Path.of("target/postgresql").toAbsolutePath());
    }

    public static OutsideDatabase startedIn(Path folder) {
        return new OutsideDatabase(DataFolder.hold(folder));
    }

    public String url() {
        return server.url();
    }

    public String username() {
        return server.username();
    }

    public String password() {
        return server.password();
    }

    @Override
    public void close() throws IOException {
        server.close();
        folder.close();
    }
}
