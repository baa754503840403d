package org.huhang.command.api;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.huhang.command.port.IdempotencyKey;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;

/** {@code Idempotency-Key}: 1 to 255 visible ASCII characters, bare or as a quoted string. */
final class IdempotencyKeyHeader {

    static final String NAME = "Idempotency-Key";
    static final String KEY = "[\\x21-\\x7e]{1,255}";

    private static final Pattern ALLOWED = Pattern.compile(KEY);

    private IdempotencyKeyHeader() {}

    /**
     * @param given what stood under that name, each time it stood there
     * @throws Refused {@code IDEMPOTENCY_KEY_MALFORMED}, also for two of them
     */
    static Optional<IdempotencyKey> read(List<String> given, Actor actor, Supplier<String> digest) {
        if (given.isEmpty()) {
            return Optional.empty();
        }
        String key = unquoted(given.getFirst().strip());
        if (given.size() > 1 || !ALLOWED.matcher(key).matches()) {
            throw new Refused(RefusalCode.IDEMPOTENCY_KEY_MALFORMED);
        }
        return Optional.of(new IdempotencyKey(actor.id(), key, digest.get()));
    }

    private static String unquoted(String text) {
        return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }
}
