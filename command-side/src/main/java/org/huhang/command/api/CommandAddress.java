package org.huhang.command.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huhang.command.ask.Command;
import org.huhang.command.ask.CommandCatalogue;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.stream.StreamKind;

/** Where each command is asked for. */
public final class CommandAddress {

    /** Below an aggregate only its commands' own names lead to a command: anything else there is no address, by any method. */
    static final String OF_A_CASE =
            "/api/cases/{id}/{command:#{T(org.huhang.command.api.CommandAddress).anyNameOf('CASE')}}";

    static final String OF_STAFF =
            "/api/staff/{id}/{command:#{T(org.huhang.command.api.CommandAddress).anyNameOf('STAFF')}}";

    private CommandAddress() {}

    public static String of(Class<? extends Command> command) {
        StreamKind kind = CommandCatalogue.kind(command);
        return CommandCatalogue.begins(command)
                ? all(kind)
                : all(kind) + "/{" + idOf(kind) + "}/" + CommandCatalogue.name(command);
    }

    /** Where aggregates of the kind are begun, and their own addresses stand below. */
    static String all(StreamKind kind) {
        return switch (kind) {
            case CASE -> "/api/cases";
            case STAFF -> "/api/staff";
        };
    }

    /** What the documents call the id in an address. */
    public static String idOf(StreamKind kind) {
        return switch (kind) {
            case CASE -> "caseId";
            case STAFF -> "staffId";
        };
    }

    /** A regular expression for the name of any command that is asked of an aggregate of the kind that exists. */
    public static String anyNameOf(String kind) {
        return String.join("|", ofExisting(StreamKind.valueOf(kind)));
    }

    /** What a POST to no address is told where a command's name would stand; empty for other places. */
    public static Optional<Refusal> unknown(String path) {
        return Stream.of(StreamKind.values())
                .flatMap(kind -> unknown(kind, path))
                .findFirst();
    }

    private static Stream<Refusal> unknown(StreamKind kind, String path) {
        List<String> known = ofExisting(kind);
        Matcher below = Pattern.compile("/?" + all(kind).substring(1) + "/[^/]+/([^/]+)")
                .matcher(path);
        return below.matches() && !known.contains(below.group(1))
                ? Stream.of(Refusal.of(RefusalCode.COMMAND_UNKNOWN, Map.of("known", String.join(", ", known))))
                : Stream.empty();
    }

    /** Names of the commands that are asked of an aggregate that exists, in order. */
    private static List<String> ofExisting(StreamKind kind) {
        return CommandCatalogue.all().stream()
                .filter(type -> CommandCatalogue.kind(type) == kind && !CommandCatalogue.begins(type))
                .map(CommandCatalogue::name)
                .sorted()
                .toList();
    }
}
