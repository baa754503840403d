package org.huhang.app.imports;

import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.huhang.command.imports.ImportJob;
import org.huhang.command.imports.ImportJob.State;
import org.huhang.command.imports.ImportJob.Tally;
import org.huhang.command.imports.ImportJournal;
import org.huhang.command.imports.RowResult;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.access.Jurisdiction;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.log.RequestId;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.Refusal.FieldError;
import org.huhang.kernel.value.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Import jobs in PostgreSQL, so that any process of the installation can go on with one. */
@Component
@Transactional
class JdbcImportJournal implements ImportJournal {

    private static final String HEARD_OF = "heard_at >= clock_timestamp() - make_interval(secs => :lease)";

    /** Of each account and county with lists to be carried: how many are run at the moment, and when one was last. */
    private static final String WAITING = """
            WITH account AS (
                SELECT jurisdiction, actor, max(heard_at) AS heard_at,
                    count(*) FILTER (WHERE state = 'RUNNING' AND runner IS NOT NULL AND %s) AS run
                FROM imports.job WHERE state IN ('WAITING', 'RUNNING') GROUP BY jurisdiction, actor),
            county AS (
                SELECT jurisdiction, max(heard_at) AS heard_at, sum(run) AS run FROM account GROUP BY jurisdiction)
            """.formatted(HEARD_OF);

    private static final String MAY_BE_CLAIMED = """
            job.state IN ('WAITING', 'RUNNING') AND account.run = 0
                AND (job.state = 'WAITING' OR job.runner IS NULL OR NOT job.%s)
            """.formatted(HEARD_OF);

    private final JdbcClient db;
    private final JsonMapper json = JsonMapper.builder().build();

    JdbcImportJournal(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void open(UUID job, String fileName, boolean dryRun, Actor submittedBy, RequestId requestId, Instant at) {
        db.sql("""
                INSERT INTO imports.job (id, file_name, dry_run, actor, role, jurisdiction, request_id, client_request_id,
                    submitted_at, heard_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, clock_timestamp())""")
                .params(
                        job,
                        fileName,
                        dryRun,
                        submittedBy.id(),
                        submittedBy.role().name(),
                        submittedBy.jurisdiction().toString(),
                        requestId.value(),
                        requestId.given().orElse(null),
                        Timestamp.from(at))
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public Unfinished unfinished(Actor actor) {
        return db.sql("""
                SELECT count(*) FILTER (WHERE actor = ?) AS lists,
                    coalesce(sum(bytes) FILTER (WHERE jurisdiction = ?), 0)::bigint AS bytes_of_county,
                    coalesce(sum(bytes), 0)::bigint AS bytes
                FROM imports.job WHERE state IN ('WAITING', 'RUNNING')
                    OR state = 'RECEIVING' AND coalesce(heard_at, submitted_at) > clock_timestamp() - interval '5 minutes'""")
                .params(actor.id(), actor.jurisdiction().toString())
                .query((row, _) ->
                        new Unfinished(row.getLong("lists"), row.getLong("bytes_of_county"), row.getLong("bytes")))
                .single();
    }

    @Override
    public void keep(UUID job, int piece, byte[] bytes) {
        db.sql("INSERT INTO imports.piece (job, piece, bytes) VALUES (?, ?, ?)")
                .params(job, piece, bytes)
                .update();
        db.sql("UPDATE imports.job SET bytes = bytes + ?, heard_at = clock_timestamp() WHERE id = ?")
                .params(bytes.length, job)
                .update();
    }

    @Override
    public void received(UUID job, long bytes) {
        db.sql("UPDATE imports.job SET state = 'WAITING', bytes = ?, heard_at = NULL WHERE id = ?")
                .params(bytes, job)
                .update();
    }

    @Override
    public void discard(UUID job) {
        db.sql("DELETE FROM imports.job WHERE id = ?").params(job).update();
    }

    @Override
    public Optional<ImportJob> find(UUID job) {
        return db.sql("SELECT * FROM imports.job WHERE id = ?")
                .params(job)
                .query(this::job)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public List<ImportJob> find(Collection<UUID> jobs) {
        return db.sql("SELECT * FROM imports.job WHERE id = ANY (?)")
                .param(jobs.toArray(UUID[]::new))
                .query(this::job)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<ImportJob> recent(Predicate<Jurisdiction> handedInBy, int limit) {
        String[] offices = offices().stream()
                .filter(office -> handedInBy.test(Jurisdiction.of(office)))
                .toArray(String[]::new);
        return db.sql("""
                SELECT newest.* FROM unnest(:offices::text[]) AS office CROSS JOIN LATERAL (
                    SELECT * FROM imports.job
                    WHERE jurisdiction = office AND state <> 'RECEIVING'
                    ORDER BY submitted_at DESC LIMIT :limit) AS newest
                ORDER BY submitted_at DESC LIMIT :limit""")
                .param("offices", offices)
                .param("limit", limit)
                .query(this::job)
                .list();
    }

    /** All that have handed in a list: from one to the next by the index, not job by job. */
    private List<String> offices() {
        return db.sql("""
                WITH RECURSIVE office (code) AS (
                    SELECT min(jurisdiction) FROM imports.job WHERE state <> 'RECEIVING'
                    UNION ALL
                    SELECT (SELECT min(jurisdiction) FROM imports.job WHERE jurisdiction > code AND state <> 'RECEIVING')
                    FROM office WHERE code IS NOT NULL)
                SELECT code FROM office WHERE code IS NOT NULL""").query(String.class).list();
    }

    @Override
    public Optional<ImportJob> claim(UUID runner, Duration lease) {
        // An upload that broke off with its process is no job, and its content is personal.
        db.sql("DELETE FROM imports.job WHERE state = 'RECEIVING'"
                        + " AND coalesce(heard_at, submitted_at) < clock_timestamp() - interval '1 hour'")
                .update();
        return db.sql("""
                %s
                UPDATE imports.job SET state = 'RUNNING', runner = :runner, heard_at = clock_timestamp(),
                    attempts = attempts + 1
                WHERE id = (
                    SELECT job.id FROM imports.job
                        JOIN account USING (jurisdiction, actor)
                        JOIN county USING (jurisdiction)
                    WHERE %s
                    ORDER BY county.run, county.heard_at NULLS FIRST, account.heard_at NULLS FIRST, job.submitted_at
                    LIMIT 1
                    FOR UPDATE OF job SKIP LOCKED)
                RETURNING *""".formatted(WAITING, MAY_BE_CLAIMED))
                .param("runner", runner)
                .param("lease", lease.toSeconds())
                .query(this::job)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isAnyWaiting(Duration lease) {
        return db.sql("%s SELECT EXISTS (SELECT FROM imports.job JOIN account USING (jurisdiction, actor) WHERE %s)"
                        .formatted(WAITING, MAY_BE_CLAIMED))
                .param("lease", lease.toSeconds())
                .query(Boolean.class)
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public InputStream content(UUID job, long from) {
        record PieceStart(int piece, long before) {}
        PieceStart start = db.sql("""
                SELECT piece, before FROM (
                    SELECT piece, sum(octet_length(bytes)) OVER (ORDER BY piece) - octet_length(bytes) AS before
                    FROM imports.piece WHERE job = ?) AS pieces
                WHERE before <= ? ORDER BY piece DESC LIMIT 1""")
                .params(job, from)
                .query((row, _) -> new PieceStart(row.getInt("piece"), row.getLong("before")))
                .optional()
                .orElse(new PieceStart(0, 0));
        return Pieces.from(start.piece(), (int) (from - start.before()), piece -> db.sql(
                        "SELECT bytes FROM imports.piece WHERE job = ? AND piece = ?")
                .params(job, piece)
                .query(byte[].class)
                .optional());
    }

    @Override
    public void describe(UUID job, String encoding, List<String> ignoredColumns) {
        db.sql("UPDATE imports.job SET encoding = ?, ignored_columns = ? WHERE id = ?")
                .params(encoding, ignoredColumns.toArray(String[]::new), job)
                .update();
    }

    @Override
    public boolean progress(UUID job, UUID runner, Tally tally, List<RowResult> results) {
        int mine = db.sql("""
                UPDATE imports.job SET heard_at = clock_timestamp(),
                    attempts = CASE WHEN last_row < ? THEN 0 ELSE attempts END,
                    last_row = ?, read_to = ?, imported = ?, unchanged = ?, refused = ?, duplicates = ?
                WHERE id = ? AND runner = ? AND state = 'RUNNING'""")
                .params(
                        tally.lastRow(),
                        tally.lastRow(),
                        tally.readTo(),
                        tally.imported(),
                        tally.unchanged(),
                        tally.refused(),
                        tally.possibleDuplicates(),
                        job,
                        runner)
                .update();
        if (mine == 1) {
            keep(job, results);
        }
        return mine == 1;
    }

    /** One statement for all of them; what a row was screened as are names without commas. */
    private void keep(UUID job, List<RowResult> results) {
        db.sql("""
                INSERT INTO imports.row_result (job, row, outcome, case_id, screened, reasons)
                SELECT ?, r.row, r.outcome, r.case_id, string_to_array(r.screened, ','), r.reasons::jsonb
                FROM unnest(?::bigint[], ?::text[], ?::uuid[], ?::text[], ?::text[])
                    AS r (row, outcome, case_id, screened, reasons)""")
                .params(
                        job,
                        results.stream().map(RowResult::row).toArray(Long[]::new),
                        texts(results, result -> result.outcome().name()),
                        results.stream()
                                .map(result ->
                                        result.caseId().map(CaseId::value).orElse(null))
                                .toArray(UUID[]::new),
                        texts(results, result -> String.join(",", result.screened())),
                        texts(results, result -> json.writeValueAsString(result.reasons())))
                .update();
    }

    private static String[] texts(List<RowResult> results, Function<RowResult, String> text) {
        return results.stream().map(text).toArray(String[]::new);
    }

    @Override
    public void foresee(UUID job, long row, List<String> marks) {
        db.sql("INSERT INTO imports.foreseen (job, row, mark) SELECT ?, ?, mark FROM unnest(?::text[]) AS mark"
                        + " ON CONFLICT (job, mark) DO NOTHING")
                .params(job, row, marks.toArray(String[]::new))
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean foreseen(UUID job, long row, List<String> marks) {
        return db.sql("SELECT EXISTS (SELECT FROM imports.foreseen WHERE job = ? AND mark = ANY (?) AND row < ?)")
                .params(job, marks.toArray(String[]::new), row)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void release(UUID job, UUID runner) {
        db.sql("UPDATE imports.job SET runner = NULL WHERE id = ? AND runner = ?")
                .params(job, runner)
                .update();
    }

    @Override
    public void finish(UUID job, UUID runner, Optional<Refusal> failure, Instant at) {
        int mine = db.sql("UPDATE imports.job SET state = ?, failure = ?::jsonb, finished_at = ?"
                        + " WHERE id = ? AND runner = ? AND state = 'RUNNING'")
                .params(
                        failure.isPresent() ? State.FAILED.name() : State.DONE.name(),
                        failure.map(json::writeValueAsString).orElse(null),
                        Timestamp.from(at),
                        job,
                        runner)
                .update();
        if (mine == 1) {
            // The file has been carried over; the facts and the per-row report stay, its personal content need not.
            db.sql("DELETE FROM imports.piece WHERE job = ?").params(job).update();
            db.sql("DELETE FROM imports.foreseen WHERE job = ?").params(job).update();
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<RowResult> results(UUID job, long afterRow, int limit) {
        return db.sql("SELECT * FROM imports.row_result WHERE job = ? AND row > ? ORDER BY row LIMIT ?")
                .params(job, afterRow, limit)
                .query(this::result)
                .list();
    }

    private ImportJob job(ResultSet row, int number) throws SQLException {
        Actor actor = new Actor(
                row.getString("actor"),
                Role.valueOf(row.getString("role")),
                Jurisdiction.of(row.getString("jurisdiction")));
        return new ImportJob(
                row.getObject("id", UUID.class),
                row.getString("file_name"),
                row.getBoolean("dry_run"),
                actor,
                new RequestId(row.getString("request_id"), Optional.ofNullable(row.getString("client_request_id"))),
                row.getTimestamp("submitted_at").toInstant(),
                State.valueOf(row.getString("state")),
                row.getLong("bytes"),
                new Tally(
                        row.getLong("last_row"),
                        row.getLong("read_to"),
                        row.getLong("imported"),
                        row.getLong("unchanged"),
                        row.getLong("refused"),
                        row.getLong("duplicates")),
                row.getInt("attempts"),
                Optional.ofNullable(row.getString("encoding")),
                texts(row, "ignored_columns"),
                Optional.ofNullable(row.getString("failure")).map(text -> json.readValue(text, Refusal.class)),
                Optional.ofNullable(row.getTimestamp("finished_at")).map(Timestamp::toInstant));
    }

    private RowResult result(ResultSet row, int number) throws SQLException {
        return new RowResult(
                row.getLong("row"),
                RowResult.Status.valueOf(row.getString("outcome")),
                Optional.ofNullable(row.getObject("case_id", UUID.class)).map(CaseId::of),
                texts(row, "screened"),
                Arrays.asList(json.readValue(row.getString("reasons"), FieldError[].class)));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
