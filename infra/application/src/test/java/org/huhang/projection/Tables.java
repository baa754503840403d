package org.huhang.projection;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything one copy of a read model holds, row by row, in an order of its own. */
final class Tables {

    private Tables() {}

    static Map<String, List<String>> of(String schema, JdbcClient client) {
        Map<String, List<String>> contents = new TreeMap<>();
        List<String> tables =
                client.sql("""
                        SELECT table_name FROM information_schema.tables
                        WHERE table_schema = :schema AND table_type = 'BASE TABLE'
                          AND table_name NOT IN ('progress', 'parked', 'gap', 'flyway_schema_history')""").param("schema", schema).query(String.class).list();
        for (String table : tables) {
            contents.put(
                    table,
                    client.sql("SELECT to_jsonb(t)::text FROM " + schema + "." + table + " t ORDER BY 1")
                            .query(String.class)
                            .list());
        }
        return contents;
    }
}
