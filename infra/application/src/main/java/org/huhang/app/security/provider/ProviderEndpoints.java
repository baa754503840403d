package org.huhang.app.security.provider;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a provider for its keys over HTTP. Whatever the provider does, an answer or a failure is there within the time set;
 * no redirect is followed, and no more than half a megabyte is read.
 */
final class ProviderEndpoints implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderEndpoints.class);
    private static final int LARGEST = 512 * 1024;

    private final HttpClient http;
    private final Duration longestWait;
    private final String issuer;
    private final boolean discovers;
    private volatile URI keys;

    /** @param keys null to ask the provider for it, as OpenID Connect Discovery 1.0 says */
    ProviderEndpoints(String issuer, URI keys, Duration longestWait) {
        this.issuer = issuer;
        this.keys = keys;
        this.discovers = keys == null;
        this.longestWait = longestWait;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(longestWait)
                .build();
    }

    /** @throws NoKeys with what the provider did instead */
    JWKSet keys() throws NoKeys {
        long latest = System.nanoTime() + longestWait.toNanos();
        try {
            if (keys == null) {
                keys = discovered(latest);
            }
            return JWKSet.parse(body(keys, latest));
        } catch (ParseException e) {
            throw forgetting(new NoKeys("answered with something that is no set of keys"));
        } catch (NoKeys none) {
            throw forgetting(none);
        }
    }

    /** It may have moved them: where they are is asked anew after a failure. */
    private NoKeys forgetting(NoKeys failure) {
        if (discovers) {
            keys = null;
        }
        return failure;
    }

    private URI discovered(long latest) throws NoKeys {
        Map<String, Object> said =
                document(body(URI.create(withoutSlash(issuer) + "/.well-known/openid-configuration"), latest));
        String self = Objects.toString(said.get("issuer"), "");
        if (!withoutSlash(self).equals(withoutSlash(issuer))) {
            throw new NoKeys("calls itself by another name than huhang.security.issuer: " + shown(self));
        }
        if (!self.equals(issuer)) {
            LOG.warn(
                    "huhang.security.issuer and the provider differ by the slash at their end: it calls itself {}",
                    self);
        }
        return ProviderAddress.parsed(Objects.toString(said.get("jwks_uri"), ""))
                .filter(ProviderAddress::isSafe)
                .orElseThrow(
                        () -> new NoKeys("names no jwks_uri that begins with https, or with http on this machine"));
    }

    private static Map<String, Object> document(String body) throws NoKeys {
        try {
            return JSONObjectUtils.parse(body);
        } catch (ParseException e) {
            throw new NoKeys("answered with something that is no discovery document");
        }
    }

    private String body(URI address, long latest) throws NoKeys {
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(
                HttpRequest.newBuilder(address)
                        .header("Accept", "application/json")
                        .build(),
                BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST));
        try {
            HttpResponse<String> response = answer.get(latest - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (response.statusCode() != 200) {
                throw new NoKeys("answered " + response.statusCode() + " to GET " + address);
            }
            return response.body();
        } catch (TimeoutException e) {
            throw new NoKeys("did not answer within " + longestWait.toMillis() + " ms");
        } catch (ExecutionException e) {
            throw new NoKeys(why(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoKeys("was not waited for: Huhang is being stopped");
        } finally {
            // Ends the exchange too, where it is still going on.
            answer.cancel(true);
        }
    }

    private static String why(Throwable failure) {
        return switch (failure) {
            case HttpConnectTimeoutException late -> "did not take a connection in time";
            case ConnectException refused -> "cannot be connected to";
            case IOException broken -> "broke off (" + broken.getClass().getSimpleName() + ")";
            default -> "cannot be asked (" + failure.getClass().getSimpleName() + ")";
        };
    }

    private static String shown(String name) {
        return name.matches("https?://[\\x21-\\x7e]{1,200}") ? name : "nothing that is an address";
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
