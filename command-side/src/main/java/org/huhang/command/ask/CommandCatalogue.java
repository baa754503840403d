package org.huhang.command.ask;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every command there is, by its stable name. Built from the sealed families, so a new command cannot be forgotten. */
public final class CommandCatalogue {

    private static final List<Class<? extends CaseCommand>> ALL =
            leaves(CaseCommand.class).toList();

    private static final Map<String, Class<? extends CaseCommand>> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(CommandCatalogue::name, Function.identity()));

    private CommandCatalogue() {}

    public static List<Class<? extends CaseCommand>> all() {
        return ALL;
    }

    public static String name(Class<? extends CaseCommand> type) {
        return type.getAnnotation(CommandType.class).value();
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
