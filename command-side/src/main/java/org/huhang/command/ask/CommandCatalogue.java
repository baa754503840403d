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
import org.huhang.command.area.file.FileCommand;
import org.huhang.command.area.guardianship.GuardianshipCommand;
import org.huhang.command.area.keycare.KeyCareCommand;
import org.huhang.command.area.schooling.SchoolingCommand;
import org.huhang.command.area.screening.ScreeningCommand;
import org.huhang.kernel.refusal.RefusalCode;

/** Every command there is, by its stable name. Built from the sealed families, one an area, so a new command cannot be forgotten. */
public final class CommandCatalogue {

    private static final List<Class<? extends CaseCommand>> FAMILIES = List.of(
            FileCommand.class,
            ScreeningCommand.class,
            KeyCareCommand.class,
            GuardianshipCommand.class,
            SchoolingCommand.class);

    private static final List<Class<? extends CaseCommand>> ALL =
            FAMILIES.stream().flatMap(CommandCatalogue::leaves).toList();

    private static final Map<String, Class<? extends CaseCommand>> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(CommandCatalogue::name, Function.identity()));

    /** What any command to a case may meet before its own rules are asked. */
    private static final Set<RefusalCode> BY_ANY = Set.of(
            CASE_NOT_FOUND, CASE_MERGED, CASE_CLOSED, DATE_IN_THE_FUTURE, BEFORE_REGISTRATION, BEFORE_LAST_CHANGE);

    private CommandCatalogue() {}

    /** The sealed family of each area. */
    public static List<Class<? extends CaseCommand>> families() {
        return FAMILIES;
    }

    public static List<Class<? extends CaseCommand>> all() {
        return ALL;
    }

    public static String name(Class<? extends CaseCommand> type) {
        return type.getAnnotation(CommandType.class).value();
    }

    /** Every code a decision on this command may give, in the order of {@link RefusalCode}. */
    public static Set<RefusalCode> refusals(Class<? extends CaseCommand> type) {
        Set<RefusalCode> refusals = new TreeSet<>(
                Arrays.asList(type.getAnnotation(CommandType.class).refuses()));
        if (type != FileCommand.Register.class) {
            refusals.addAll(BY_ANY);
        }
        return refusals;
    }

    public static Optional<Class<? extends CaseCommand>> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    @SuppressWarnings("unchecked")
    private static Stream<Class<? extends CaseCommand>> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(CommandCatalogue::leaves)
                : Stream.of((Class<? extends CaseCommand>) type);
    }
}
