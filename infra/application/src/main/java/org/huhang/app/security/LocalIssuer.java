package org.huhang.app.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.huhang.app.CannotStart;
import org.huhang.app.HuhangProperties;
import org.huhang.app.database.DataFolder;
import org.huhang.kernel.access.Role;

/**
 * Issues tokens for trying Huhang out on one machine. Whoever can read the data folder can be anybody, so it exists only
 * where nobody outside that machine can reach the application.
 */
public final class LocalIssuer {

    /** The claim {@code iss} of its tokens. */
    public static final String NAME = "urn:huhang:local-issuer";

    private final ECKey key;
    private final HuhangProperties.Security settings;
    private final InstantSource clock;

    /** Takes the key pair kept in the data folder, or makes one. */
    public LocalIssuer(DataFolder folder, HuhangProperties.Security settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        try {
            this.key = usable(folder.secret("issuer.jwk", LocalIssuer::newKey));
        } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException e) {
            throw new CannotStart("The key of the local issuer, "
                    + folder.path("secrets").resolve("issuer.jwk") + ", is damaged: remove it, and a new one is made.");
        }
    }

    /** A key pair for ES256 whose halves belong together: what it signs can be checked. */
    private static ECKey usable(String kept) throws ParseException, JOSEException {
        Map<String, Object> members = JSONObjectUtils.parse(kept);
        if (members == null) {
            throw new ParseException("No JSON object", 0);
        }
        ECKey key = ECKey.parse(members);
        JWSObject proof = new JWSObject(new JWSHeader(JWSAlgorithm.ES256), new Payload(NAME));
        proof.sign(new ECDSASigner(key));
        if (!proof.verify(new ECDSAVerifier(key.toPublicJWK()))) {
            throw new JOSEException("The private half belongs to another public one");
        }
        return key;
    }

    /**
     * @param subject a work account, not a name
     * @param division a division code, or 000000 for the nation
     */
    public String token(String subject, Role role, String division, Duration lifetime) {
        Instant now = clock.instant();
        return sign(new JWTClaimsSet.Builder()
                .issuer(NAME)
                .jwtID(UUID.randomUUID().toString())
                .audience(settings.audience())
                .subject(subject)
                .claim(settings.subjectClaim(), subject)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)))
                .claim(settings.roleClaim(), role.name())
                .claim(settings.divisionClaim(), division)
                .build());
    }

    private String sign(JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.ES256), claims);
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("The local issuer's key does not sign", e);
        }
    }

    JWKSet publicKeys() {
        return new JWKSet(key.toPublicJWK());
    }

    private static String newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate().toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
