package org.huhang.app.security.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huhang.app.architecture.ProjectFolder;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Keycloak on a free port of 127.0.0.1, set up by the commands of the page on providers. */
final class Keycloak implements AutoCloseable {

    private static final String ADDRESS_ON_THE_PAGE = "http://127.0.0.1:8180";
    private static final Duration LONGEST_START = Duration.ofMinutes(4);
    private static final Duration LONGEST_COMMAND = Duration.ofMinutes(2);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);
    private static final String PORTAL = "https://portal.example.org/";
    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

    /** What a login gives. */
    record Login(String access, String id, String refresh) {}

    private final Path home;
    private final Path scratch;
    private final int port;
    private final Process process;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LONGEST_ANSWER).build();

    /** @param home an unpacked distribution; what an earlier run left there is removed */
    Keycloak(Path home, Path scratch) throws IOException {
        this.home = home;
        this.scratch = scratch;
        FileSystemUtils.deleteRecursively(home.resolve("data"));
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        process = shell(ProviderPage.read().start(), "started");
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    String realm() {
        return address() + "/realms/huhang";
    }

    void awaitStart() throws IOException, InterruptedException {
        Instant latest = Instant.now().plus(LONGEST_START);
        while (!Files.readString(output("started")).contains("Listening on:")) {
            assertThat(process.isAlive() && Instant.now().isBefore(latest))
                    .as(Files.readString(output("started")))
                    .isTrue();
            Thread.sleep(200);
        }
    }

    /** Runs lines of the page, or lines like those, and gives what they print. */
    String run(String name, String commands) throws IOException, InterruptedException {
        Process shell = shell(commands, name);
        assertThat(shell.waitFor(LONGEST_COMMAND.toSeconds(), TimeUnit.SECONDS)).isTrue();
        String said = Files.readString(output(name));
        assertThat(shell.exitValue()).as(said).isZero();
        return said;
    }

    Login passwordLogin(String client) throws IOException, InterruptedException {
        return token(Map.of(
                "grant_type", "password",
                "client_id", client,
                "username", "county-officer-1",
                "password", "invented-password",
                "scope", "openid"));
    }

    Login refreshed(String client, Login login) throws IOException, InterruptedException {
        return token(Map.of("grant_type", "refresh_token", "client_id", client, "refresh_token", login.refresh()));
    }

    /** As a browser does it: the login page, its form, the code it comes back with, and PKCE. */
    Login browserLogin() throws IOException, InterruptedException {
        String verifier = "a-verifier-that-is-long-enough-for-rfc-7636-and-invented";
        HttpResponse<String> page = http.send(
                HttpRequest.newBuilder(URI.create(realm() + "/protocol/openid-connect/auth?"
                                + form(Map.of(
                                        "response_type", "code",
                                        "client_id", "huhang-portal",
                                        "redirect_uri", PORTAL,
                                        "scope", "openid",
                                        "nonce", "n-1",
                                        "code_challenge_method", "S256",
                                        "code_challenge", challenge(verifier)))))
                        .timeout(LONGEST_ANSWER)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        Matcher form = FORM.matcher(page.body());
        assertThat(form.find()).as(page.body()).isTrue();
        HttpResponse<String> answer = http.send(
                post(
                        form.group(1).replace("&amp;", "&"),
                        Map.of("username", "county-officer-1", "password", "invented-password"),
                        "Cookie",
                        cookies(page)),
                HttpResponse.BodyHandlers.ofString());
        String back = answer.headers().firstValue("Location").orElse("");
        assertThat(back).as(answer.body()).startsWith(PORTAL).contains("code=");
        return token(Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                "huhang-portal",
                "redirect_uri",
                PORTAL,
                "code_verifier",
                verifier,
                "code",
                back.replaceAll(".*[?&]code=([^&]*).*", "$1")));
    }

    /** They are for https only, or this machine, as browsers take it; Java's own keeping of cookies knows no such thing. */
    private static String cookies(HttpResponse<?> page) {
        return page.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .collect(Collectors.joining("; "));
    }

    /** It stands still, and takes connections that it does not answer. */
    void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", signal, Long.toString(server().pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    /** Its script waits for it, or has made way for it where the server was built first. */
    private ProcessHandle server() {
        return process.descendants().findFirst().orElse(process.toHandle());
    }

    private Login token(Map<String, String> grant) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                post(realm() + "/protocol/openid-connect/token", grant), HttpResponse.BodyHandlers.ofString());
        JsonNode tokens = JsonMapper.shared().readTree(answer.body());
        assertThat(answer.statusCode())
                .as(tokens.path("error_description").asString(""))
                .isEqualTo(200);
        return new Login(
                tokens.path("access_token").asString(),
                tokens.path("id_token").asString(),
                tokens.path("refresh_token").asString());
    }

    private static HttpRequest post(String address, Map<String, String> fields, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address)).timeout(LONGEST_ANSWER);
        return (headers.length == 0 ? request : request.headers(headers))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(fields)))
                .build();
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String challenge(String verifier) {
        try {
            return Base64URL.encode(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)))
                    .toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In Keycloak's folder, as the page says, and with the login of its tool kept apart from the user's own. */
    private Process shell(String commands, String name) throws IOException {
        String here =
                commands.replace(ADDRESS_ON_THE_PAGE, address()).replace("--http-port=8180", "--http-port=" + port);
        // The last line in the place of the shell, so that its end and its signals are Keycloak's.
        String last = here.strip().lines().toList().getLast();
        String line = last.startsWith("bin/kc.sh") ? here.replace(last, "exec " + last) : here;
        ProcessBuilder shell = new ProcessBuilder("bash", "-eu", "-c", line)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output(name).toFile());
        shell.environment().put("JAVA_HOME", System.getProperty("java.home"));
        shell.environment().put("HUHANG", ProjectFolder.path().toString());
        if (!last.startsWith("bin/kc.sh")) {
            shell.environment().put("KC_OPTS", "-Duser.home=" + scratch);
        }
        return shell.start();
    }

    private Path output(String name) {
        return scratch.resolve(name + ".txt");
    }

    @Override
    public void close() throws Exception {
        ProcessHandle server = server();
        if (server.isAlive()) {
            thaw();
        }
        http.shutdownNow();
        server.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            server.destroyForcibly();
            process.destroyForcibly().waitFor();
        }
    }
}
