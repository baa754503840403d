package org.huhang.app.faults;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All rows of a read model, read past the product, table by table in an order of their own. */
final class ReadModelRows {

    private ReadModelRows() {}

    static Map<String, List<String>> of(String readModel, Connection database) throws SQLException {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : tables(readModel, database)) {
            List<String> all = new ArrayList<>();
            try (Statement query = database.createStatement();
                    ResultSet row = query.executeQuery(
                            "SELECT to_jsonb(t)::text FROM " + readModel + "." + table + " t ORDER BY 1")) {
                while (row.next()) {
                    all.add(row.getString(1));
                }
            }
            rows.put(table, all);
        }
        return rows;
    }

    /** Those that hold what the facts add up to, and not how far the read model has come. */
    static List<String> tables(String readModel, Connection database) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (PreparedStatement query = database.prepareStatement("""
                SELECT table_name FROM information_schema.tables
                WHERE table_schema = ? AND table_type = 'BASE TABLE'
                  AND table_name NOT IN ('progress', 'parked', 'gap', 'flyway_schema_history') ORDER BY 1""")) {
            query.setString(1, readModel);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    tables.add(row.getString(1));
                }
            }
        }
        return tables;
    }
}
