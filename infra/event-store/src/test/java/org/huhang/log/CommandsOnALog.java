package org.huhang.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.huhang.command.area.file.FileCommand.AttachDocument;
import org.huhang.command.area.file.FileCommand.Close;
import org.huhang.command.area.file.FileCommand.CorrectIdentity;
import org.huhang.command.area.file.FileCommand.Merge;
import org.huhang.command.area.file.FileCommand.Register;
import org.huhang.command.area.file.FileCommand.Reopen;
import org.huhang.command.area.file.FileCommand.Unmerge;
import org.huhang.command.port.Answer;
import org.huhang.command.port.Answer.Declined;
import org.huhang.command.port.Answer.Done;
import org.huhang.command.port.CommandGateway.Request;
import org.huhang.command.port.IdentityIndex;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.access.Jurisdiction;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.refusal.Refusal.FieldError;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.CloseReason;
import org.huhang.kernel.value.Narrative;
import org.huhang.log.testing.OneProcess;
import org.huhang.log.testing.Requests;
import org.huhang.log.testing.Samples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What holds of commands wherever the log is kept. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CommandsOnALog {

    private static final Narrative WORDS = Narrative.of("同一名儿童");

    private OneProcess process;
    private OneProcess second;

    /** One more process on the same log. */
    abstract OneProcess start();

    /** Once every process has ended. */
    abstract void close();

    @BeforeAll
    void two_processes_on_one_log() {
        process = start();
        second = start();
    }

    @AfterAll
    void stop() {
        second.close();
        process.close();
        close();
    }

    @Test
    void an_answer_names_version_position_and_facts() {
        Request register = Requests.of(CaseId.random(), Requests.register("甲"));
        Done done = (Done) send(register);

        assertThat(done.version()).isZero();
        assertThat(done.events()).containsExactly("ChildRegistered");
        assertThat(process.log().after(done.position() - 1, 1).getFirst().stream())
                .isEqualTo(register.stream());
        assertThat(process.log().history(register.stream()).getFirst().by()).isEqualTo(register.by());
        assertThat(process.log().history(register.stream()).getFirst().recordedAt())
                .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void only_the_demo_brings_its_own_time() {
        Request asked = Requests.of(CaseId.random(), Requests.register("演"));
        Attribution by = new Attribution(
                asked.by().actor(), asked.by().requestId(), Attribution.Channel.DEMO, Optional.empty(), true);
        Instant simulated = Instant.now().plusSeconds(20).truncatedTo(ChronoUnit.MICROS);

        send(new Request(asked.stream(), asked.command(), by, simulated, OptionalLong.empty(), Optional.empty()));

        assertThat(process.log().history(asked.stream()).getFirst().recordedAt())
                .isEqualTo(simulated);
    }

    @Test
    void fifty_at_once_with_one_key_have_one_effect_and_one_answer() throws Exception {
        CaseId caseId = CaseId.random();
        Request request = Requests.keyed(Requests.of(caseId, Requests.register("乙")), "fifty", "digest");

        List<Answer> answers = atOnce(IntStream.range(0, 50)
                .<Callable<Answer>>mapToObj(
                        i -> () -> (i % 2 == 0 ? process : second).commands().send(request))
                .toList());

        assertThat(answers).allMatch(Done.class::isInstance);
        assertThat(answers.stream().map(Answer::givenAgain))
                .containsOnly(answers.getFirst().givenAgain());
        assertThat(answers).filteredOn(answer -> !answer.again()).hasSize(1);
        assertThat(process.log().history(caseId)).hasSize(1);
    }

    @Test
    void a_key_used_for_another_request_is_refused_and_changes_nothing() {
        CaseId caseId = CaseId.random();
        send(Requests.keyed(Requests.of(caseId, Requests.register("丙")), "reused", "one"));

        assertRefused(
                send(Requests.keyed(Requests.of(caseId, Requests.close()), "reused", "two")),
                RefusalCode.IDEMPOTENCY_KEY_REUSED);
        assertThat(process.log().history(caseId)).hasSize(1);
    }

    @Test
    void a_refusal_is_not_given_again_after_its_cause_is_gone() {
        CaseId caseId = CaseId.random();
        send(Requests.of(caseId, Requests.register("丁")));
        Request reopen = Requests.keyed(Requests.of(caseId, new Reopen(WORDS, Samples.DAY)), "refused", "digest");
        assertRefused(send(reopen), RefusalCode.CASE_NOT_CLOSED);

        send(Requests.of(caseId, Requests.close()));

        Done done = (Done) send(reopen);
        assertThat(done.again()).isFalse();
        assertThat(send(reopen)).isEqualTo(done.givenAgain());
        assertThat(process.log().history(caseId)).hasSize(3);
    }

    @Test
    void what_was_carried_out_is_answered_as_before_although_it_would_be_refused_now() {
        CaseId caseId = CaseId.random();
        send(Requests.of(caseId, Requests.register("丁一")));
        Request close = Requests.keyed(Requests.of(caseId, Requests.close()), "closed once", "digest");
        Done done = (Done) send(close);

        assertThat(send(close)).isEqualTo(done.givenAgain());
        assertThat(second.commands().send(close)).isEqualTo(done.givenAgain());
        assertRefused(send(Requests.of(caseId, Requests.close())), RefusalCode.CASE_CLOSED);
        assertRefused(send(Requests.keyed(close, "closed once", "another")), RefusalCode.IDEMPOTENCY_KEY_REUSED);
        assertThat(process.log().history(caseId)).hasSize(2);
    }

    @Test
    void a_refusal_by_who_may_know_of_the_case_is_not_given_again() {
        CaseId caseId = CaseId.random();
        Request close = Requests.keyed(Requests.of(caseId, Requests.close()), "too early", "digest");
        assertRefused(send(close), RefusalCode.CASE_NOT_FOUND);

        send(Requests.of(caseId, Requests.register("戊")));

        assertThat(send(close)).isInstanceOf(Done.class);
    }

    @Test
    void a_stale_version_is_told_who_changed_what_since() {
        CaseId caseId = CaseId.random();
        send(Requests.of(caseId, Requests.register("己")));
        send(Requests.from(Requests.of(caseId, Requests.close()), Requests.by("officer-2")));
        Request reopen = Requests.of(caseId, new Reopen(WORDS, Samples.DAY));

        Declined stale = assertRefused(send(Requests.expecting(reopen, 0)), RefusalCode.CASE_CHANGED_SINCE);

        assertThat(stale.refusal().parameters())
                .isEqualTo(Map.of("currentVersion", "1", "changedBy", "officer-2", "changes", "1:CaseClosed"));
        assertThat(((Done) send(Requests.expecting(reopen, 1))).version()).isEqualTo(2);
    }

    @Test
    void a_version_not_reached_yet_is_told_the_one_there_is_and_names_nobody() {
        CaseId caseId = CaseId.random();
        send(Requests.of(caseId, Requests.register("壬")));

        Declined ahead = assertRefused(
                send(Requests.expecting(Requests.of(caseId, Requests.close()), 7)), RefusalCode.CASE_CHANGED_SINCE);

        assertThat(ahead.refusal().parameters()).isEqualTo(Map.of("currentVersion", "0"));
    }

    @Test
    void who_may_not_learns_nothing() {
        CaseId caseId = CaseId.random();
        send(Requests.of(caseId, Requests.register("庚")));
        Actor elsewhere = new Actor("officer-9", Role.COUNTY_OFFICER, Jurisdiction.of("110101"));
        Actor analyst = new Actor("analyst", Role.ANALYST, Jurisdiction.NATION);

        Request close = Requests.of(caseId, Requests.close());
        assertRefused(send(Requests.from(close, Requests.by(elsewhere))), RefusalCode.CASE_NOT_FOUND);
        assertRefused(send(Requests.from(close, Requests.by(analyst))), RefusalCode.NOT_PERMITTED);
        assertRefused(
                send(Requests.from(Requests.of(CaseId.random(), Requests.register("辛")), Requests.by(elsewhere))),
                RefusalCode.OUTSIDE_YOUR_DIVISION);
        assertThat(process.log().history(caseId)).hasSize(1);
    }

    @Test
    void of_many_registrations_with_one_document_exactly_one_wins() throws Exception {
        List<Answer> answers = atOnce(IntStream.range(0, 12)
                .<Callable<Answer>>mapToObj(i -> () -> (i % 2 == 0 ? process : second)
                        .commands()
                        .send(Requests.keyed(
                                Requests.of(
                                        CaseId.random(), Requests.register("壬" + i, Requests.passport("E55555555"))),
                                "document " + i,
                                "digest")))
                .toList());

        assertThat(answers).filteredOn(Done.class::isInstance).hasSize(1);
        assertThat(answers)
                .filteredOn(Declined.class::isInstance)
                .hasSize(11)
                .allSatisfy(answer -> assertRefused(answer, RefusalCode.DOCUMENT_BELONGS_TO_ANOTHER_CASE));
    }

    @Test
    void two_who_want_the_same_two_documents_in_either_order_both_get_an_answer() throws Exception {
        for (int round = 0; round < 5; round++) {
            var one = Requests.passport("E7000000" + round);
            var two = Requests.birthCertificate("K33000000" + round);
            List<Answer> answers = atOnce(List.of(
                    () -> send(Requests.of(CaseId.random(), Requests.register("癸", one, two))),
                    () -> second.commands().send(Requests.of(CaseId.random(), Requests.register("癸", two, one)))));
            assertThat(answers).filteredOn(Done.class::isInstance).hasSize(1);
        }
    }

    @Test
    void a_child_of_the_same_name_sex_and_birth_date_is_pointed_out() {
        CaseId first = CaseId.random();
        send(Requests.of(first, Requests.register("赵一样")));

        Done again = (Done) send(Requests.of(CaseId.random(), Requests.register("赵一样")));

        assertThat(again.lookalikes()).containsExactly(first);
    }

    @Test
    void a_document_of_an_absorbed_case_is_held_by_the_survivor_until_they_are_parted() {
        CaseId survivor = CaseId.random();
        CaseId absorbed = CaseId.random();
        var document = Requests.passport("E91111111");
        var index = process.get(IdentityIndex.class);
        send(Requests.of(survivor, Requests.register("孙二")));
        send(Requests.of(absorbed, Requests.register("孙二", document)));

        Done merged = (Done) send(Requests.of(survivor, new Merge(absorbed, WORDS, Samples.DAY)));
        assertThat(merged.events()).containsExactly("CasesMerged");
        assertThat(process.log().head()).isEqualTo(merged.position());
        assertThat(index.holderOf(document)).contains(survivor);
        assertRefused(
                send(Requests.of(CaseId.random(), Requests.register("别人", document))),
                RefusalCode.DOCUMENT_BELONGS_TO_ANOTHER_CASE);

        send(Requests.of(survivor, new Unmerge(absorbed, WORDS, Samples.DAY)));
        assertThat(index.holderOf(document)).contains(absorbed);
        assertRefused(
                send(Requests.of(survivor, new AttachDocument(document, Samples.DAY))),
                RefusalCode.DOCUMENT_BELONGS_TO_ANOTHER_CASE);
    }

    @Test
    void a_document_given_to_both_cases_comes_off_the_survivor_before_they_are_parted() {
        CaseId survivor = CaseId.random();
        CaseId absorbed = CaseId.random();
        var document = Requests.passport("E92222222");
        send(Requests.of(survivor, Requests.register("孙三")));
        send(Requests.of(absorbed, Requests.register("孙三", document)));
        send(Requests.of(survivor, new Merge(absorbed, WORDS, Samples.DAY)));
        assertThat(send(Requests.of(survivor, new AttachDocument(document, Samples.DAY))))
                .isInstanceOf(Done.class);

        assertRefused(
                send(Requests.of(survivor, new Unmerge(absorbed, WORDS, Samples.DAY))), RefusalCode.SHARED_DOCUMENT);

        assertThat(send(Requests.of(
                        survivor, new CorrectIdentity(Requests.register("孙三").identity(), WORDS, Samples.DAY))))
                .isInstanceOf(Done.class);
        assertThat(send(Requests.of(survivor, new Unmerge(absorbed, WORDS, Samples.DAY))))
                .isInstanceOf(Done.class);
        assertThat(process.get(IdentityIndex.class).holderOf(document)).contains(absorbed);
    }

    @Test
    void the_number_of_a_child_registered_in_error_is_free_for_its_rightful_holder_and_that_file_is_no_look_alike() {
        CaseId error = CaseId.random();
        CaseId rightful = CaseId.random();
        var document = Requests.passport("E93333301");
        send(Requests.of(error, Requests.register("钱误", document)));
        assertThat(send(Requests.of(error, inError()))).isInstanceOf(Done.class);
        assertThat(process.get(IdentityIndex.class).holderOf(document)).isEmpty();

        Done registered = (Done) second.commands().send(Requests.of(rightful, Requests.register("钱误", document)));

        assertThat(registered.lookalikes()).isEmpty();
        assertThat(process.get(IdentityIndex.class).holderOf(document)).contains(rightful);
    }

    @Test
    void a_child_out_of_reach_keeps_its_number_and_is_a_look_alike() {
        CaseId closed = CaseId.random();
        var document = Requests.passport("E93333302");
        send(Requests.of(closed, Requests.register("钱远", document)));
        send(Requests.of(closed, new Close(CloseReason.MOVED_OUT_OF_REACH, Optional.empty(), Samples.DAY)));

        assertRefused(
                send(Requests.of(CaseId.random(), Requests.register("钱近", document))),
                RefusalCode.DOCUMENT_BELONGS_TO_ANOTHER_CASE);
        assertThat(((Done) send(Requests.of(CaseId.random(), Requests.register("钱远")))).lookalikes())
                .containsExactly(closed);
    }

    @Test
    void a_case_closed_as_an_error_by_mistake_has_its_number_again_once_it_is_reopened() {
        CaseId caseId = CaseId.random();
        var document = Requests.passport("E93333303");
        send(Requests.of(caseId, Requests.register("钱回", document)));
        send(Requests.of(caseId, inError()));

        assertThat(((Done) send(Requests.of(caseId, reopen()))).lookalikes()).isEmpty();

        assertThat(process.get(IdentityIndex.class).holderOf(document)).contains(caseId);
        assertRefused(
                send(Requests.of(CaseId.random(), Requests.register("钱别", document))),
                RefusalCode.DOCUMENT_BELONGS_TO_ANOTHER_CASE);
        assertThat(((Done) send(Requests.of(CaseId.random(), Requests.register("钱回")))).lookalikes())
                .containsExactly(caseId);
    }

    @Test
    void a_case_closed_as_an_error_is_not_reopened_while_another_has_its_number_and_told_which_number() {
        CaseId error = CaseId.random();
        CaseId rightful = CaseId.random();
        var free = Requests.birthCertificate("K933333040");
        var taken = Requests.passport("E93333304");
        send(Requests.of(error, Requests.register("钱争", free, taken)));
        send(Requests.of(error, inError()));
        send(Requests.of(rightful, Requests.register("钱得", taken)));

        assertThat(assertRefused(send(Requests.of(error, reopen())), RefusalCode.DOCUMENT_BELONGS_TO_ANOTHER_CASE)
                        .refusal()
                        .errors())
                .extracting(FieldError::field)
                .containsExactly("identity.documents[1].number");
        assertThat(process.log().history(error)).hasSize(2);
        assertThat(process.get(IdentityIndex.class).holderOf(free)).isEmpty();

        send(Requests.of(rightful, new CorrectIdentity(Requests.register("钱得").identity(), WORDS, Samples.DAY)));
        assertThat(send(Requests.of(error, reopen()))).isInstanceOf(Done.class);
        assertThat(process.get(IdentityIndex.class).holderOf(taken)).contains(error);
        assertThat(process.get(IdentityIndex.class).holderOf(free)).contains(error);
    }

    @Test
    void what_a_case_closed_as_an_error_had_absorbed_lets_go_of_its_number_and_claims_it_with_it() {
        CaseId survivor = CaseId.random();
        CaseId absorbed = CaseId.random();
        CaseId rightful = CaseId.random();
        var document = Requests.passport("E93333305");
        var index = process.get(IdentityIndex.class);
        send(Requests.of(survivor, Requests.register("钱并")));
        send(Requests.of(absorbed, Requests.register("钱并", document)));
        send(Requests.of(survivor, new Merge(absorbed, WORDS, Samples.DAY)));
        send(Requests.of(survivor, inError()));
        assertThat(index.holderOf(document)).isEmpty();
        assertThat(index.lookalikes(Requests.register("钱并").identity())).isEmpty();

        send(Requests.of(rightful, Requests.register("钱主", document)));
        assertThat(assertRefused(send(Requests.of(survivor, reopen())), RefusalCode.DOCUMENT_BELONGS_TO_ANOTHER_CASE)
                        .refusal()
                        .errors())
                .extracting(FieldError::field)
                .containsExactly("absorbed[0].identity.documents[0].number");

        send(Requests.of(rightful, inError()));
        assertThat(send(Requests.of(survivor, reopen()))).isInstanceOf(Done.class);
        assertThat(index.holderOf(document)).contains(survivor);
        assertThat(index.lookalikes(Requests.register("钱并").identity())).containsExactly(survivor);
        send(Requests.of(survivor, new Unmerge(absorbed, WORDS, Samples.DAY)));
        assertThat(index.holderOf(document)).contains(absorbed);
        assertRefused(send(Requests.of(rightful, reopen())), RefusalCode.DOCUMENT_BELONGS_TO_ANOTHER_CASE);
    }

    @Test
    void of_an_old_case_reopened_and_a_new_one_with_its_number_at_once_one_wins() throws Exception {
        for (int round = 0; round < 8; round++) {
            CaseId error = CaseId.random();
            CaseId rightful = CaseId.random();
            var document = Requests.passport("E9444440" + round);
            send(Requests.of(error, Requests.register("钱先" + round, document)));
            send(Requests.of(error, inError()));
            OneProcess other = round % 2 == 0 ? process : second;
            Register later = Requests.register("钱后" + round, document);

            List<Answer> answers = atOnce(List.of(() -> send(Requests.of(error, reopen())), () -> other.commands()
                    .send(Requests.of(rightful, later))));

            assertThat(answers).filteredOn(Done.class::isInstance).hasSize(1);
            assertThat(answers)
                    .filteredOn(Declined.class::isInstance)
                    .singleElement()
                    .satisfies(answer -> assertRefused(answer, RefusalCode.DOCUMENT_BELONGS_TO_ANOTHER_CASE));
            assertThat(process.get(IdentityIndex.class).holderOf(document))
                    .contains(answers.getFirst() instanceof Done ? error : rightful);
        }
    }

    @Test
    void who_reopens_an_old_case_is_pointed_to_the_one_that_the_child_has_had_since() {
        CaseId old = CaseId.random();
        CaseId since = CaseId.random();
        CaseId error = CaseId.random();
        CaseId elsewhere = CaseId.random();
        send(Requests.of(old, Requests.register("钱旧")));
        send(Requests.of(old, new Close(CloseReason.MOVED_OUT_OF_REACH, Optional.empty(), Samples.DAY)));
        send(Requests.of(since, Requests.register("钱旧")));
        send(Requests.of(error, Requests.register("钱旧")));
        send(Requests.of(error, inError()));
        Actor away = new Actor("officer-8", Role.COUNTY_OFFICER, Jurisdiction.of("110101"));
        Register there = Requests.register("钱旧");
        send(Requests.from(
                Requests.of(
                        elsewhere,
                        new Register(
                                there.identity(),
                                DivisionCode.of("110101001"),
                                there.householdType(),
                                DivisionCode.of("110101001"),
                                there.residenceAddress(),
                                there.residenceSince(),
                                there.guardians(),
                                there.agency(),
                                there.on())),
                Requests.by(away)));
        Request reopen = Requests.keyed(Requests.of(old, reopen()), "reopened", "digest");

        Done done = (Done) send(reopen);

        assertThat(process.log().history(elsewhere)).hasSize(1);
        assertThat(done.lookalikes()).containsExactly(since);
        assertThat(send(reopen)).isEqualTo(done.givenAgain());
    }

    @Test
    void merging_two_cases_into_each_other_at_once_leaves_one_survivor() throws Exception {
        for (int round = 0; round < 5; round++) {
            CaseId one = CaseId.random();
            CaseId other = CaseId.random();
            send(Requests.of(one, Requests.register("周三")));
            send(Requests.of(other, Requests.register("周三")));

            List<Answer> answers = atOnce(
                    List.of(() -> send(Requests.of(one, new Merge(other, WORDS, Samples.DAY))), () -> second.commands()
                            .send(Requests.of(other, new Merge(one, WORDS, Samples.DAY)))));

            assertThat(answers).filteredOn(Done.class::isInstance).hasSize(1);
            assertThat(process.log().history(one)).hasSize(2);
            assertThat(process.log().history(other)).hasSize(2);
        }
    }

    @Test
    void another_process_that_was_faster_is_no_error() throws Exception {
        CaseId caseId = CaseId.random();
        send(Requests.of(caseId, Requests.register("吴四")));

        List<Callable<Answer>> corrections = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Request correct = Requests.of(
                    caseId,
                    new CorrectIdentity(
                            Requests.register("吴四" + "甲乙丙丁戊己".charAt(i)).identity(), WORDS, Samples.DAY));
            OneProcess sender = i % 2 == 0 ? process : second;
            corrections.add(() -> sender.commands().send(correct));
        }

        assertThat(atOnce(corrections)).allMatch(Done.class::isInstance);
        assertThat(process.log().history(caseId)).hasSize(7);
    }

    private static Close inError() {
        return new Close(CloseReason.REGISTERED_IN_ERROR, Optional.empty(), Samples.DAY);
    }

    private static Reopen reopen() {
        return new Reopen(WORDS, Samples.DAY);
    }

    private Answer send(Request request) {
        return process.commands().send(request);
    }

    private static Declined assertRefused(Answer answer, RefusalCode code) {
        assertThat(answer).isInstanceOfSatisfying(Declined.class, declined -> assertThat(
                        declined.refusal().code())
                .isEqualTo(code));
        return (Declined) answer;
    }

    private static List<Answer> atOnce(List<Callable<Answer>> work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(work.size())) {
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : threads.invokeAll(work, 60, TimeUnit.SECONDS)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
