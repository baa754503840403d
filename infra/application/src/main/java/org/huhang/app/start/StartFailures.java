package org.huhang.app.start;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.huhang.app.CannotStart;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in one sentence why the application did not start, where its operator can do something about it. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailures implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Optional<String> sentence = sentence(cause);
            if (sentence.isPresent()) {
                System.err.println("\nHuhang did not start. " + sentence.get() + "\n");
                return true;
            }
        }
        return false;
    }

    private static Optional<String> sentence(Throwable cause) {
        return switch (cause) {
            case CannotStart known -> Optional.of(known.getMessage());
            case PortInUseException taken ->
                Optional.of("Port " + taken.getPort() + " is taken by another program: stop that one, or choose another"
                        + " port with server.port (for example SERVER_PORT=" + (taken.getPort() + 1)
                        + " in the environment).");
            case UnboundConfigurationPropertiesException unknown ->
                Optional.of("There is no configuration key "
                        + unknown.getUnboundProperties().iterator().next().getName()
                        + ": correct its name; all keys stand in application.yml.");
            case BindException unreadable when unreadable.getProperty() != null ->
                Optional.of(unreadable.getName() + " is \"" + unreadable.getProperty().getValue()
                        + "\", which is not a " + expected(unreadable) + ".");
            default -> Optional.empty();
        };
    }

    private static String expected(BindException unreadable) {
        Class<?> type = unreadable.getTarget().getType().resolve(Object.class);
        return type.isEnum()
                ? "value of " + String.join(", ", Arrays.stream(type.getEnumConstants())
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
