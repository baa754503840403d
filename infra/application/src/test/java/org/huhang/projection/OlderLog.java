package org.huhang.projection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What an older version of Huhang left: its log, the rows its read models had made of it, and what it answered. */
final class OlderLog {

    /** Tables of the log in the schema of {@code db/log/V1__log.sql}. */
    static final List<String> LOG =
            List.of("event", "receipt", "document_holder", "lookalike", "merged_case", "installation");

    /** What readers are shown of each. What folds kept for themselves has another form since. */
    static final Map<String, List<String>> READ_MODELS = Map.of(
            "audit", List.of("fact", "case_scope"),
            "ledger", List.of("child"),
            "statistics", List.of("fact", "spell"),
            "worklist", List.of("task"));

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String name;

    /** @param name of the folder under {@code older-logs} */
    OlderLog(String name) {
        this.name = name;
    }

    /** @param table of one of the schemas above, e.g. {@code log.event} */
    CopiedTable table(String table) {
        return CopiedTable.of(text(table + ".tsv"));
    }

    /**
     * Rows that differ since from those kept, each looked at and found right: heading, then rows, in the form of
     * {@link CopiedTable}.
     */
    List<String> approved(String table) {
        return text("approved/" + table + ".tsv").lines().toList();
    }

    List<KeptExchange> exchanges() {
        return text("exchanges.jsonl")
                .lines()
                .map(line -> JSON.readValue(line, KeptExchange.class))
                .toList();
    }

    void writeLogTo(Connection connection) throws SQLException, IOException {
        for (String table : LOG) {
            table("log." + table).writeTo(connection, "log." + table);
        }
    }

    static void keep(Path folder, String table, CopiedTable rows) throws IOException {
        Files.writeString(folder.resolve(table + ".tsv"), rows.text());
    }

    static void keep(Path folder, List<KeptExchange> exchanges) throws IOException {
        Files.write(
                folder.resolve("exchanges.jsonl"),
                exchanges.stream().map(JSON::writeValueAsString).toList());
    }

    private String text(String file) {
        String path = "/older-logs/" + name + "/" + file;
        try (InputStream in = OlderLog.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("There is no " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
