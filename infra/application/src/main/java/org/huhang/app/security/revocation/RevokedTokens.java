package org.huhang.app.security.revocation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The revocations in force, in memory: asking costs no query. A look once a second finds what another process has revoked
 * or lifted; while the database cannot be reached, what was last known holds.
 */
@Component
public final class RevokedTokens implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(RevokedTokens.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final RevocationJournal journal;
    private final InstantSource clock;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("revocations").daemon().factory());
    private volatile InForce known;
    private boolean reachable = true;

    private record InForce(
            long newest, Map<String, List<Revocation>> byToken, Map<String, List<Revocation>> bySubject) {

        static InForce read(long newest, List<Revocation> all) {
            return new InForce(newest, by(Revocation::tokenId, all), by(Revocation::subject, all));
        }

        private static Map<String, List<Revocation>> by(
                Function<Revocation, Optional<String>> name, List<Revocation> all) {
            return all.stream()
                    .filter(one -> name.apply(one).isPresent())
                    .collect(Collectors.groupingBy(one -> name.apply(one).orElseThrow()));
        }
    }

    /** Knows them before the first request is let in. */
    RevokedTokens(RevocationJournal journal, InstantSource clock) {
        this.journal = journal;
        this.clock = clock;
        this.known = InForce.read(journal.newest(), journal.inForce());
        looks.scheduleWithFixedDelay(
                this::lookAgain, BETWEEN_LOOKS.toMillis(), BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * @param tokenId null for a token without one
     * @param issuedAt null where the token does not say
     * @param subjects whom the token is for, by every name of theirs
     */
    public boolean has(String tokenId, Instant issuedAt, String... subjects) {
        InForce now = known;
        return Stream.concat(
                        tokenId == null ? Stream.of() : now.byToken().getOrDefault(tokenId, List.of()).stream(),
                        Stream.of(subjects)
                                .flatMap(subject -> now.bySubject().getOrDefault(subject, List.of()).stream())
                                .filter(revocation -> revocation.meansIssuedAt(issuedAt)))
                .anyMatch(revocation -> revocation.lastsBeyond(clock.instant()));
    }

    /** Takes in what has changed. */
    synchronized void look() {
        // The number first: an act that comes in between is read now, and found new once more.
        long newest = journal.newest();
        if (newest != known.newest()) {
            known = InForce.read(newest, journal.inForce());
        }
    }

    private void lookAgain() {
        try {
            look();
            reachable = true;
        } catch (DataAccessException e) {
            if (reachable && !looks.isShutdown()) {
                LOG.warn(
                        "Revocations cannot be looked up; those known hold, and it is tried again every second: {}",
                        e.getClass().getName());
            }
            reachable = false;
        }
    }

    @Override
    public void destroy() {
        looks.shutdownNow();
    }
}
