package org.huhang.app.database;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the embedded server is started with. */
public final class ServerSettings {

    private ServerSettings() {}

    /**
     * What the server runs with, beside its address. Its own log never carries a statement or the values of a row: they may
     * be personal.
     */
    public static Map<String, String> all() {
        return Map.ofEntries(
                Map.entry("fsync", "on"),
                Map.entry("synchronous_commit", "on"),
                Map.entry("full_page_writes", "on"),
                Map.entry("timezone", "UTC"),
                Map.entry("max_connections", "100"),
                Map.entry("shared_buffers", sharedMegabytes(memoryOfThisMachine()) + "MB"),
                Map.entry("max_wal_size", "2GB"),
                Map.entry("jit", "off"),
                Map.entry("log_error_verbosity", "terse"),
                Map.entry("log_min_error_statement", "panic"));
    }

    /**
     * An eighth of {@code memory}, which is in bytes, between 256 MB and 1 GB: more index pages are come back to in a longer
     * log, and what does not fit is read and thrown out anew; but all of it has to be written out before a stop is taken for hung.
     */
    static long sharedMegabytes(long memory) {
        return Math.clamp((memory >> 20) / 8, 256, 1024);
    }

    /** In bytes; of the container, where there is one. */
    private static long memoryOfThisMachine() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }

    /** As on PostgreSQL's command line. */
    static String onLoopback(int port) {
        return Stream.concat(
                        Stream.of("-c port=" + port, "-c listen_addresses=127.0.0.1", "-c unix_socket_directories="),
                        all().entrySet().stream().map(setting -> "-c " + setting.getKey() + "=" + setting.getValue()))
                .collect(Collectors.joining(" "));
    }
}
