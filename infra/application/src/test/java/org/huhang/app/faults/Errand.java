package org.huhang.app.faults;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.huhang.command.area.file.FileCommand.Close;
import org.huhang.command.area.file.FileCommand.Merge;
import org.huhang.command.area.file.FileCommand.Register;
import org.huhang.command.area.file.FileCommand.Reopen;
import org.huhang.command.area.file.FileCommand.Unmerge;
import org.huhang.command.area.keycare.KeyCareCommand.ListKeyCare;
import org.huhang.command.area.keycare.KeyCareCommand.RecordVisit;
import org.huhang.command.ask.CaseCommand;
import org.huhang.command.port.CommandGateway.Request;
import org.huhang.command.port.IdempotencyKey;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.access.Jurisdiction;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.value.*;

/**
 * One command a client asks for. All of it follows from its name, so that it can be asked again word for word after
 * client, application and database have died.
 *
 * <p>A case goes through numbered steps, each after the one before was answered. Visits come in between from whoever
 * happens along, and are refused while the case is not on the key-care ledger.
 */
sealed interface Errand {

    String OWNER = "officer-1";
    LocalDate TODAY = LocalDate.of(2026, 3, 1);
    Instant NOW = Instant.parse("2026-03-01T04:00:00Z");
    Narrative WORDS = Narrative.of("据村（居）委会反映");

    CaseId caseId();

    CaseCommand command();

    /** Names of all the facts it records, in order of position: all of them or none. */
    List<String> facts();

    /** Whether it carries an idempotency key: without one it cannot be asked again, and what came of it may stay unknown. */
    boolean keyed();

    /** Also its idempotency key and its request's id, by which its facts are found in the log. */
    String name();

    record Step(CaseId of, int number) implements Errand {

        private static final int FIRST_OF_ROUND = 4;

        @Override
        public CaseId caseId() {
            return number == 1 ? twin() : of;
        }

        @Override
        public CaseCommand command() {
            return switch (number) {
                case 0, 1 -> register();
                case 2 -> new Merge(twin(), WORDS, TODAY);
                case 3 -> new Unmerge(twin(), WORDS, TODAY);
                default ->
                    switch ((number - FIRST_OF_ROUND) % 4) {
                        case 0 -> new ListKeyCare(Set.of(KeyCareGround.HARDSHIP), RiskLevel.HIGH, TODAY);
                        case 1 -> visit();
                        case 2 -> new Close(CloseReason.REGISTERED_IN_ERROR, Optional.empty(), TODAY);
                        default -> new Reopen(WORDS, TODAY);
                    };
            };
        }

        @Override
        public List<String> facts() {
            return switch (number) {
                case 0, 1 -> List.of("ChildRegistered");
                case 2 -> List.of("CasesMerged", "CasesMerged");
                case 3 -> List.of("CasesUnmerged", "CasesUnmerged");
                default ->
                    switch ((number - FIRST_OF_ROUND) % 4) {
                        case 0 -> List.of("KeyCareListed");
                        case 1 -> List.of("HomeVisitRecorded");
                        case 2 -> List.of("KeyCareDelisted", "CaseClosed");
                        default -> List.of("CaseReopened");
                    };
            };
        }

        @Override
        public boolean keyed() {
            return true;
        }

        @Override
        public String name() {
            return of + "/" + number;
        }

        Step next() {
            return new Step(of, number + 1);
        }

        private Register register() {
            String child = "林小满" + caseId().toString().substring(0, 8) + number;
            return new Register(
                    new ChildIdentity(
                            PersonName.of(child), List.of(), Sex.FEMALE, LocalDate.of(2015, 5, 20), List.of()),
                    DivisionCode.of("340122100"),
                    HouseholdType.RURAL,
                    DivisionCode.of("330109001"),
                    Optional.empty(),
                    LocalDate.of(2025, 1, 10),
                    List.of(),
                    SourceAgency.EDUCATION,
                    TODAY);
        }

        /** Another registration of the same child, to be merged and parted again. */
        private CaseId twin() {
            UUID id = of.value();
            return new CaseId(new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() ^ 1));
        }
    }

    record Visit(CaseId caseId, int number, boolean keyed) implements Errand {

        @Override
        public CaseCommand command() {
            return visit();
        }

        @Override
        public List<String> facts() {
            return List.of("HomeVisitRecorded");
        }

        @Override
        public String name() {
            return caseId + (keyed ? "/v" : "/u") + number;
        }
    }

    /** @throws IllegalArgumentException for a name that is no errand's */
    static Errand named(String name) {
        int slash = name.indexOf('/');
        CaseId caseId = CaseId.of(name.substring(0, slash));
        String rest = name.substring(slash + 1);
        return switch (rest.charAt(0)) {
            case 'v' -> new Visit(caseId, Integer.parseInt(rest.substring(1)), true);
            case 'u' -> new Visit(caseId, Integer.parseInt(rest.substring(1)), false);
            default -> new Step(caseId, Integer.parseInt(rest));
        };
    }

    default Request request() {
        Actor officer = new Actor(OWNER, Role.COUNTY_OFFICER, Jurisdiction.NATION);
        return new Request(
                caseId().stream(),
                command(),
                new Attribution(officer, name(), Attribution.Channel.API, Optional.empty(), false),
                NOW,
                OptionalLong.empty(),
                keyed() ? Optional.of(new IdempotencyKey(OWNER, name(), "digest of " + name())) : Optional.empty());
    }

    private static RecordVisit visit() {
        return new RecordVisit(PersonName.of("儿童主任"), WORDS, Optional.of(WORDS), Optional.empty(), TODAY);
    }
}
