package org.huhang.app.start;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.huhang.app.CannotStart;
import org.huhang.log.LogOfAnother;
import org.huhang.log.axonserver.AxonServerUnreachable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says in one sentence why the application did not start, where its operator can do something about it. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailures implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        Optional<String> sentence =
                isEnding() ? Optional.of("It was stopped before it had started.") : sentenceFor(failure);
        sentence.ifPresent(known -> System.err.println("\nHuhang did not start. " + known + "\n"));
        return sentence.isPresent();
    }

    /** Whether this process is being ended: whatever fails now fails for that, and there is no other way to ask. */
    private static boolean isEnding() {
        Thread hook = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(hook);
            Runtime.getRuntime().removeShutdownHook(hook);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    static Optional<String> sentenceFor(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(StartFailures::sentence)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> sentence(Throwable cause) {
        return switch (cause) {
            case CannotStart known -> Optional.of(known.getMessage());
            case PortInUseException taken ->
                Optional.of("Port " + taken.getPort() + " is taken by another program: stop that one, or choose another"
                        + " port with server.port (for example SERVER_PORT=" + (taken.getPort() + 1)
                        + " in the environment).");
            case AxonServerUnreachable gone ->
                Optional.of(
                        "No Axon Server answers at " + gone.servers() + ": check axon.axonserver.servers (and context,"
                                + " token and SSL beside it) and that the server runs, or leave huhang.event-store out to keep the"
                                + " log in PostgreSQL.");
            case LogOfAnother other ->
                Optional.of("This database belongs to a log that "
                        + switch (other.keeper()) {
                            case POSTGRES -> "PostgreSQL keeps: leave huhang.event-store out";
                            case AXON_SERVER -> "Axon Server keeps: set huhang.event-store=axon-server";
                        }
                        + ", or name another huhang.database.url (or huhang.data-folder).");
            case UnboundConfigurationPropertiesException unknown ->
                Optional.of("There is no configuration key "
                        + unknown.getUnboundProperties().iterator().next().getName()
                        + ": correct its name; all keys stand in application.yml.");
            // Its own words quote the file, which may hold a password.
            case MarkedYAMLException unreadable
            when unreadable.getProblemMark() != null ->
                Optional.of(
                        "A configuration file (application.yml, beside the project or in its folder config) is not YAML:"
                                + " correct its line "
                                + (unreadable.getProblemMark().getLine() + 1) + ", or what stands before it.");
            case InvalidConfigurationPropertyValueException invalid ->
                Optional.of(invalid.getName() + " is \"" + invalid.getValue() + "\", which it cannot be: correct it.");
            case BindException unreadable
            when unreadable.getProperty() != null ->
                Optional.of(unreadable.getName() + " is \""
                        + unreadable.getProperty().getValue() + "\", which is not a " + expected(unreadable) + ".");
            default -> Optional.empty();
        };
    }

    private static String expected(BindException unreadable) {
        Class<?> type = unreadable.getTarget().getType().resolve(Object.class);
        return type.isEnum()
                ? "value of "
                        + String.join(
                                ", ",
                                Arrays.stream(type.getEnumConstants())
                                        .map(value -> value.toString().toLowerCase(Locale.ROOT))
                                        .toList())
                : switch (type.getSimpleName()) {
                    case "Duration" -> "time such as 5s";
                    case "DataSize" -> "size such as 1MB";
                    case "int" -> "number";
                    case "boolean" -> "true or false";
                    default -> "value this key takes (" + type.getSimpleName() + ")";
                };
    }
}
