package org.huhang.app.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huhang.app.testing.RunningApplication;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A client's developer takes the served document to their tools: a linter, and a generator of TypeScript. Needs Node and
 * the packages of {@code src/test/client}; a machine without them skips this, unless {@code HUHANG_CLIENT_CHECK=required}.
 */
class ClientTest {

    private static final Path SOURCES = Path.of("src/test/client");
    private static final Path WORKPLACE = Path.of("target/client");

    /** What the linter runs on, see its engines. */
    private static final Pattern NODE = Pattern.compile("v(\\d+)\\.(\\d+)\\.\\d+");

    private static final long LONGEST_MINUTES = 5;

    private record Ended(int code, String said) {}

    @BeforeAll
    static void prepare() throws IOException, InterruptedException {
        Matcher version = NODE.matcher(run("node", "--version").said().strip());
        if (!version.matches()
                || !isGoodEnough(Integer.parseInt(version.group(1)), Integer.parseInt(version.group(2)))) {
            skip("there is no Node 20.19 or later");
        }
        Files.createDirectories(WORKPLACE);
        for (String file :
                List.of("package.json", "package-lock.json", ".npmrc", "redocly.yaml", "tsconfig.json", "client.ts")) {
            Files.write(WORKPLACE.resolve(file), Files.readAllBytes(SOURCES.resolve(file)));
        }
        RunningApplication application = RunningApplication.shared();
        Files.writeString(
                WORKPLACE.resolve("openapi.json"),
                application.send(application.request("/openapi").GET()).body());
        Ended installed = run("npm", "ci", "--ignore-scripts");
        if (installed.code() != 0) {
            skip("the packages cannot be installed: " + installed.said());
        }
    }

    @Test
    void the_linter_finds_nothing() throws IOException, InterruptedException {
        Ended lint = run("npx", "--no", "--", "redocly", "lint", "openapi.json", "--config", "redocly.yaml");

        assertThat(lint.code()).as(lint.said()).isZero();
        assertThat(lint.said()).contains("is valid").doesNotContain("You have");
    }

    @Test
    void a_generated_client_compiles() throws IOException, InterruptedException {
        Ended generated = run("npx", "--no", "--", "openapi-typescript", "openapi.json", "--output", "api.d.ts");
        assertThat(generated.code()).as(generated.said()).isZero();
        Ended compiled = run("npx", "--no", "--", "tsc", "--project", ".");

        assertThat(compiled.code()).as(compiled.said()).isZero();
    }

    private static boolean isGoodEnough(int major, int minor) {
        return major > 22 || major == 22 && minor >= 12 || major == 20 && minor >= 19;
    }

    private static void skip(String why) {
        String said = "The OpenAPI document was not linted and no client compiled: " + why;
        if ("required".equals(System.getenv("HUHANG_CLIENT_CHECK"))) {
            throw new AssertionError(said);
        }
        System.err.println(said);
        abort(said);
    }

    private static Ended run(String... command) throws IOException, InterruptedException {
        Files.createDirectories(WORKPLACE);
        Path output =
                WORKPLACE.resolve(String.join("-", List.of(command).subList(0, Math.min(4, command.length))) + ".log");
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(WORKPLACE.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException notInstalled) {
            return new Ended(127, command[0] + " is not installed");
        }
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            return new Ended(124, command[0] + " did not end");
        }
        return new Ended(process.exitValue(), Files.readString(output));
    }
}
