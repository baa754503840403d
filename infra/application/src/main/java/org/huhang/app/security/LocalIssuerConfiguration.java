package org.huhang.app.security;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huhang.app.CannotStart;
import org.huhang.app.HuhangProperties;
import org.huhang.app.database.DataFolder;
import org.huhang.app.security.provider.ProviderMetrics;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The local issuer, where no OpenID provider is configured; refused wherever another machine takes part. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${huhang.security.issuer:}'.isBlank()")
class LocalIssuerConfiguration {

    private static final Pattern HOST = Pattern.compile("(\\[[^\\]]+]|[^:/,?]+)(:\\d+)?");
    private static final Pattern HOSTS = Pattern.compile("jdbc:postgresql://([^/?]+)(/.*)?");
    private static final String REMEDY =
            ": set huhang.security.issuer and huhang.security.audience to an OpenID provider's";

    /** Looked at before anything is started, a database above all. */
    @Bean
    static BeanFactoryPostProcessor onThisMachineOnly(Environment environment) {
        return beans -> {
            String address = environment.getProperty("server.address", "");
            if (!Loopback.is(address)) {
                throw new CannotStart("The local token issuer is only for this machine, but server.address is \""
                        + (address.isBlank() ? "every address" : address) + "\"" + REMEDY
                        + ", or server.address to 127.0.0.1.");
            }
            String database = environment.getProperty("huhang.database.url", "");
            if (database.startsWith("jdbc:postgresql:") && !isOnThisMachine(database)) {
                throw new CannotStart("The local token issuer is only for this machine, but the database is on another"
                        + REMEDY + ".");
            }
            if (!environment.getProperty("huhang.security.algorithm", "").equals("ES256")) {
                throw new CannotStart(
                        "huhang.security.algorithm needs a huhang.security.issuer beside it: the local issuer"
                                + " signs with ES256 only.");
            }
            if (!environment.getProperty("huhang.security.jwk-set-uri", "").isBlank()) {
                throw new CannotStart("huhang.security.jwk-set-uri needs a huhang.security.issuer beside it.");
            }
        };
    }

    @Bean
    LocalIssuer localIssuer(HuhangProperties properties, InstantSource clock, DataFolder folder) {
        return new LocalIssuer(folder, properties.security(), clock);
    }

    @Bean
    ReadyMadeTokens readyMadeTokens(LocalIssuer issuer, DataFolder folder) {
        return new ReadyMadeTokens(issuer, folder, ReadyMadeTokens.LIFETIME);
    }

    /** Health groups name it whoever issues the tokens; this issuer's keys are always at hand. */
    @Bean
    HealthIndicator tokenProviderHealthIndicator() {
        return () -> Health.up().withDetail("provider", "The local issuer").build();
    }

    @Bean
    ProviderMetrics tokenProviderMetrics() {
        return new ProviderMetrics(() -> true, () -> 0);
    }

    /** Every one of them: a primary and its standby stand in one address. */
    private static boolean isOnThisMachine(String url) {
        Matcher hosts = HOSTS.matcher(url);
        return hosts.matches()
                && Arrays.stream(hosts.group(1).split(",", -1)).allMatch(one -> {
                    Matcher host = HOST.matcher(one);
                    return host.matches() && Loopback.is(host.group(1));
                });
    }
}
