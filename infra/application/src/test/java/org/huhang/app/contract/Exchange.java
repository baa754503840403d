package org.huhang.app.contract;

import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was asked and what came back.
 *
 * @param path without its query
 * @param headers looks one up, whatever its case
 */
public record Exchange(
        String method, String path, int status, Function<String, Optional<String>> headers, String body) {

    public static Exchange of(HttpResponse<String> response) {
        return new Exchange(
                response.request().method(),
                response.request().uri().getRawPath(),
                response.statusCode(),
                response.headers()::firstValue,
                response.body());
    }

    Optional<String> header(String name) {
        return headers.apply(name);
    }

    /** Without its parameters; empty where there is none. */
    String mediaType() {
        return header("Content-Type").orElse("").split(";")[0].strip();
    }
}
