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

    private final ClaimPath subject;
    private final ClaimPath role;
    private final ClaimPath division;
    private final Offices offices;
    private final RefusedTokens refused;

    ActorClaims(HuhangProperties.Security settings, Offices offices, RefusedTokens refused) {
        this.subject = new ClaimPath(settings.subjectClaim());
        this.role = new ClaimPath(settings.roleClaim());
        this.division = new ClaimPath(settings.divisionClaim());
        this.offices = offices;
        this.refused = refused;
    }

    @Override
    public ActorToken convert(Jwt token) {
        Role role = role(token);
        return new ActorToken(token, new Actor(subject(token), role, held(role, jurisdiction(token))));
    }

    private String subject(Jwt token) {
        if (subject.in(token.getClaims()) instanceof String account
                && ACCOUNT.matcher(account).matches()) {
            return account;
        }
        throw unusable(
                Check.SUBJECT, subject, "a text of 1 to 128 characters, none of them a control character", token);
    }

    private Jurisdiction held(Role role, Jurisdiction claimed) {
        try {
            return offices.held(role, claimed);
        } catch (Refused misfit) {
            throw new TokenRefused(misfit.refusal());
        }
    }

    private Role role(Jwt token) {
        Object claimed = role.in(token.getClaims());
        return Arrays.stream(Role.values())
                .filter(known -> known != Role.SYSTEM && known.name().equals(claimed))
                .findFirst()
                .orElseThrow(() -> unusable(Check.ROLE, role, "one role of Huhang's, e.g. COUNTY_OFFICER", token));
    }

    private Jurisdiction jurisdiction(Jwt token) {
        try {
            // Jurisdiction takes any run of zeros, also none, for the nation: a token has to say it in full.
            if (division.in(token.getClaims()) instanceof String claimed && claimed.matches("[0-9]{6,12}")) {
                return Jurisdiction.of(claimed);
            }
        } catch (Refused malformed) {
            throw noDivision(token);
        }
        throw noDivision(token);
    }

    private InvalidBearerTokenException noDivision(Jwt token) {
        return unusable(Check.DIVISION, division, "one division's code, a text of 6, 9 or 12 digits", token);
    }

    private InvalidBearerTokenException unusable(Check check, ClaimPath claim, String expected, Jwt token) {
        refused.refused(
                check,
                expected + ", in the claim " + claim,
                RefusedTokens.sort(claim.in(token.getClaims())) + "; "
                        + RefusedTokens.names(token.getClaims().keySet()));
        return new InvalidBearerTokenException("The claim " + claim + " is missing or unknown");
    }
}
