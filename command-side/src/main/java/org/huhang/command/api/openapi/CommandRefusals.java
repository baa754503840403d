package org.huhang.command.api.openapi;

import static org.huhang.kernel.refusal.RefusalCode.*;

import java.util.EnumSet;
import java.util.Set;
import org.huhang.command.ask.Command;
import org.huhang.command.ask.CommandCatalogue;
import org.huhang.kernel.refusal.RefusalCode;

/** Every refusal a command may meet: those its decision declares, and those of the way there. */
final class CommandRefusals {

    private static final Set<RefusalCode> OF_EVERY_COMMAND = EnumSet.of(
            MALFORMED_REQUEST,
            MALFORMED_JSON,
            UNKNOWN_FIELD,
            WRONG_TYPE,
            VALUE_NOT_ALLOWED,
            MISSING_FIELD,
            INVALID_DATE,
            INVALID_CHARACTERS,
            TEXT_TOO_LONG,
            TOO_MANY_ITEMS,
            TOO_MANY_FIELDS,
            INVALID_PARAMETER,
            DIVISION_MALFORMED,
            IDEMPOTENCY_KEY_MALFORMED,
            IDEMPOTENCY_KEY_REUSED,
            BODY_TOO_LARGE,
            HEADERS_TOO_LARGE,
            REQUEST_TOO_SLOW,
            UNSUPPORTED_MEDIA_TYPE,
            NOT_ACCEPTABLE,
            UNAUTHENTICATED,
            TOKEN_INVALID,
            TOKEN_CANNOT_BE_CHECKED,
            TOKEN_REVOKED,
            ROLE_OUTSIDE_ITS_LEVEL,
            YOUR_DIVISION_NOT_IN_FORCE,
            NOT_PERMITTED,
            CASE_BUSY,
            SERVICE_UNAVAILABLE,
            TOO_MANY_REQUESTS,
            TOO_MANY_COMMANDS,
            OUTCOME_UNKNOWN,
            INTERNAL_ERROR);

    private static final Set<RefusalCode> OF_ONE_ADDRESSED =
            EnumSet.of(NO_SUCH_ADDRESS, IF_MATCH_MALFORMED, CASE_CHANGED_SINCE);

    private CommandRefusals() {}

    static Set<RefusalCode> of(Class<? extends Command> command) {
        Set<RefusalCode> all = EnumSet.copyOf(OF_EVERY_COMMAND);
        if (CommandCatalogue.begins(command)) {
            all.add(CommandCatalogue.kind(command).outside());
        } else {
            all.addAll(OF_ONE_ADDRESSED);
            all.add(CommandCatalogue.kind(command).notFound());
        }
        all.addAll(CommandCatalogue.refusals(command));
        return all;
    }
}
