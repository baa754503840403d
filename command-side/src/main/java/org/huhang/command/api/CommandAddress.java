package org.huhang.command.api;

import java.util.List;
import org.huhang.command.ask.CaseCommand;
import org.huhang.command.ask.CommandCatalogue;
import org.huhang.command.ask.FileCommand.Register;

/** Where each command is asked for. */
public final class CommandAddress {

    private CommandAddress() {}

    public static String of(Class<? extends CaseCommand> command) {
        return command == Register.class ? "/api/cases" : "/api/cases/{caseId}/" + CommandCatalogue.name(command);
    }

    /** Names of the commands that are asked of a case that exists, in order. */
    static List<String> ofACase() {
        return CommandCatalogue.all().stream()
                .filter(type -> type != Register.class)
                .map(CommandCatalogue::name)
                .sorted()
                .toList();
    }
}
