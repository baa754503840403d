package org.huhang.bench.run;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huhang.bench.application.BenchApplication;
import org.huhang.bench.database.Server;
import org.huhang.bench.hostile.TokenProvider;
import org.huhang.bench.measure.Jvm;
import org.huhang.kernel.access.Role;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One application under test, in a process of its own as in production, on a database of its own. */
final class Application implements AutoCloseable {

    static final String COUNTY = "330109";
    private static final String[] MACHINE = {
        "-XX:+UseG1GC",
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:+IgnoreUnrecognizedVMOptions",
        "-XX:+UseTransparentHugePages",
        "-Xlog:pagesize=off",
        "-Xmx2g"
    };
    private static final int OFFICERS = 16;
    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration LONGEST_WORK = Duration.ofHours(2);
    private static final Pattern READY = Pattern.compile("Huhang 护航 is ready\\.  API documents: (\\S+)/docs");

    private final JsonMapper json = JsonMapper.shared();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String database;
    private final Process process;
    private final URI base;
    private final Optional<TokenProvider> provider;
    private final List<String> officers;
    private final Path output;
    private long nextChild;
    private List<String> caseIds = List.of();

    private Application(String database, Process process, URI base, Path output, Optional<TokenProvider> provider)
            throws IOException, InterruptedException {
        this.provider = provider;
        this.database = database;
        this.process = process;
        this.base = base;
        this.output = output;
        this.officers = tokens("officer", Role.COUNTY_OFFICER, COUNTY, OFFICERS);
    }

    /**
     * Returns once it is ready.
     *
     * @param provider whose tokens it takes; empty for those it issues itself
     * @param folder of its own, also where several work on one database
     * @param keys of configuration beside or instead of the benchmark's, e.g. {@code huhang.role=command}
     */
    static Application start(
            Server server, String database, Path folder, Optional<TokenProvider> provider, String... keys)
            throws IOException, InterruptedException {
        return start(Jvm.of(BenchApplication.class, MACHINE), server, database, folder, provider, keys);
    }

    /** The product as one build has it, without the benchmark's own ways in. */
    static Application start(
            Build build, Server server, String database, Path folder, TokenProvider provider, String... keys)
            throws IOException, InterruptedException {
        return start(
                Jvm.of(build.classPath(), build.main(), MACHINE),
                server,
                database,
                folder,
                Optional.of(provider),
                keys);
    }

    private static Application start(
            ProcessBuilder builder,
            Server server,
            String database,
            Path folder,
            Optional<TokenProvider> provider,
            String... keys)
            throws IOException, InterruptedException {
        Map<String, String> values = new LinkedHashMap<>(Map.of(
                "huhang.demo",
                "false",
                "huhang.data-folder",
                folder.resolve("data").toString(),
                "huhang.database.url",
                server.url(database),
                "huhang.database.username",
                Server.OWNER,
                "huhang.database.password",
                Server.OWNER,
                "server.port",
                "0"));
        provider.ifPresent(its -> values.put("huhang.security.issuer", its.issuer()));
        for (String key : keys) {
            values.put(key.substring(0, key.indexOf('=')), key.substring(key.indexOf('=') + 1));
        }
        values.forEach((key, value) -> builder.command().add("--" + key + "=" + value));
        Path output = folder.resolve("output.txt");
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            return new Application(database, process, address(process, output), output, provider);
        } catch (IOException | InterruptedException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    URI base() {
        return base;
    }

    String database() {
        return database;
    }

    List<String> officers() {
        return officers;
    }

    /** Number of the first child this application has not heard of; see {@link #heardOf}. */
    long nextChild() {
        return nextChild;
    }

    void heardOf(long child) {
        nextChild = Math.max(nextChild, child);
    }

    /** Cases to add to that were given their ids by the application; none where they follow from their numbers. */
    List<String> caseIds() {
        return caseIds;
    }

    void has(List<String> caseIds) {
        this.caseIds = List.copyOf(caseIds);
    }

    String token(Role role) throws IOException, InterruptedException {
        return tokens("officer", role, "000000", 1).getFirst();
    }

    /** Of accounts of their own, {@code <account>-0} and on. */
    List<String> tokens(String account, Role role, String division, int count)
            throws IOException, InterruptedException {
        if (provider.isPresent()) {
            return provider.get().tokens(account, role, division, count);
        }
        return inside(
                "/bench/tokens",
                Map.of("account", account, "role", role, "division", division, "count", count),
                new TypeReference<>() {});
    }

    /** One of the benchmark's own ways in. */
    <T> T inside(String path, Map<String, ?> parameters, TypeReference<T> answer)
            throws IOException, InterruptedException {
        String query = parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "="
                        + URLEncoder.encode(String.valueOf(parameter.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return json.readValue(
                send(HttpRequest.newBuilder(base.resolve(path + "?" + query))
                        .POST(HttpRequest.BodyPublishers.noBody())),
                answer);
    }

    /** A request to the application's own API. */
    <T> T api(HttpRequest.Builder request, String token, Class<T> answer) throws IOException, InterruptedException {
        return json.readValue(send(request.header("Authorization", "Bearer " + token)), answer);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path));
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response =
                http.send(request.timeout(LONGEST_WORK).build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(response.request().uri().getPath() + " answered " + response.statusCode()
                    + ": " + response.body() + "\n" + lastWords());
        }
        return response.body();
    }

    private String lastWords() throws IOException {
        List<String> said = Files.readAllLines(output);
        return String.join("\n", said.subList(Math.max(0, said.size() - 20), said.size()));
    }

    private static URI address(Process process, Path output) throws IOException, InterruptedException {
        Instant latest = Instant.now().plus(LONGEST_START);
        while (true) {
            boolean ended = process.waitFor(200, TimeUnit.MILLISECONDS);
            String said = Files.readString(output);
            Matcher ready = READY.matcher(said);
            if (ready.find()) {
                return URI.create(ready.group(1));
            }
            if (ended || Instant.now().isAfter(latest)) {
                throw new IllegalStateException("The application did not start:\n" + said);
            }
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
