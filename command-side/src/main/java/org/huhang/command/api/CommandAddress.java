package org.huhang.command.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huhang.command.area.file.FileCommand.Register;
import org.huhang.command.ask.CaseCommand;
import org.huhang.command.ask.CommandCatalogue;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;

/** Where each command is asked for. */
public final class CommandAddress {

    /** Below a case only the commands' own names lead to a command: anything else there is no address, by any method. */
    static final String OF_A_CASE =
            "/api/cases/{caseId}/{command:#{T(org.huhang.command.api.CommandAddress).anyName()}}";

    private static final Pattern BELOW_A_CASE = Pattern.compile("/?api/cases/[^/]+/([^/]+)");

    private CommandAddress() {}

    public static String of(Class<? extends CaseCommand> command) {
        return command == Register.class ? "/api/cases" : "/api/cases/{caseId}/" + CommandCatalogue.name(command);
    }

    /** A regular expression for the name of any command that is asked of a case that exists. */
    public static String anyName() {
        return String.join("|", ofACase());
    }

    /** What a POST to no address is told where a command's name would stand; empty for other places. */
    public static Optional<Refusal> unknown(String path) {
        Matcher below = BELOW_A_CASE.matcher(path);
        return below.matches() && !ofACase().contains(below.group(1))
                ? Optional.of(Refusal.of(RefusalCode.COMMAND_UNKNOWN, Map.of("known", String.join(", ", ofACase()))))
                : Optional.empty();
    }

    /** Names of the commands that are asked of a case that exists, in order. */
    private static List<String> ofACase() {
        return CommandCatalogue.all().stream()
                .filter(type -> type != Register.class)
                .map(CommandCatalogue::name)
                .sorted()
                .toList();
    }
}
