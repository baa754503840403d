package org.huhang.app.contract;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Which documented address a path is of. Of several, the one with the fewest variables, as Spring decides it. */
final class Addresses {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^/]+}");

    private record Address(String template, Pattern pattern, int variables) {}

    private final List<Address> addresses;

    Addresses(JsonNode paths) {
        addresses = paths.propertyNames().stream()
                .map(template -> new Address(
                        template,
                        Pattern.compile(
                                VARIABLE.matcher(Pattern.quote(template)).replaceAll("\\\\E[^/]+\\\\Q")),
                        (int) VARIABLE.matcher(template).results().count()))
                .sorted(Comparator.comparingInt(Address::variables))
                .toList();
    }

    Optional<String> templateOf(String path) {
        return addresses.stream()
                .filter(address -> address.pattern.matcher(path).matches())
                .map(Address::template)
                .findFirst();
    }

    /** Whether it is for people: those are no part of the contract. */
    static boolean isPage(String path) {
        return path.equals("/docs") || path.startsWith("/docs/") || path.startsWith("/webjars/");
    }
}
