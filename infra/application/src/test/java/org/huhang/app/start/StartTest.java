package org.huhang.app.start;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.huhang.app.database.DataFolder;
import org.huhang.app.database.OutsideDatabase;
import org.huhang.app.testing.RunningApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** Each reason not to start is one sentence that says what to do. */
class StartTest {

    @TempDir
    Path root;

    @Test
    void the_local_issuer_is_refused_on_an_address_others_can_reach() {
        assertThat(sentence("--server.address=0.0.0.0"))
                .startsWith("The local token issuer is only for this machine, but server.address is \"0.0.0.0\"")
                .contains("huhang.security.issuer");
        assertThat(sentence("--server.address=")).contains("every address");
    }

    @Test
    void the_local_issuer_is_refused_beside_a_database_on_another_machine() {
        for (String hosts : List.of("192.0.2.1:5432", "127.0.0.1:5432,192.0.2.1:5432", "192.0.2.1,127.0.0.1")) {
            assertThat(sentence(
                            "--huhang.database.url=jdbc:postgresql://" + hosts + "/huhang",
                            "--huhang.database.username=huhang"))
                    .startsWith("The local token issuer is only for this machine, but the database is on another");
        }
    }

    @Test
    void a_provider_is_refused_whose_keys_could_be_swapped_on_the_way() {
        assertThat(sentence("--huhang.security.issuer=http://192.0.2.1/realms/huhang"))
                .startsWith("huhang.security.issuer is \"http://192.0.2.1/realms/huhang\": plain http is only for this")
                .endsWith("Use https.");
        assertThat(sentence(
                        "--huhang.security.issuer=https://sso.example.org/realms/huhang",
                        "--huhang.security.jwk-set-uri=http://192.0.2.1/keys"))
                .startsWith("huhang.security.jwk-set-uri is \"http://192.0.2.1/keys\": plain http is only for this");
        for (String none : List.of("sso.example.org", "ftp://sso.example.org", "https:///realms", "https://a b/")) {
            assertThat(sentence("--huhang.security.issuer=" + none)).contains("which is no address of a provider");
        }
    }

    @Test
    void a_key_about_tokens_that_means_nothing() {
        assertThat(sentence("--huhang.security.jwk-set-uri=https://sso.example.org/keys"))
                .isEqualTo("huhang.security.jwk-set-uri needs a huhang.security.issuer beside it.");
        assertThat(sentence("--huhang.security.token-type=JWT"))
                .isEqualTo("huhang.security.token-type must be any or at+jwt.");
        assertThat(sentence("--huhang.security.role-claim="))
                .isEqualTo("huhang.security.role-claim must name a claim.");
    }

    @Test
    void a_port_that_is_taken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(sentence("--server.port=" + taken.getLocalPort()))
                    .startsWith("Port " + taken.getLocalPort() + " is taken by another program")
                    .contains("server.port");
        }
    }

    @Test
    void an_outside_database_that_cannot_be_used() {
        assertThat(sentence(
                        "--huhang.database.url=jdbc:postgresql://127.0.0.1:1/huhang", "--huhang.database.username=u"))
                .startsWith("The PostgreSQL of huhang.database.url cannot be reached")
                .doesNotContain("Exception");
        assertThat(sentence("--huhang.database.url=jdbc:mysql://127.0.0.1/huhang", "--huhang.database.username=u"))
                .startsWith("huhang.database.url must be the JDBC address of a PostgreSQL");
        assertThat(sentence("--huhang.database.url=jdbc:postgresql://127.0.0.1/huhang"))
                .contains("huhang.database.username");
    }

    @Test
    void an_outside_database_takes_three_keys_and_nothing_else() throws IOException {
        try (OutsideDatabase outside = OutsideDatabase.startedIn(root.resolve("outside"));
                RunningApplication application = RunningApplication.startWith(
                        List.of(EarlyVisitor.class),
                        root.resolve("data"),
                        "--huhang.database.url=" + outside.url(),
                        "--huhang.database.username=" + outside.username(),
                        "--huhang.database.password=" + outside.password())) {
            assertThat(application
                            .send(application.request("/health").GET())
                            .json()
                            .path("status")
                            .asString())
                    .isEqualTo("UP");
            assertThat(root.resolve("data/database")).doesNotExist();
            // The same start shows that cases are out of reach until it is done.
            assertThat(EarlyVisitor.told).contains("SERVICE_UNAVAILABLE");
            assertThat(EarlyVisitor.readiness.statusCode()).isEqualTo(503);
            assertThat(EarlyVisitor.readiness.body()).isEqualTo("{\"status\":\"OUT_OF_SERVICE\"}");
            assertThat(EarlyVisitor.liveness.body()).isEqualTo("{\"status\":\"UP\"}");
            RunningApplication.Answer withoutToken =
                    application.send(application.request("/api/cases").GET());
            assertThat(withoutToken.code()).isEqualTo("UNAUTHENTICATED");
            assertThat(sentence(
                            "--huhang.database.url=" + outside.url(),
                            "--huhang.database.username=" + outside.username(),
                            "--huhang.database.password=guessed"))
                    .contains("does not let \"huhang\" in");
            assertThat(sentence(
                            "--huhang.database.url=" + outside.url() + "2",
                            "--huhang.database.username=" + outside.username(),
                            "--huhang.database.password=" + outside.password()))
                    .contains("does not exist");
        }
    }

    @Test
    void an_axon_server_that_is_not_there() {
        assertThat(sentence(
                        "--huhang.event-store=axon-server",
                        "--axon.axonserver.servers=127.0.0.1:1",
                        "--axon.axonserver.connect-timeout=200"))
                .startsWith("No Axon Server answers at 127.0.0.1:1: check axon.axonserver.servers")
                .doesNotContain("Exception");
        assertThat(sentence("--huhang.event-store=paper"))
                .startsWith("huhang.event-store is \"paper\", which is not a value of postgres, axon");
    }

    @Test
    void a_key_with_a_value_it_cannot_take_or_a_name_nobody_knows() {
        assertThat(sentence("--huhang.role=king"))
                .isEqualTo("huhang.role is \"king\": it must be all, command or query.");
        assertThat(sentence("--huhang.demo-children=many"))
                .isEqualTo("huhang.demo-children is \"many\", which is not a number.");
        assertThat(sentence("--huhang.demo-children=0")).startsWith("huhang.demo-children must be a number above 0");
        assertThat(sentence("--huhang.request.max-body=big"))
                .isEqualTo("huhang.request.max-body is \"big\", which is not a size such as 1MB.");
        assertThat(sentence("--huhang.demmo=false")).startsWith("There is no configuration key huhang.demmo");
        assertThat(sentence("--huhang.security.algorithm=none")).contains("huhang.security.algorithm");
        assertThat(sentence("--huhang.policy-folder=/no/such/folder")).contains("huhang.policy-folder");
    }

    @Test
    void a_configuration_file_that_cannot_be_read_is_not_quoted() throws IOException {
        Path file =
                Files.writeString(root.resolve("application.yml"), "huhang:\n  database:\n    password: \"secret\n");

        assertThat(sentence("--spring.config.additional-location=file:" + file))
                .startsWith("A configuration file")
                .contains("correct its line ")
                .doesNotContain("secret");
    }

    @Test
    void a_file_of_the_data_folder_that_cannot_be_used() throws IOException {
        Path secrets = Files.createDirectories(root.resolve("secrets"));
        Path key = Files.writeString(secrets.resolve("issuer.jwk"), "{}");
        assertThat(sentence())
                .isEqualTo("The key of the local issuer, " + key + ", is damaged: remove it, and a new one is made.");
        Files.write(key, new byte[] {(byte) 0xff});
        assertThat(sentence()).startsWith("The file " + key + " is damaged");
        Files.delete(key);
        Files.writeString(root.resolve("tokens"), "a file where a folder should be");
        assertThat(sentence()).startsWith("The data folder " + root + " cannot be used");
    }

    @Test
    void a_policy_table_that_cannot_be_read() throws IOException {
        Path table = root.resolve("policy/visit-cadence.tsv");
        Files.createDirectories(table.getParent());
        for (byte[] broken :
                List.of(new byte[0], new byte[] {(byte) 0xff, 0}, "edition\tparameter\n".getBytes(UTF_8))) {
            Files.write(table, broken);
            assertThat(sentence("--huhang.policy-folder=" + table.getParent()))
                    .startsWith("The tables in huhang.policy-folder cannot be used (visit-cadence.tsv, line ");
        }
    }

    /**
     * Starts the application on what must not start, and gives what its operator would be told. Of what was started
     * nothing is left.
     */
    private String sentence(String... keys) {
        try (RunningApplication _ = RunningApplication.start(root, keys)) {
            throw new AssertionError("The application started");
        } catch (RuntimeException refused) {
            assertThat(root.resolve("database/postmaster.pid")).doesNotExist();
            release(root);
            return StartFailures.sentenceFor(refused).orElseThrow(() -> refused);
        }
    }

    /** Which is only there to be taken where nobody holds it any more. */
    private static void release(Path root) {
        try {
            DataFolder.hold(root).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks for cases, and how the application does, while the start is under way. */
    static final class EarlyVisitor implements StartTask {

        private static String told = "";
        private static HttpResponse<String> readiness;
        private static HttpResponse<String> liveness;

        private final ServletWebServerApplicationContext server;

        EarlyVisitor(ServletWebServerApplicationContext server) {
            this.server = server;
        }

        @Override
        public void run(Progress progress) {
            told = get("/api/cases").body();
            readiness = get("/health/readiness");
            liveness = get("/health/liveness");
        }

        private HttpResponse<String> get(String path) {
            URI address = URI.create("http://127.0.0.1:" + server.getWebServer().getPort() + path);
            try (HttpClient http = HttpClient.newHttpClient()) {
                return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
