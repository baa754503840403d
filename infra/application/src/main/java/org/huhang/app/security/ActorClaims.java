package org.huhang.app.security;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.huhang.app.HuhangProperties;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.access.Jurisdiction;
import org.huhang.kernel.access.Offices;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.refusal.Refused;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Reads from a checked token who asks, in which role, for which division. */
final class ActorClaims implements Converter<Jwt, ActorToken> {

    /** The subject is kept in the log for ever: an account, of a bounded length and without control characters. */
    private static final Pattern ACCOUNT = Pattern.compile("[^\\p{Cntrl}]{1,128}");

    private final HuhangProperties.Security settings;
    private final Offices offices;

    ActorClaims(HuhangProperties.Security settings, Offices offices) {
        this.settings = settings;
        this.offices = offices;
    }

    @Override
    public ActorToken convert(Jwt token) {
        String subject = token.getSubject();
        if (subject == null || !ACCOUNT.matcher(subject).matches()) {
            throw new InvalidBearerTokenException("The claim sub is missing or no account");
        }
        Role role = role(token);
        return new ActorToken(token, new Actor(subject, role, held(role, jurisdiction(token))));
    }

    private Jurisdiction held(Role role, Jurisdiction claimed) {
        try {
            return offices.held(role, claimed);
        } catch (Refused misfit) {
            throw new TokenRefused(misfit.refusal());
        }
    }

    private Role role(Jwt token) {
        String claimed = text(token, settings.roleClaim());
        return Arrays.stream(Role.values())
                .filter(role -> role != Role.SYSTEM && role.name().equals(claimed))
                .findFirst()
                .orElseThrow(() -> unusable(settings.roleClaim()));
    }

    private Jurisdiction jurisdiction(Jwt token) {
        String claimed = text(token, settings.divisionClaim());
        try {
            // Jurisdiction takes any run of zeros, also none, for the nation: a token has to say it in full.
            if (claimed.matches("[0-9]{6,12}")) {
                return Jurisdiction.of(claimed);
            }
        } catch (Refused malformed) {
            throw unusable(settings.divisionClaim());
        }
        throw unusable(settings.divisionClaim());
    }

    private static String text(Jwt token, String claim) {
        if (token.getClaims().get(claim) instanceof String text) {
            return text;
        }
        throw unusable(claim);
    }

    private static InvalidBearerTokenException unusable(String claim) {
        return new InvalidBearerTokenException("The claim " + claim + " is missing or unknown");
    }
}
