package org.huhang.bench.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A table shaped like the log's, with the log's indexes and a payload of a home visit's size, but with nothing of the log
 * in it: what PostgreSQL does by itself on this machine.
 */
public final class PlainTable {

    static final String DATABASE = "plain";

    private static final String PAYLOAD = "jsonb_build_object('visitor', '李老师', 'seen', repeat('家中整洁。', 8),"
            + " 'childView', '愿意和爷爷奶奶住', 'risk', 'LOW', 'nextVisitBy', '2027-01-01', 'edition', 'visits-2024',"
            + " 'effectiveOn', '2026-11-01')";
    private static final String METADATA =
            "jsonb_build_object('actor', 'officer-1', 'role', 'COUNTY_OFFICER', 'jurisdiction',"
                    + " '330109', 'request', gen_random_uuid(), 'channel', 'API', 'demo', false)";

    private PlainTable() {}

    public static void create(Server server) throws SQLException {
        server.create(DATABASE);
        create(server, DATABASE);
    }

    /** In a database that is there, beside whatever else it holds. */
    public static void create(Server server, String database) throws SQLException {
        try (Connection connection = server.connect(database);
                Statement sql = connection.createStatement()) {
            sql.execute("""
                    CREATE TABLE event (
                        position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                        stream uuid NOT NULL,
                        version bigint NOT NULL,
                        name text NOT NULL,
                        revision integer NOT NULL,
                        payload jsonb NOT NULL,
                        metadata jsonb NOT NULL,
                        recorded_at timestamptz NOT NULL,
                        effective_on date NOT NULL,
                        message_id uuid NOT NULL UNIQUE,
                        UNIQUE (stream, version))""");
        }
    }

    /** One statement that inserts {@code rows} rows; takes no parameter. */
    public static String insert(int rows) {
        return "INSERT INTO event (stream, version, name, revision, payload, metadata, recorded_at, effective_on, message_id)"
                + " SELECT gen_random_uuid(), 1, 'HomeVisitRecorded', 1, " + PAYLOAD + ", " + METADATA
                + ", clock_timestamp(), current_date, gen_random_uuid()"
                + (rows == 1 ? "" : " FROM generate_series(1, " + rows + ")");
    }
}
