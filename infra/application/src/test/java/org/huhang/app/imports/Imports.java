package org.huhang.app.imports;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;
import org.huhang.app.contract.Contracts;
import org.huhang.app.testing.RunningApplication;
import org.huhang.app.testing.RunningApplication.Answer;
import org.huhang.kernel.access.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One county officer's imports, over HTTP. */
final class Imports {

    static final String REAL = "";
    static final String DRY_RUN = "?dry-run=true";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final URI base;
    private final String token;
    private final HttpClient http = HttpClient.newHttpClient();

    private Imports(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    static Imports of(String county, RunningApplication application) {
        return at(application.base(), application.token(Role.COUNTY_OFFICER, county));
    }

    /** @param token of a county officer */
    static Imports at(URI base, String token) {
        return new Imports(base, token);
    }

    /** The sample list of 1,000 rows that comes with the application, heading and byte order mark included. */
    static byte[] sample() {
        try (InputStream file = Imports.class.getResourceAsStream("/samples/screening-list.csv")) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param query e.g. {@link #DRY_RUN} */
    Answer submit(byte[] file, String query) {
        return submit(file, query, "text/csv");
    }

    Answer submit(byte[] file, String query, String contentType) {
        return send(request("/api/imports" + query)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(file)));
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer " + token);
    }

    Answer send(HttpRequest.Builder request) {
        return new Answer(Contracts.checked(exchange(request, BodyHandlers.ofString())));
    }

    private <T> HttpResponse<T> exchange(HttpRequest.Builder request, BodyHandler<T> body) {
        try {
            return http.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @return progress of the ended job */
    JsonNode run(byte[] file, String query) {
        Answer accepted = submit(file, query);
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        follow(accepted);
        return progress(accepted);
    }

    /** What was told of the job from now to its end, oldest first. Waits for that end. */
    List<JsonNode> follow(Answer accepted) {
        Answer events = get(accepted.header("Location") + "/events");
        assertThat(events.header("Content-Type")).startsWith("text/event-stream");
        return told(events.body().lines()).toList();
    }

    /** Waits until so many rows are dealt with, and the job still goes on. */
    void reached(long rows, Answer accepted) {
        HttpResponse<Stream<String>> events =
                exchange(request(accepted.header("Location") + "/events").GET(), BodyHandlers.ofLines());
        try (Stream<String> lines = events.body()) {
            JsonNode there = told(lines)
                    .filter(progress -> progress.path("rows").asLong() >= rows)
                    .findFirst()
                    .orElseThrow();
            assertThat(there.path("state").asString()).isEqualTo("RUNNING");
        }
    }

    private static Stream<JsonNode> told(Stream<String> lines) {
        return lines.filter(line -> line.startsWith("data:"))
                .map(line -> JSON.readTree(line.substring("data:".length())));
    }

    JsonNode progress(Answer accepted) {
        return get(accepted.header("Location")).json();
    }

    Answer reportOf(JsonNode progress, String language) {
        return send(request("/api/imports/" + progress.path("id").asString() + "/report")
                .header("Accept-Language", language)
                .GET());
    }

    /** The report's rows, under its English headings. */
    List<NamedCsvRecord> rows(JsonNode progress) {
        String report = reportOf(progress, "en").body();
        assertThat(report).startsWith(BYTE_ORDER_MARK);
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(report.substring(1))) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
