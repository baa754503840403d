package org.huhang.app.imports;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Jobs that another process of the installation seems to run, for as long as a test needs. */
final class TakenElsewhere {

    private final JdbcClient database;

    TakenElsewhere(JdbcClient database) {
        this.database = database;
    }

    UUID add(String account, String county, long bytes) {
        UUID job = UUID.randomUUID();
        database.sql("""
                INSERT INTO imports.job (id, file_name, dry_run, actor, role, jurisdiction, request_id, submitted_at, state,
                    bytes, runner, heard_at)
                VALUES (?, 'elsewhere.csv', true, ?, 'COUNTY_OFFICER', ?, 'elsewhere', clock_timestamp(), 'RUNNING', ?,
                    gen_random_uuid(), clock_timestamp() + interval '1 hour')""").params(job, account, county, bytes).update();
        return job;
    }

    void cameOn(UUID job, long rows) {
        database.sql("UPDATE imports.job SET imported = ? WHERE id = ?")
                .params(rows, job)
                .update();
    }

    void end(UUID job) {
        database.sql("DELETE FROM imports.job WHERE id = ?").param(job).update();
    }
}
