package org.huhang.app.security.provider;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of an OpenID provider, asked for in the background: every minute while it answers, every five seconds while it
 * does not. Known keys are good for an hour after the provider's last answer. A caller waits for the provider only where
 * nothing is known yet, or for a key that is new, which is asked for at most {@value #AT_ONCE} times at once and then every
 * twenty seconds; all who wait share one question, and none is asked by a caller while the provider does not answer.
 */
public final class ProviderKeys implements JWKSource<SecurityContext>, AutoCloseable {

    static final Duration REFRESHED = Duration.ofMinutes(1);
    static final Duration TRIED_AGAIN = Duration.ofSeconds(5);
    static final Duration OUTLIVES_PROVIDER = Duration.ofHours(1);

    /** Keys as young as this need not be asked for anew because one is not among them. */
    static final Duration FRESH = Duration.ofSeconds(5);

    static final int AT_ONCE = 3;
    static final Duration THEN_EVERY = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(ProviderKeys.class);

    /** How the provider stands: the keys of its last good answer, and why the last question failed, if it did. */
    record KeyStatus(Optional<JWKSet> keys, Instant answered, Optional<String> trouble, Instant asked) {

        static final KeyStatus UNASKED = new KeyStatus(Optional.empty(), Instant.MIN, Optional.empty(), Instant.MIN);

        Optional<JWKSet> usable(Instant now) {
            return keys.filter(known -> now.isBefore(answered.plus(OUTLIVES_PROVIDER)));
        }
    }

    private final String issuer;
    private final ProviderEndpoints provider;
    private final InstantSource clock;
    private final ReentrantLock turn = new ReentrantLock();
    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("token-provider").factory());

    private volatile KeyStatus status = KeyStatus.UNASKED;
    private CompletableFuture<KeyStatus> underWay;
    private Instant spentUntil = Instant.MIN;

    ProviderKeys(String issuer, ProviderEndpoints provider, InstantSource clock) {
        this.issuer = issuer;
        this.provider = provider;
        this.clock = clock;
    }

    void start() {
        background.scheduleWithFixedDelay(this::askWhereDue, 0, 1, TimeUnit.SECONDS);
    }

    KeyStatus status() {
        return status;
    }

    /** @throws NoKeys where it cannot be told whether there is such a key */
    @Override
    public List<JWK> get(JWKSelector wanted, SecurityContext nothing) throws NoKeys {
        KeyStatus known = status;
        Instant now = clock.instant();
        Optional<JWKSet> usable = known.usable(now);
        if (usable.isPresent()) {
            List<JWK> found = wanted.select(usable.get());
            if (!found.isEmpty() || now.isBefore(known.answered().plus(FRESH))) {
                return found;
            }
        }
        KeyStatus after = asked(known, now);
        if (after.trouble().isPresent()) {
            throw new NoKeys(after.trouble().get());
        }
        return wanted.select(after.keys().orElseThrow());
    }

    /** Waits as long as the provider may take, once; only where there is hope that it answers. */
    private KeyStatus asked(KeyStatus known, Instant now) throws NoKeys {
        CompletableFuture<KeyStatus> answer;
        turn.lock();
        try {
            if (status.trouble().isPresent()) {
                throw new NoKeys(status.trouble().get());
            }
            if (status != known) {
                // Somebody's question was answered while this caller looked.
                return status;
            }
            if (underWay == null && !mayAsk(now)) {
                throw new NoKeys("was asked for keys that it does not have too often");
            }
            answer = question();
        } finally {
            turn.unlock();
        }
        return answer.join();
    }

    void askWhereDue() {
        Instant now = clock.instant();
        KeyStatus known = status;
        Instant next = known.equals(KeyStatus.UNASKED)
                ? now
                : known.asked().plus(known.trouble().isPresent() ? TRIED_AGAIN : REFRESHED);
        boolean clockWentBack = now.isBefore(known.asked());
        if (clockWentBack || !now.isBefore(next)) {
            CompletableFuture<KeyStatus> answer;
            turn.lock();
            try {
                answer = question();
            } finally {
                turn.unlock();
            }
            answer.join();
        }
    }

    /** The one that is under way, or a new one. The turn is held. */
    private CompletableFuture<KeyStatus> question() {
        if (underWay == null) {
            CompletableFuture<KeyStatus> question = new CompletableFuture<>();
            underWay = question;
            Thread.ofVirtual().start(() -> answer(question));
        }
        return underWay;
    }

    private void answer(CompletableFuture<KeyStatus> question) {
        KeyStatus before = status;
        KeyStatus after;
        try {
            JWKSet keys = provider.keys();
            Instant now = clock.instant();
            after = new KeyStatus(Optional.of(keys), now, Optional.empty(), now);
        } catch (NoKeys none) {
            after = new KeyStatus(before.keys(), before.answered(), Optional.of(none.getMessage()), clock.instant());
        } catch (RuntimeException | Error fault) {
            after = new KeyStatus(
                    before.keys(),
                    before.answered(),
                    Optional.of("cannot be asked (" + fault.getClass().getSimpleName() + ")"),
                    clock.instant());
        }
        turn.lock();
        try {
            status = after;
            underWay = null;
        } finally {
            turn.unlock();
        }
        tell(before, after);
        question.complete(after);
    }

    private void tell(KeyStatus before, KeyStatus after) {
        if (after.trouble().isPresent() && !after.trouble().equals(before.trouble())) {
            LOG.warn(
                    "The token provider {} {}. {}",
                    issuer,
                    after.trouble().get(),
                    after.usable(clock.instant()).isPresent()
                            ? "Its tokens are checked with the keys known, for up to an hour"
                            : "Its tokens cannot be checked: callers get 503 until it answers");
        } else if (after.trouble().isEmpty() && before.trouble().isPresent()) {
            LOG.info("The token provider {} answers", issuer);
        }
    }

    /** A few at once, then one every so often, as a leaky bucket counts. The turn is held. */
    private boolean mayAsk(Instant now) {
        Instant full = now.plus(THEN_EVERY.multipliedBy(AT_ONCE));
        boolean clockWentBack = spentUntil.isAfter(full);
        Instant from = spentUntil.isAfter(now) && !clockWentBack ? spentUntil : now;
        if (from.plus(THEN_EVERY).isAfter(full)) {
            return false;
        }
        spentUntil = from.plus(THEN_EVERY);
        return true;
    }

    @Override
    public void close() {
        background.shutdownNow();
        provider.close();
    }
}
