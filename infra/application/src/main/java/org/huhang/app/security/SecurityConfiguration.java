package org.huhang.app.security;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import java.time.InstantSource;
import org.huhang.app.CannotStart;
import org.huhang.app.HuhangProperties;
import org.huhang.app.security.provider.ProviderKeys;
import org.huhang.app.security.revocation.RevokedTokens;
import org.huhang.kernel.access.Offices;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.policy.Policies;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Everything below {@code /api}, and the metrics, need a token; who may do what with it is decided by {@code Access}, not here. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** The documents' page brings its own scripts and styles it sets inline; nothing comes from elsewhere. */
    private static final String CONTENT_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain security(
            HttpSecurity http, RememberedTokens tokens, RevokedTokens revoked, Rejections rejections) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/api/**", "/metrics")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .addFilter(bearerTokens(tokens, revoked, rejections))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(rejections).accessDeniedHandler(rejections))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // No cookie is ever set, so there is no request a browser could be tricked into.
                .csrf(csrf -> csrf.disable())
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .httpStrictTransportSecurity(Customizer.withDefaults()))
                .build();
    }

    @Bean
    Rejections rejections() {
        return new Rejections();
    }

    @Bean
    RequestRejectedHandler requestRejectedHandler(Rejections rejections) {
        return rejections;
    }

    /**
     * Looks at addresses, methods and parameters. Of headers Tomcat lets no control character through, and what else stands
     * in one is judged by whoever reads it: the stock firewall throws at that very moment, be it in the middle of an answer,
     * and quotes the value.
     */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(name -> true);
        firewall.setAllowedHeaderValues(value -> true);
        return firewall;
    }

    @Bean
    RememberedTokens tokens(
            HuhangProperties properties,
            ObjectProvider<LocalIssuer> local,
            ObjectProvider<ProviderKeys> provider,
            Policies policies,
            Divisions divisions,
            InstantSource clock) {
        RefusedTokens refused = new RefusedTokens(clock);
        JwtAuthenticationProvider check =
                new JwtAuthenticationProvider(checking(properties.security(), local, provider, refused));
        check.setJwtAuthenticationConverter(new ActorClaims(properties.security(), new Offices(divisions), refused));
        return new RememberedTokens(check::authenticate, clock, policies::now);
    }

    private static BearerTokenAuthenticationFilter bearerTokens(
            RememberedTokens tokens, RevokedTokens revoked, Rejections rejections) {
        AuthenticationEntryPointFailureHandler failures = new AuthenticationEntryPointFailureHandler(rejections);
        failures.setRethrowAuthenticationServiceException(false);
        BearerTokenAuthenticationFilter filter =
                new BearerTokenAuthenticationFilter(new UnrevokedTokens(tokens, revoked), tokens);
        filter.setAuthenticationEntryPoint(rejections);
        filter.setAuthenticationFailureHandler(failures);
        return filter;
    }

    private static JwtDecoder checking(
            HuhangProperties.Security settings,
            ObjectProvider<LocalIssuer> local,
            ObjectProvider<ProviderKeys> provider,
            RefusedTokens refused) {
        SignatureAlgorithm algorithm = SignatureAlgorithm.from(settings.algorithm());
        if (algorithm == null) {
            throw new CannotStart("huhang.security.algorithm is \"" + settings.algorithm()
                    + "\": it must be one of RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512.");
        }
        if (settings.audience() == null || settings.audience().isBlank()) {
            throw new CannotStart(
                    "huhang.security.audience is blank: name the audience the provider puts into tokens for"
                            + " Huhang.");
        }
        LocalIssuer issuer = local.getIfAvailable();
        return issuer == null
                ? new TokenCheck(
                        settings.issuer(), provider.getObject(), algorithm, settings, refused, InstantSource.system())
                : new TokenCheck(
                        LocalIssuer.NAME,
                        new ImmutableJWKSet<>(issuer.publicKeys()),
                        algorithm,
                        settings,
                        refused,
                        InstantSource.system());
    }
}
