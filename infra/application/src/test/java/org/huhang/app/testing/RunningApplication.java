package org.huhang.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huhang.app.HuhangApplication;
import org.huhang.app.contract.Contracts;
import org.huhang.app.security.LocalIssuer;
import org.huhang.kernel.access.Role;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole application as a user starts it: its own PostgreSQL in a folder of its own, spoken to over a socket. */
public final class RunningApplication implements AutoCloseable {

    /** Unpacked once for all tests of this module. */
    private static final String PROGRAMS = "target/postgresql";

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);
    private static final Duration TOKEN_LIFETIME = Duration.ofHours(1);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ConfigurableApplicationContext context;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LONGEST_ANSWER).build();

    private RunningApplication(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** One empty application for all tests of this JVM; ends with it. Tests keep apart by the cases they open. */
    public static RunningApplication shared() {
        return Shared.INSTANCE;
    }

    /** @param keys further configuration, e.g. {@code --huhang.role=query} */
    public static RunningApplication start(Path dataFolder, String... keys) {
        return startWith(List.of(), dataFolder, keys);
    }

    /** @param more parts of the test's own, as if they belonged to the application */
    public static RunningApplication startWith(List<Class<?>> more, Path dataFolder, String... keys) {
        SpringApplication application = new SpringApplication(HuhangApplication.class);
        application.addPrimarySources(more);
        application.setRegisterShutdownHook(false);
        return new RunningApplication(
                application.run(arguments(dataFolder, keys).toArray(String[]::new)));
    }

    /** How {@link #start} configures an application without demo on a free port; for those started in another way. */
    public static List<String> arguments(Path dataFolder, String... keys) {
        Map<String, String> values = new LinkedHashMap<>(Map.of(
                "--huhang.data-folder",
                dataFolder.toString(),
                "--huhang.database.programs-folder",
                PROGRAMS,
                "--huhang.demo",
                "false",
                "--server.port",
                "0"));
        for (String key : keys) {
            int equals = key.indexOf('=');
            values.put(key.substring(0, equals), key.substring(equals + 1));
        }
        return values.entrySet().stream()
                .map(key -> key.getKey() + "=" + key.getValue())
                .toList();
    }

    /** e.g. {@code http://127.0.0.1:41877} */
    public URI base() {
        int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
        return URI.create("http://127.0.0.1:" + port);
    }

    /** A token of the local issuer. */
    public String token(Role role, String division) {
        String account = role.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + division;
        return bean(LocalIssuer.class).token(account, role, division, TOKEN_LIFETIME);
    }

    public Answer get(String path, String token) {
        return send(request(path, token).GET());
    }

    public Answer post(String path, String token, String json) {
        return send(request(path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** A request to {@code path} with the bearer token, to be completed and {@link #send sent}. */
    public HttpRequest.Builder request(String path, String token) {
        return request(path).header("Authorization", "Bearer " + token);
    }

    /** A request to {@code path} without a token. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base().resolve(path)).timeout(LONGEST_ANSWER);
    }

    /** What came back, which is as documented. */
    public Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(Contracts.checked(http.send(request.build(), HttpResponse.BodyHandlers.ofString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A connection for what no decent client would send. */
    public Socket connect() throws IOException {
        Socket socket = new Socket(base().getHost(), base().getPort());
        socket.setSoTimeout(Math.toIntExact(LONGEST_ANSWER.toMillis()));
        return socket;
    }

    /**
     * All that comes back until the server closes the connection, without saying that no more will be sent.
     *
     * @param request a character a byte
     */
    public String raw(String request) {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> List<T> all(Class<T> type) {
        return List.copyOf(context.getBeansOfType(type).values());
    }

    @Override
    public void close() {
        context.close();
    }

    /** What came back, to be looked into. */
    public static JsonNode json(String body) {
        return JSON.readTree(body);
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        /** The body, but for the server's name of the request: to be compared with that of another. */
        public String unnamedBody() {
            String requestId = header("X-Request-Id");
            assertThat(requestId).isNotEmpty();
            return body().replace(requestId, "this-request");
        }

        public JsonNode json() {
            return RunningApplication.json(body());
        }

        /** The refusal's code; empty for an answer that is none. */
        public String code() {
            return json().path("code").asString("");
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    private static final class Shared {
        static final RunningApplication INSTANCE = start();

        private static RunningApplication start() {
            try {
                Path folder = Files.createTempDirectory("huhang-test");
                RunningApplication application = RunningApplication.start(folder);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    application.close();
                    FileSystemUtils.deleteRecursively(folder.toFile());
                }));
                return application;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
