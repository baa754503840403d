package org.huhang.app.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Tells the operator, and nobody else, why tokens are refused: for each check one line a minute, so that strangers cannot
 * fill the log. Names claims and says what sort of value they have, never a value that may be a person's.
 */
final class RefusedTokens {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedTokens.class);
    private static final Duration QUIET = Duration.ofMinutes(1);
    private static final int MOST_NAMES = 30;
    private static final Predicate<String> NAME =
            Pattern.compile("[\\w.:/+-]{1,120}").asMatchPredicate();

    private final InstantSource clock;
    private final Map<Check, Said> said = new EnumMap<>(Check.class);

    private record Said(Instant at, int since) {}

    RefusedTokens(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * @param expected what the check asks for
     * @param found what the token has in its place, through {@link #named} or {@link #sort} where the token chose the words
     */
    void refused(Check check, String expected, String found) {
        int untold;
        synchronized (said) {
            Instant now = clock.instant();
            Said last = said.get(check);
            if (last != null && now.isBefore(last.at().plus(QUIET)) && !now.isBefore(last.at())) {
                said.put(check, new Said(last.at(), last.since() + 1));
                return;
            }
            untold = last == null ? 0 : last.since();
            said.put(check, new Said(now, 0));
        }
        // Tokens end every day: that is no fault of anybody's setup.
        LOG.atLevel(check == Check.TIME ? Level.INFO : Level.WARN)
                .log(
                        "A token was refused: it {}. Expected: {}. Found: {}.{}",
                        check.finding(),
                        expected,
                        found,
                        untold == 0 ? "" : " " + untold + " more were refused for that since it was last said.");
    }

    /** A name from a token, where it is short and plain enough for a log; for names of programs and places, not of people. */
    static String named(Object name) {
        return switch (name) {
            case null -> "nothing";
            case String text when NAME.test(text) -> text;
            case List<?> several
            when !several.isEmpty() && several.size() <= MOST_NAMES ->
                several.stream().map(RefusedTokens::named).collect(Collectors.joining(", "));
            default -> sort(name);
        };
    }

    /** What sort of value a claim has, without a word of it. */
    static String sort(Object value) {
        return switch (value) {
            case null -> "nothing";
            case String text -> "a text of " + text.length() + " characters";
            case Number number -> "a number";
            case Boolean truth -> "true or false";
            case List<?> several -> "a list of " + several.size();
            case Map<?, ?> nested -> "an object";
            default -> "a value of another sort";
        };
    }

    static String names(Set<String> claims) {
        return claims.stream()
                .sorted()
                .limit(MOST_NAMES)
                .map(name -> NAME.test(name) ? name : "(one with an odd name)")
                .collect(Collectors.joining(", ", "claims there are ", claims.size() > MOST_NAMES ? ", …" : ""));
    }
}
