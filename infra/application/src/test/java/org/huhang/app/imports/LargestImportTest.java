package org.huhang.app.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.app.imports.Imports.DRY_RUN;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.huhang.app.testing.BesideOthers;
import org.huhang.app.testing.RunningApplication;
import org.huhang.app.testing.RunningApplication.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where an operator has set {@code huhang.import.max-size}. */
@BesideOthers
class LargestImportTest {

    private static final int LIMIT = 64 * 1024;

    @TempDir
    Path data;

    @Test
    void a_list_over_the_limit_is_refused_whether_it_says_its_size_or_not_and_one_at_the_limit_is_taken() {
        try (RunningApplication application =
                RunningApplication.start(data, "--huhang.import.max-size=" + LIMIT / 1024 + "KB")) {
            Imports imports = Imports.of("330109", application);
            byte[] above = Arrays.copyOf(Imports.sample(), LIMIT + 1);
            Stream.of(imports.submit(above, DRY_RUN), chunked(above, imports)).forEach(answer -> {
                assertThat(answer.status()).isEqualTo(413);
                assertThat(answer.code()).isEqualTo("BODY_TOO_LARGE");
            });
            assertThat(application
                            .bean(JdbcClient.class)
                            .sql("SELECT count(*) FROM imports.job")
                            .query(Long.class)
                            .single())
                    .isZero();

            byte[] most = Arrays.copyOf(Imports.sample(), LIMIT);
            Arrays.fill(most, new String(most, UTF_8).length() / 2, LIMIT, (byte) '\n');
            assertThat(imports.submit(most, DRY_RUN).status()).isEqualTo(202);
        }
    }

    private static Answer chunked(byte[] body, Imports imports) {
        return imports.send(imports.request("/api/imports")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
    }
}
