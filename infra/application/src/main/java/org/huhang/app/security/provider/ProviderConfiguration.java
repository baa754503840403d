package org.huhang.app.security.provider;

import java.net.URI;
import java.time.InstantSource;
import org.huhang.app.HuhangProperties;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** An OpenID provider's tokens, where one is configured. A provider that is down does not keep Huhang from starting. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${huhang.security.issuer:}'.isBlank()")
class ProviderConfiguration {

    private static final String ISSUER = "huhang.security.issuer";
    private static final String KEYS = "huhang.security.jwk-set-uri";

    /** Looked at before anything is started, a database above all. */
    @Bean
    static BeanFactoryPostProcessor addressesOfTheProvider(Environment environment) {
        return beans -> {
            ProviderAddress.of(ISSUER, environment.getProperty(ISSUER, ""));
            String keys = environment.getProperty(KEYS, "");
            if (!keys.isBlank()) {
                ProviderAddress.of(KEYS, keys);
            }
        };
    }

    @Bean(initMethod = "start")
    ProviderKeys providerKeys(HuhangProperties properties, InstantSource clock) {
        HuhangProperties.Security settings = properties.security();
        URI keys = settings.jwkSetUri() == null || settings.jwkSetUri().isBlank()
                ? null
                : URI.create(settings.jwkSetUri());
        return new ProviderKeys(
                settings.issuer(), new ProviderEndpoints(settings.issuer(), keys, settings.longestWait()), clock);
    }

    /** Known to health groups as {@code tokenProvider}. */
    @Bean
    ProviderHealth tokenProviderHealthIndicator(ProviderKeys keys, InstantSource clock) {
        return new ProviderHealth(keys, clock);
    }

    @Bean
    ProviderMetrics tokenProviderMetrics(ProviderHealth health) {
        return health.metrics();
    }
}
