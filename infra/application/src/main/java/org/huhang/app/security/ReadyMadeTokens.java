package org.huhang.app.security;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.huhang.app.CannotStart;
import org.huhang.app.database.DataFolder;
import org.huhang.kernel.access.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * One token a role, so that every role can be tried; in files only the owner of the data folder may read, and nowhere
 * else. They live for a short time, so the files are written anew long before, as long as the application runs; then they
 * are removed, or soon of no use where it was killed.
 */
public final class ReadyMadeTokens implements DisposableBean {

    static final Duration LIFETIME = Duration.ofHours(1);

    /** A token just taken from its file is good for most of its life; so is one taken after the machine has slept. */
    private static final int RENEWALS_IN_A_LIFETIME = 12;

    private static final Duration LONGEST_WRITE = Duration.ofSeconds(10);
    private static final String FOLDER = "tokens";
    private static final Logger LOG = LoggerFactory.getLogger(ReadyMadeTokens.class);

    /** Whom the tokens are for; the divisions are the demo's. */
    public enum Holder {
        COUNTY_OFFICER("county-officer", Role.COUNTY_OFFICER, "330109"),
        OTHER_COUNTY_OFFICER("county-officer-640121", Role.COUNTY_OFFICER, "640121"),
        INSPECTOR("inspector", Role.INSPECTOR, "000000"),
        ANALYST("analyst", Role.ANALYST, "000000"),
        CHILD_DIRECTOR("child-director", Role.CHILD_DIRECTOR, "330109103201"),
        SUPERVISOR("supervisor", Role.SUPERVISOR, "330109103"),
        CITY_OFFICER("city-officer", Role.CITY_OFFICER, "330100"),
        PROVINCE_OFFICER("province-officer", Role.PROVINCE_OFFICER, "330000"),
        MINISTRY_OFFICER("ministry-officer", Role.MINISTRY_OFFICER, "000000"),
        OPERATOR("operator", Role.OPERATOR, "000000");

        private final String account;
        private final Role role;
        private final String division;

        Holder(String account, Role role, String division) {
            this.account = account;
            this.role = role;
            this.division = division;
        }
    }

    private final LocalIssuer issuer;
    private final DataFolder data;
    private final Duration lifetime;
    private final ScheduledExecutorService renewal = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("tokens").daemon().factory());

    /** Writes them, and goes on writing them until {@link #destroy}. */
    ReadyMadeTokens(LocalIssuer issuer, DataFolder data, Duration lifetime) {
        this.issuer = issuer;
        this.data = data;
        this.lifetime = lifetime;
        data.clear(FOLDER);
        write();
        long between = lifetime.dividedBy(RENEWALS_IN_A_LIFETIME).toMillis();
        renewal.scheduleWithFixedDelay(this::renew, between, between, TimeUnit.MILLISECONDS);
    }

    public Path file(Holder holder) {
        return folder().resolve(holder.account + ".jwt");
    }

    public Path folder() {
        return data.path(FOLDER);
    }

    @Override
    public void destroy() throws InterruptedException {
        renewal.shutdown();
        renewal.awaitTermination(LONGEST_WRITE.toMillis(), TimeUnit.MILLISECONDS);
        data.clear(FOLDER);
    }

    private void renew() {
        try {
            write();
        } catch (CannotStart unwritable) {
            LOG.warn("The ready-made tokens cannot be renewed, and end soon: {}", unwritable.getMessage());
        }
    }

    private void write() {
        for (Holder holder : Holder.values()) {
            data.write(
                    FOLDER,
                    holder.account + ".jwt",
                    issuer.token(holder.account, holder.role, holder.division, lifetime));
        }
    }
}
