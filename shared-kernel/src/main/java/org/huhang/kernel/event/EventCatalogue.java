package org.huhang.kernel.event;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huhang.kernel.stream.StreamKind;

/** Every fact there is, by its stable name. Built from the sealed families, so a new fact cannot be forgotten. */
public final class EventCatalogue {

    private static final List<Class<? extends Event>> ALL = leaves(Event.class).toList();

    private static final Map<String, Class<? extends Event>> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(EventCatalogue::name, Function.identity()));

    private EventCatalogue() {}

    public static List<Class<? extends Event>> all() {
        return ALL;
    }

    public static String name(Class<? extends Event> type) {
        return type.getAnnotation(EventType.class).value();
    }

    public static int revision(Class<? extends Event> type) {
        return type.getAnnotation(EventType.class).revision();
    }

    /** @throws IllegalArgumentException for a name no class carries: the log holds a fact this build cannot read */
    public static Class<? extends Event> named(String name) {
        Class<? extends Event> type = BY_NAME.get(name);
        if (type == null) {
            throw new IllegalArgumentException("No event is named " + name);
        }
        return type;
    }

    /** @throws IllegalArgumentException for a name no class carries */
    public static StreamKind kind(String name) {
        Class<? extends Event> type = named(name);
        return Stream.of(StreamKind.values())
                .filter(kind -> kind.facts().isAssignableFrom(type))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static Stream<Class<? extends Event>> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(EventCatalogue::leaves)
                : Stream.of((Class<? extends Event>) type);
    }
}
