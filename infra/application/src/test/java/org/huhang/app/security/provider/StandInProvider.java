package org.huhang.app.security.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** An OpenID provider on a free port of 127.0.0.1: discovery, keys and tokens; as well or as badly as a test wants it. */
public final class StandInProvider implements AutoCloseable {

    /** How it takes a question. */
    public enum Mood {
        ANSWERS,
        /** Takes it, and says nothing. */
        SILENT,
        /** Sends a byte now and then, and never comes to an end. */
        DRIPS,
        BROKEN,
        /** Answers with a document of another sort. */
        BABBLES,
        /** Sends more than anybody wants to read. */
        ENDLESS
    }

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger questions = new AtomicInteger();
    private final AtomicInteger keysAskedFor = new AtomicInteger();
    private final HttpServer server;
    private volatile Mood mood = Mood.ANSWERS;
    private volatile ECKey key = newKey();
    private volatile String self;

    public StandInProvider() {
        this(0);
    }

    /** @param port of one that was closed, to come back as that one */
    public StandInProvider(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        self = address();
        server.setExecutor(threads);
        server.createContext("/realm/.well-known/openid-configuration", exchange -> answer(exchange, discovery()));
        server.createContext("/realm/keys", exchange -> {
            keysAskedFor.incrementAndGet();
            answer(exchange, new JWKSet(key.toPublicJWK()).toString());
        });
        server.start();
    }

    /** What it is called where nothing else is wanted; without a slash at the end. */
    public String address() {
        return "http://127.0.0.1:" + port() + "/realm";
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public void is(Mood now) {
        mood = now;
    }

    /** What its discovery document gives for {@code issuer}. */
    public void callsItself(String name) {
        self = name;
    }

    /** Signs with a new key from now on, and knows the old one no more. */
    public void changesKeys() {
        key = newKey();
    }

    /** How often it was asked for anything. */
    public int questions() {
        return questions.get();
    }

    public int keysAskedFor() {
        return keysAskedFor.get();
    }

    public ECKey key() {
        return key;
    }

    /** An access token as Huhang takes it, but for what the test changes. */
    public String token(Consumer<JWTClaimsSet.Builder> but) {
        return token(JOSEObjectType.JWT, key, but);
    }

    public String token(JOSEObjectType type, ECKey with, Consumer<JWTClaimsSet.Builder> but) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(address())
                .audience("huhang")
                .subject("officer-1")
                .jwtID(UUID.randomUUID().toString())
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .claim("huhang_role", "COUNTY_OFFICER")
                .claim("huhang_division", "330109");
        but.accept(claims);
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .type(type)
                            .keyID(with.getKeyID())
                            .build(),
                    claims.build());
            token.sign(new ECDSASigner(with));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String discovery() {
        return "{\"issuer\":\"" + self + "\",\"jwks_uri\":\"" + address() + "/keys\"}";
    }

    private void answer(HttpExchange exchange, String document) throws IOException {
        questions.incrementAndGet();
        try (exchange) {
            switch (mood) {
                case ANSWERS -> send(exchange, 200, document);
                case BROKEN -> send(exchange, 500, "");
                case BABBLES -> send(exchange, 200, "<html>Please sign in</html>");
                case SILENT -> waitForTheEnd();
                case DRIPS -> {
                    exchange.sendResponseHeaders(200, 0);
                    while (closed.getCount() > 0 && mood == Mood.DRIPS) {
                        exchange.getResponseBody().write(' ');
                        exchange.getResponseBody().flush();
                        closed.await(50, TimeUnit.MILLISECONDS);
                    }
                }
                case ENDLESS -> {
                    exchange.sendResponseHeaders(200, 0);
                    byte[] spaces = " ".repeat(65_536).getBytes(StandardCharsets.UTF_8);
                    while (closed.getCount() > 0) {
                        exchange.getResponseBody().write(spaces);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void waitForTheEnd() throws InterruptedException {
        closed.await();
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
