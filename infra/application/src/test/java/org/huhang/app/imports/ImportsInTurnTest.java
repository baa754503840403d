package org.huhang.app.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.app.imports.Imports.DRY_RUN;
import static org.huhang.app.imports.Imports.REAL;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.huhang.app.testing.RunningApplication;
import org.huhang.app.testing.RunningApplication.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A county's long list does not hold up another's short one. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ImportsInTurnTest {

    private static final int MANY = 20_000;

    @TempDir
    Path data;

    @Test
    void the_single_row_of_another_county_is_through_while_most_rows_of_a_long_list_are_still_to_come() {
        RunningApplication application = RunningApplication.shared();
        Imports here = Imports.of("330109", application);
        Imports elsewhere = Imports.of("640121", application);
        Answer large = here.submit(Lists.of("万", "330109", MANY), DRY_RUN);
        here.reached(1, large);

        JsonNode single = elsewhere.run(Lists.of("独", "640121", 1), DRY_RUN);

        JsonNode still = here.progress(large);
        application
                .bean(JdbcClient.class)
                .sql("UPDATE imports.job SET state = 'FAILED', runner = NULL WHERE id = ?::uuid")
                .param(still.path("id").asString())
                .update();
        assertThat(single.path("imported").asLong()).isEqualTo(1);
        assertThat(still.path("state").asString()).isEqualTo("RUNNING");
        assertThat(still.path("rows").asLong()).isBetween(1L, MANY / 2L);
    }

    /** One place and three counties: the lists are put aside for each other, and each goes on where it stood. */
    @Test
    void lists_that_find_no_place_take_turns_with_those_that_have_one() {
        try (RunningApplication application = RunningApplication.start(data, "--huhang.import.at-once=1")) {
            Imports here = Imports.of("330109", application);
            Imports elsewhere = Imports.of("640121", application);
            Imports third = Imports.of("341122", application);
            int rows = MANY / 4;
            Answer large = here.submit(Lists.of("万", "330109", rows), REAL);
            here.reached(1, large);
            Answer other = elsewhere.submit(Lists.of("千", "640121", rows), DRY_RUN);
            elsewhere.reached(1, other);
            JsonNode single = third.run(Lists.of("独", "341122", 1), REAL);

            assertThat(single.path("imported").asLong()).isEqualTo(1);
            assertThat(here.progress(large).path("state").asString()).isEqualTo("RUNNING");
            assertThat(elsewhere.progress(other).path("state").asString()).isEqualTo("RUNNING");

            requireWhole(here, large, rows);
            requireWhole(elsewhere, other, rows);
        }
    }

    private static void requireWhole(Imports imports, Answer accepted, int rows) {
        imports.follow(accepted);
        JsonNode done = imports.progress(accepted);
        assertThat(done.path("state").asString()).isEqualTo("DONE");
        assertThat(done.path("imported").asLong()).isEqualTo(rows);
        assertThat(imports.rows(done).stream().map(row -> Long.valueOf(row.getField("row"))))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(2, rows + 1).boxed().toList());
    }
}
