package org.huhang.command.ask;

import static org.huhang.kernel.refusal.RefusalCode.*;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huhang.command.area.amendment.AmendmentCommand;
import org.huhang.command.area.file.FileCommand;
import org.huhang.command.area.guardianship.GuardianshipCommand;
import org.huhang.command.area.keycare.KeyCareCommand;
import org.huhang.command.area.schooling.SchoolingCommand;
import org.huhang.command.area.screening.ScreeningCommand;
import org.huhang.command.beside.staff.StaffCommand;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.stream.StreamKind;

/** Every command there is, by its stable name. Built from the sealed families, one an area, so a new command cannot be forgotten. */
public final class CommandCatalogue {

    private static final List<Class<? extends Command>> FAMILIES = List.of(
            FileCommand.class,
            ScreeningCommand.class,
            KeyCareCommand.class,
            GuardianshipCommand.class,
            SchoolingCommand.class,
            AmendmentCommand.class,
            StaffCommand.class);

    private static final List<Class<? extends Command>> ALL =
            FAMILIES.stream().flatMap(CommandCatalogue::leaves).toList();

    private static final Map<String, Class<? extends Command>> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(CommandCatalogue::name, Function.identity()));

    private CommandCatalogue() {}

    /** The sealed family of each area, and of each kind of aggregate beside the cases. */
    public static List<Class<? extends Command>> families() {
        return FAMILIES;
    }

    public static List<Class<? extends Command>> all() {
        return ALL;
    }

    public static String name(Class<? extends Command> type) {
        return type.getAnnotation(CommandType.class).value();
    }

    /** Every code a decision on this command may give, in the order of {@link RefusalCode}. */
    public static Set<RefusalCode> refusals(Class<? extends Command> type) {
        Set<RefusalCode> refusals = new TreeSet<>(
                Arrays.asList(type.getAnnotation(CommandType.class).refuses()));
        if (!begins(type)) {
            refusals.addAll(byAny(kind(type)));
        }
        return refusals;
    }

    /** What any command to an aggregate that exists may meet beside its own rules. */
    private static Set<RefusalCode> byAny(StreamKind kind) {
        return switch (kind) {
            case CASE ->
                Set.of(
                        CASE_NOT_FOUND,
                        CASE_MERGED,
                        CASE_CLOSED,
                        DATE_IN_THE_FUTURE,
                        BEFORE_BIRTH,
                        LATER_ENTRY_RESTS_ON_IT);
            case STAFF ->
                Set.of(
                        STAFF_NOT_FOUND,
                        POST_ABOVE_YOUR_LEVEL,
                        AREA_OUTSIDE_YOUR_DIVISION,
                        DATE_IN_THE_FUTURE,
                        BEFORE_APPOINTMENT,
                        POST_ENDED);
        };
    }

    /** Whether such a command begins the aggregate that it is asked of. */
    public static boolean begins(Class<? extends Command> type) {
        return type.getAnnotation(CommandType.class).begins();
    }

    /** The kind of aggregate that such a command is asked of. */
    public static StreamKind kind(Class<? extends Command> type) {
        return Stream.of(StreamKind.values())
                .filter(kind -> commands(kind).isAssignableFrom(type))
                .findFirst()
                .orElseThrow();
    }

    private static Class<? extends Command> commands(StreamKind kind) {
        return switch (kind) {
            case CASE -> CaseCommand.class;
            case STAFF -> StaffCommand.class;
        };
    }

    /** The command that an aggregate of the kind begins with. */
    public static Class<? extends Command> beginning(StreamKind kind) {
        return ALL.stream()
                .filter(type -> kind(type) == kind && begins(type))
                .findFirst()
                .orElseThrow();
    }

    public static Optional<Class<? extends Command>> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    @SuppressWarnings("unchecked")
    private static Stream<Class<? extends Command>> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(CommandCatalogue::leaves)
                : Stream.of((Class<? extends Command>) type);
    }
}
