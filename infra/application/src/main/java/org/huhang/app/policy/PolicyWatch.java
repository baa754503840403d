package org.huhang.app.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.huhang.kernel.policy.Policies;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.kernel.table.UnreadableTable;
import org.huhang.kernel.time.Shanghai;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The tables in force: the published ones with what the operator's folder replaces, on the day it is in Shanghai. The folder
 * is looked at again and again. Tables that can be used take effect as one; where one cannot, that is said once and those
 * taken up before stay.
 */
public final class PolicyWatch implements Policies, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyWatch.class);
    private static final Duration LOOK = Duration.ofSeconds(2);

    /** @param content digest of the files it was read from */
    private record InForce(PolicyBook book, LocalDate day, String content) {}

    private final Optional<Path> folder;
    private final InstantSource clock;
    private volatile InForce inForce;
    private String seen;
    private String refused = "";
    private ScheduledExecutorService watch;

    /** @throws UnreadableTable for tables that cannot be used */
    public PolicyWatch(Optional<Path> folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
        this.seen = content();
        LocalDate today = Shanghai.dayOf(clock.instant());
        this.inForce = new InForce(PolicyBook.at(today, folder), today, seen);
    }

    @Override
    public PolicyBook now() {
        return inForce.book();
    }

    /** Turns the day, and takes up what the folder holds since the look before: a file may be half written when first seen. */
    void look() {
        LocalDate today = Shanghai.dayOf(clock.instant());
        InForce before = inForce;
        if (!today.equals(before.day())) {
            before = new InForce(before.book().asOf(today), today, before.content());
            inForce = before;
        }
        String content = content();
        boolean settled = content.equals(seen);
        seen = content;
        if (settled && !content.equals(before.content()) && !content.equals(refused)) {
            take(content, today);
        }
    }

    private void take(String content, LocalDate today) {
        try {
            PolicyBook book = PolicyBook.at(today, folder);
            if (content.equals(content())) {
                inForce = new InForce(book, today, content);
                refused = "";
                LOG.info(
                        "Other tables in huhang.policy-folder are in force now; divisions are those of {}",
                        book.divisions().latest().name());
            }
        } catch (UnreadableTable unusable) {
            refused = content;
            LOG.error(
                    "The tables in huhang.policy-folder cannot be used ({}): correct them. Until then those taken up"
                            + " before stay in force.",
                    unusable.getMessage());
        }
    }

    /** Digest of the folder's tables with their names; of a folder that cannot be read, of that. */
    private String content() {
        if (folder.isEmpty()) {
            return "";
        }
        try (Stream<Path> files = Files.list(folder.get())) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            List<Path> tables = files.filter(
                            file -> file.getFileName().toString().endsWith(".tsv"))
                    .sorted()
                    .toList();
            for (Path table : tables) {
                digest.update(MessageDigest.getInstance("SHA-256")
                        .digest(table.getFileName().toString().getBytes(UTF_8)));
                digest.update(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(table)));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            return e.getClass().getName();
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException e) {
            // A schedule ends with the first exception; the next look may well succeed.
            LOG.error(
                    "The tables in force could not be looked after: {}",
                    e.getClass().getName());
        }
    }

    @Override
    public void start() {
        watch = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("policy-watch").daemon().factory());
        watch.scheduleWithFixedDelay(this::lookSafely, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        watch.shutdownNow();
        watch = null;
    }

    @Override
    public boolean isRunning() {
        return watch != null;
    }
}
