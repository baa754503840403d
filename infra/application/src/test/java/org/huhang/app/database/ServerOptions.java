package org.huhang.app.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How a test's server is started: as durable as the product's, with less memory, and always under the same address. */
record ServerOptions(int port, List<String> settings) {

    static ServerOptions onAFreePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = socket.getLocalPort();
            return new ServerOptions(
                    port,
                    new ArrayList<>(List.of(
                            "port=" + port,
                            "listen_addresses=127.0.0.1",
                            "unix_socket_directories=",
                            "fsync=on",
                            "synchronous_commit=on",
                            "full_page_writes=on",
                            "timezone=UTC",
                            "shared_buffers=64MB",
                            "max_wal_size=256MB",
                            "jit=off",
                            "log_min_error_statement=panic")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(String setting) {
        settings.add(setting);
    }

    String line() {
        return settings.stream().map(setting -> "-c " + setting).collect(Collectors.joining(" "));
    }
}
