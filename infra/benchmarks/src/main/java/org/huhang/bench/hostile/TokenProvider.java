package org.huhang.bench.hostile;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.huhang.kernel.access.Role;

/** An OpenID provider on loopback, of which only what the service asks is there: discovery and keys. It can fall silent. */
public final class TokenProvider implements AutoCloseable {

    private static final Duration LIFETIME = Duration.ofHours(12);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    private final ECKey key;
    private final HttpServer server;
    private final ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean silent;

    private TokenProvider(ECKey key, HttpServer server) {
        this.key = key;
        this.server = server;
    }

    public static TokenProvider start() throws IOException, JOSEException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        TokenProvider provider = new TokenProvider(
                new ECKeyGenerator(Curve.P_256).keyID("of-the-benchmark").generate(), server);
        server.setExecutor(provider.askers);
        server.createContext(
                "/.well-known/openid-configuration",
                asked -> provider.answer(asked, """
                {"issuer": "%s", "jwks_uri": "%s/keys"}""".formatted(provider.issuer(), provider.issuer())));
        server.createContext(
                "/keys", asked -> provider.answer(asked, new JWKSet(provider.key.toPublicJWK()).toString()));
        server.start();
        return provider;
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Of accounts of their own, {@code <account>-0} and on. */
    public List<String> tokens(String account, Role role, String division, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> token(account + "-" + number, role, division))
                .toList();
    }

    private String token(String account, Role role, String division) {
        Instant now = Instant.now();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType("at+jwt"))
                        .keyID(key.getKeyID())
                        .build(),
                new JWTClaimsSet.Builder()
                        .issuer(issuer())
                        .jwtID(UUID.randomUUID().toString())
                        .audience("huhang")
                        .subject(account)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(LIFETIME)))
                        .claim("huhang_role", role.name())
                        .claim("huhang_division", division)
                        .build());
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    /** From now on it takes connections and questions, and answers nothing; or answers again, also what it was asked before. */
    void silent(boolean silent) {
        this.silent = silent;
    }

    private void answer(HttpExchange asked, String body) throws IOException {
        try (asked) {
            long latest = System.nanoTime() + LONGEST_SILENCE.toNanos();
            while (silent && System.nanoTime() - latest < 0) {
                Thread.sleep(Duration.ofMillis(50));
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            asked.getResponseHeaders().set("Content-Type", "application/json");
            asked.sendResponseHeaders(200, bytes.length);
            asked.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        askers.shutdownNow();
    }
}
