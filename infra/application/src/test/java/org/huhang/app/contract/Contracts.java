package org.huhang.app.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** Holds every answer that a test hears over HTTP to the document of the application it came from. */
public final class Contracts {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, Contract> OF_APPLICATIONS = new ConcurrentHashMap<>();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** What an application with both its sides has. */
    private static final List<String> WHOLE = List.of("/api/cases", "/api/ledger");

    /** The document first seen of a whole application: making one takes a second, and most applications of a JVM have the same. */
    private static volatile Contract first;

    private Contracts() {}

    /** @return {@code response}, which is as documented */
    public static HttpResponse<String> checked(HttpResponse<String> response) {
        Exchange answer = Exchange.of(response);
        assertThat(of(response.request().uri(), answer).faults(answer))
                .as(() -> "%s %s answered %d, and not as documented: %s"
                        .formatted(answer.method(), response.request().uri(), answer.status(), answer.body()))
                .isEmpty();
        return response;
    }

    /** The document of the application that serves {@code address}. */
    public static Contract of(URI address) {
        return OF_APPLICATIONS.computeIfAbsent(address.getAuthority(), _ -> read(address.resolve("/openapi")));
    }

    private static Contract of(URI address, Exchange answer) {
        Contract known = first == null ? of(address) : first;
        if (first == null && WHOLE.stream().allMatch(known::hasAddress)) {
            first = known;
        }
        // An application with parts of a test's own, or with other parts missing, has a document of its own.
        return known.hasAddress(answer.path()) || known == first && answer.status() == 404 ? known : of(address);
    }

    private static Contract read(URI document) {
        try {
            HttpRequest request = HttpRequest.newBuilder(document)
                    .timeout(Duration.ofMinutes(1))
                    .build();
            HttpResponse<String> served = HTTP.send(request, BodyHandlers.ofString());
            assertThat(served.statusCode())
                    .as("%s: %s", document, served.body())
                    .isEqualTo(200);
            return new Contract(JSON.readTree(served.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
