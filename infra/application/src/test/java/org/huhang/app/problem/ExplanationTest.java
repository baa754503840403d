package org.huhang.app.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.Refusal.FieldError;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;

class ExplanationTest {

    private static final String PERSONAL = "张小花 330109201605041234";

    @Test
    void a_refusal_is_found_however_deep_it_is_wrapped() {
        Throwable wrapped = new CompletionException(new IllegalStateException(new Refused(RefusalCode.CASE_BUSY)));

        assertThat(Explanation.of(wrapped).code()).isEqualTo(RefusalCode.CASE_BUSY);
    }

    @Test
    void a_database_that_is_down_starting_or_full_is_no_fault_of_ours() {
        assertThat(List.of(
                        new DataAccessResourceFailureException(PERSONAL),
                        new CannotGetJdbcConnectionException(PERSONAL),
                        new CannotCreateTransactionException(PERSONAL),
                        new RuntimeException(new SQLTransientConnectionException(PERSONAL)),
                        new UncategorizedSQLException("task", "sql", new SQLException(PERSONAL, "57P01")),
                        new AsyncRequestTimeoutException()))
                .allSatisfy(
                        thrown -> assertThat(Explanation.of(thrown).code()).isEqualTo(RefusalCode.SERVICE_UNAVAILABLE));
    }

    @Test
    void anything_else_is_a_fault() {
        assertThat(List.of(
                        new IllegalStateException(PERSONAL),
                        new StackOverflowError(),
                        new UncategorizedSQLException("task", "sql", new SQLException(PERSONAL, "42P01"))))
                .allSatisfy(thrown -> assertThat(Explanation.of(thrown).code()).isEqualTo(RefusalCode.INTERNAL_ERROR));
    }

    @Test
    void a_parameter_the_firewall_will_not_have_is_the_caller_s_fault() {
        assertThat(Explanation.of(new RequestRejectedException(PERSONAL)).code())
                .isEqualTo(RefusalCode.MALFORMED_REQUEST);
    }

    @Test
    void a_fault_is_logged_by_kind_and_place_and_without_what_it_says() {
        String line = FaultLine.of(new IllegalStateException(PERSONAL, new SQLException(PERSONAL + '\n', "42P01")));

        assertThat(line)
                .contains("java.lang.IllegalStateException at org.huhang.app.problem.ExplanationTest")
                .contains("java.sql.SQLException[42P01]")
                .doesNotContain("张小花", "3301", "\n");
    }

    @Test
    void the_most_basic_fault_gives_the_code_and_every_field_its_sentence() {
        Refusal refusal = Refusal.of(List.of(
                new FieldError("hukouDivision", RefusalCode.DIVISION_UNKNOWN, Map.of("division", "330199")),
                new FieldError("on", RefusalCode.MISSING_FIELD, Map.of())));

        Problem problem = Problem.of(refusal, Sentences.ENGLISH, "r-1", false);

        assertThat(problem.status().value()).isEqualTo(400);
        assertThat(problem.members())
                .containsEntry("type", "/problems/MISSING_FIELD")
                .containsEntry("code", "MISSING_FIELD")
                .containsEntry("status", 400)
                .containsEntry("requestId", "r-1");
        assertThat(problem.members().get("errors").toString()).contains("330199", "hukouDivision", "MISSING_FIELD");
    }
}
