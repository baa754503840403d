package org.huhang.bench.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** How large the log's table and its indexes are, and how large they will be: by straight line, openly. */
public final class Sizes {

    private static final int PAGE = 8192;

    /**
     * @param entries rows, or entries of the index
     * @param random whether new entries go anywhere in it, so that all of it wants to be in memory
     */
    public record Part(String name, long entries, long bytes, boolean index, boolean random) {

        /** Pages from the root to a leaf, by how many entries a page holds. */
        int levels(double times) {
            double pages = (double) bytes / PAGE * times;
            double entriesAPage = Math.max(2, (double) entries * PAGE / bytes);
            return 1 + (int) Math.ceil(Math.log(pages) / Math.log(entriesAPage));
        }
    }

    private Sizes() {}

    public static List<Part> of(Server server, String database) throws SQLException {
        List<Part> parts = new ArrayList<>();
        try (Connection connection = server.connect(database);
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("""
                        SELECT c.relname, greatest(c.reltuples, 0)::bigint, pg_table_size(c.oid), c.relkind = 'i',
                            c.relkind = 'i' AND pg_get_indexdef(c.oid) ~ 'stream|message_id'
                        FROM pg_class c LEFT JOIN pg_index i ON i.indexrelid = c.oid
                        WHERE c.oid = 'log.event'::regclass OR i.indrelid = 'log.event'::regclass
                        ORDER BY c.relkind DESC, c.relname""")) {
            while (row.next()) {
                parts.add(new Part(
                        row.getString(1), row.getLong(2), row.getLong(3), row.getBoolean(4), row.getBoolean(5)));
            }
        }
        return parts;
    }

    /** @param facts there are now, and {@code wanted} to be told of */
    public static String extrapolated(List<Part> parts, long facts, long wanted) {
        double times = (double) wanted / facts;
        StringBuilder table = new StringBuilder("%n%-34s %14s %8s %18s %8s%n"
                .formatted(
                        "log.event",
                        "MB at " + "%,d".formatted(facts),
                        "levels",
                        "MB at " + "%,d".formatted(wanted),
                        "levels"));
        double inMemory = 0;
        for (Part part : parts) {
            boolean tree = part.index() && !part.name().contains("recorded_at");
            table.append("%-34s %,14.0f %8s %,18.0f %8s%n"
                    .formatted(
                            part.name(),
                            part.bytes() / 1e6,
                            tree ? part.levels(1) : "",
                            part.bytes() / 1e6 * times,
                            tree ? part.levels(times) : ""));
            inMemory += part.random() ? part.bytes() / 1e9 * times : 0;
        }
        return table
                + ("Extrapolated by straight line, levels by entries a page. New entries go to random places of the"
                                + " indexes on stream and message: to stay as fast, %,.1f GB of them want to be in memory (PostgreSQL's"
                                + " or the system's) at %,d facts.%n")
                        .formatted(inMemory, wanted);
    }
}
