package org.huhang.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.huhang.command.area.file.FileCommand.Register;
import org.huhang.command.area.screening.ScreeningCommand.Screen;
import org.huhang.command.imports.RowResult.Status;
import org.huhang.command.port.Answer;
import org.huhang.command.port.CommandGateway;
import org.huhang.command.port.GivenAnswers;
import org.huhang.command.port.IdempotencyKey;
import org.huhang.command.port.IdentityLookup;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.area.CaseState;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.kernel.refusal.Refusal.FieldError;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.HouseholdType;
import org.huhang.kernel.value.IdentityDocument;
import org.huhang.kernel.value.PersonName;
import org.huhang.kernel.value.Sex;
import org.huhang.kernel.value.SourceAgency;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 萧山区 goes by 330119 instead of 330109 from 1 March 2026 on. A list of its was handed in the day before. */
class RenumberedOfficeTest {

    private static final Instant AFTER_MIDNIGHT = Instant.parse("2026-02-28T17:00:00Z");

    private static final String RENUMBERED = """
            2026-01-20\t2026-03-01\t\tcreated\t330119\t新萧山区\t330109\t
            2026-01-20\t2026-03-01\t\tabolished\t330109\t萧山区\t330119\t
            """;

    @TempDir
    Path folder;

    private final Map<String, Answer> receipts = new HashMap<>();
    private final List<CommandGateway.Request> sent = new ArrayList<>();

    @BeforeEach
    void operatorsTable() throws IOException {
        try (InputStream shipped = PolicyBook.class.getResourceAsStream("/divisions/changes.tsv")) {
            String changes = new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(folder.resolve("division-changes.tsv"), changes + RENUMBERED);
        }
    }

    @Test
    void a_list_handed_in_before_its_office_got_another_number_is_carried_under_that() {
        RowResult result = importer().carry(Jobs.of("330109", "officer", 0), 2, row(), AFTER_MIDNIGHT);

        assertThat(result.outcome()).isEqualTo(Status.IMPORTED);
        assertThat(result.reasons()).extracting(FieldError::code).containsOnly(RefusalCode.DIVISION_TAKEN_AS_SUCCESSOR);
        assertThat(sent)
                .isNotEmpty()
                .extracting(request -> request.by().actor().jurisdiction().toString())
                .containsOnly("330119");
    }

    @Test
    void the_list_of_an_absorbed_office_is_not_carried_under_the_number_of_a_larger_one() {
        RowResult result = importer().carry(Jobs.of("500105", "officer", 0), 2, row("500105"), AFTER_MIDNIGHT);

        assertThat(result.outcome()).isEqualTo(Status.REFUSED);
        assertThat(sent).isEmpty();
    }

    @Test
    void a_row_imported_under_the_old_number_is_known_again_when_it_is_handed_in_under_the_new_one() {
        CaseId earlier = CaseId.random();
        receipts.put("import/330109 row/register", new Answer.Done(earlier.stream(), 1, 1, List.of(), List.of()));

        RowResult result = importer().carry(Jobs.of("330119", "officer", 0), 2, row(), AFTER_MIDNIGHT);

        assertThat(result.outcome()).isEqualTo(Status.UNCHANGED);
        assertThat(sent).isEmpty();
    }

    private RowImporter importer() {
        PolicyBook book = PolicyBook.at(LocalDate.parse("2026-03-01"), Optional.of(folder));
        Rehearsal rehearsal = new Rehearsal(new NobodyElse(), CaseState::unregistered, () -> book);
        GivenAnswers given = (owner, key) -> Optional.ofNullable(receipts.get(owner + " " + key));
        return new RowImporter(rehearsal, null, new Commands(), given, new SomebodyElses());
    }

    private static ListedChild row() {
        return row("330109");
    }

    private static ListedChild row(String division) {
        LocalDate on = LocalDate.parse("2026-02-28");
        Register register = new Register(
                new ChildIdentity(PersonName.of("安然"), List.of(), Sex.FEMALE, LocalDate.parse("2015-05-20"), List.of()),
                DivisionCode.of(division),
                HouseholdType.RURAL,
                DivisionCode.of(division),
                Optional.empty(),
                LocalDate.parse("2020-01-10"),
                List.of(),
                SourceAgency.EDUCATION,
                on);
        return ListedChild.of(register, new Screen(SourceAgency.EDUCATION, on), "row");
    }

    private final class Commands implements CommandGateway {

        @Override
        public Answer send(Request request) {
            sent.add(request);
            Answer answer = new Answer.Done(request.stream(), 1, 1, List.of(), List.of());
            IdempotencyKey key = request.key().orElseThrow();
            receipts.put(key.owner() + " " + key.key(), answer);
            return answer;
        }

        @Override
        public CompletableFuture<Answer> submit(Request request) {
            return CompletableFuture.completedFuture(send(request));
        }
    }

    private record NobodyElse() implements IdentityLookup {

        @Override
        public Optional<CaseId> holderOf(IdentityDocument document) {
            return Optional.empty();
        }

        @Override
        public List<CaseId> lookalikes(ChildIdentity identity) {
            return List.of();
        }
    }

    /** Whatever is on record was recorded for somebody else than these jobs. */
    private record SomebodyElses() implements EventLog {

        @Override
        public List<Recorded> history(StreamId stream) {
            Attribution by = new Attribution(
                    Actor.SYSTEM, "request", Attribution.Channel.IMPORT, Optional.of("import:another/2"), false);
            return List.of(new Recorded(1, stream, 0, Instant.EPOCH, by, null));
        }

        @Override
        public List<Recorded> after(long position, int limit) {
            return List.of();
        }

        @Override
        public long head() {
            return 0;
        }
    }
}
