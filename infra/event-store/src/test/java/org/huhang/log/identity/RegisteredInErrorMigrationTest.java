package org.huhang.log.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.huhang.command.area.file.FileCommand.Close;
import org.huhang.command.area.file.FileCommand.Merge;
import org.huhang.command.area.file.FileCommand.Reopen;
import org.huhang.command.ask.CaseCommand;
import org.huhang.command.port.Answer;
import org.huhang.command.port.Answer.Declined;
import org.huhang.command.port.Answer.Done;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.CloseReason;
import org.huhang.kernel.value.IdentityDocument;
import org.huhang.kernel.value.Narrative;
import org.huhang.log.testing.LogDatabase;
import org.huhang.log.testing.OneProcess;
import org.huhang.log.testing.Requests;
import org.huhang.log.testing.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a version left that did not free the documents of cases registered in error. */
class RegisteredInErrorMigrationTest {

    private static final Narrative WORDS = Narrative.of("并非误登");
    private static final String LAST_OF_THAT_VERSION = "10";

    private final LogDatabase database = LogDatabase.create();
    private final CaseId error = CaseId.random();
    private final CaseId errorOfTwo = CaseId.random();
    private OneProcess process;

    @BeforeEach
    void the_log_of_an_earlier_version() throws Exception {
        database.asSuperuser("DROP SCHEMA log CASCADE");
        migrate(LAST_OF_THAT_VERSION);
        process = new OneProcess(database.pool());

        done(error, Requests.register("甲", passport(1)));
        done(error, closed(CloseReason.REGISTERED_IN_ERROR));

        CaseId absorbed = CaseId.random();
        done(errorOfTwo, Requests.register("乙", passport(2)));
        done(absorbed, Requests.register("乙", passport(3)));
        done(errorOfTwo, new Merge(absorbed, WORDS, Samples.DAY));
        done(errorOfTwo, closed(CloseReason.REGISTERED_IN_ERROR));

        CaseId reopened = CaseId.random();
        done(reopened, Requests.register("丙", passport(4)));
        done(reopened, closed(CloseReason.REGISTERED_IN_ERROR));
        done(reopened, new Reopen(WORDS, Samples.DAY));

        CaseId away = CaseId.random();
        done(away, Requests.register("丁", passport(5)));
        done(away, closed(CloseReason.REGISTERED_IN_ERROR));
        done(away, new Reopen(WORDS, Samples.DAY));
        done(away, closed(CloseReason.MOVED_OUT_OF_REACH));

        assertThat(send(CaseId.random(), Requests.register("甲", passport(1)))).isInstanceOf(Declined.class);
        process.close();
        migrate("latest");
        process = new OneProcess(database.pool());
    }

    @AfterEach
    void close() {
        process.close();
        database.close();
    }

    @Test
    void the_numbers_of_what_is_closed_as_an_error_are_free_and_no_others() {
        assertThat(done(CaseId.random(), Requests.register("甲", passport(1))).lookalikes())
                .isEmpty();
        assertThat(done(CaseId.random(), Requests.register("乙", passport(2))).lookalikes())
                .isEmpty();
        assertThat(send(CaseId.random(), Requests.register("戊", passport(3)))).isInstanceOf(Done.class);
        assertThat(send(CaseId.random(), Requests.register("丙", passport(4)))).isInstanceOf(Declined.class);
        assertThat(send(CaseId.random(), Requests.register("丁", passport(5)))).isInstanceOf(Declined.class);
        assertThat(send(errorOfTwo, new Reopen(WORDS, Samples.DAY))).isInstanceOf(Declined.class);
    }

    @Test
    void they_are_claimed_again_by_who_is_reopened() {
        done(error, new Reopen(WORDS, Samples.DAY));
        done(errorOfTwo, new Reopen(WORDS, Samples.DAY));

        for (int number = 1; number <= 5; number++) {
            assertThat(send(CaseId.random(), Requests.register("己", passport(number))))
                    .as("passport " + number)
                    .isInstanceOf(Declined.class);
        }
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(database.pool())
                .locations("classpath:db/log")
                .schemas("log")
                .createSchemas(true)
                .target(target)
                .load()
                .migrate();
    }

    private Answer send(CaseId caseId, CaseCommand command) {
        return process.commands().send(Requests.of(caseId, command));
    }

    private Done done(CaseId caseId, CaseCommand command) {
        Answer answer = send(caseId, command);
        assertThat(answer).isInstanceOf(Done.class);
        return (Done) answer;
    }

    private static Close closed(CloseReason reason) {
        return new Close(reason, Optional.empty(), Samples.DAY);
    }

    private static IdentityDocument passport(int number) {
        return Requests.passport("E9555550" + number);
    }
}
