package org.huhang.app.security.revocation;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.refusal.Required;
import org.huhang.kernel.value.Text;
import org.huhang.query.api.Parameters;

/** How {@link Revoke} is written on the wire. */
sealed interface RevokeBody {

    Revoke revoke();

    @Schema(
            name = "RevokeToken",
            requiredProperties = "tokenId",
            additionalProperties = AdditionalPropertiesValue.FALSE)
    record OfToken(
            @Schema(
                    implementation = String.class,
                    minLength = 1,
                    maxLength = Name.LONGEST,
                    description = "The token's claim jti")
            Name tokenId,

            @Schema(implementation = Instant.class, description = Moment.UNTIL)
            Optional<Moment> until,

            @Schema(implementation = String.class, minLength = 1, maxLength = Reason.LONGEST)
            Optional<Reason> reason)
            implements RevokeBody {

        public OfToken {
            Required.field("tokenId", tokenId).orRefuse();
        }

        @Override
        public Revoke revoke() {
            return new Revoke(
                    Optional.of(tokenId.exact()),
                    Optional.empty(),
                    Optional.empty(),
                    until.map(Moment::instant),
                    reason.map(Reason::text));
        }
    }

    @Schema(
            name = "RevokeSubject",
            requiredProperties = "subject",
            additionalProperties = AdditionalPropertiesValue.FALSE)
    record OfSubject(
            @Schema(
                    implementation = String.class,
                    minLength = 1,
                    maxLength = Name.LONGEST,
                    description = "The account as the audit names it, or the claim sub")
            Name subject,

            @Schema(
                    implementation = Instant.class,
                    description = "Only tokens issued before; without it every one, also those yet to be issued")
            Optional<Moment> issuedBefore,

            @Schema(implementation = Instant.class, description = Moment.UNTIL)
            Optional<Moment> until,

            @Schema(implementation = String.class, minLength = 1, maxLength = Reason.LONGEST)
            Optional<Reason> reason)
            implements RevokeBody {

        public OfSubject {
            Required.field("subject", subject).orRefuse();
        }

        @Override
        public Revoke revoke() {
            return new Revoke(
                    Optional.empty(),
                    Optional.of(subject.exact()),
                    issuedBefore.map(Moment::instant),
                    until.map(Moment::instant),
                    reason.map(Reason::text));
        }
    }

    /** Of a token or an account, exactly as tokens write it. */
    record Name(String exact) {

        static final int LONGEST = 255;

        /** @throws Refused as {@link Text#clean} does, which alters nothing here */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Name of(String text) {
            Text.clean(text, LONGEST);
            return new Name(text);
        }
    }

    /** Why, for other operators; nothing personal belongs here. */
    record Reason(String text) {

        static final int LONGEST = 300;

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Reason of(String text) {
            return new Reason(Text.clean(text, LONGEST));
        }
    }

    /** An instant with an offset, in microseconds as the database keeps it. */
    record Moment(Instant instant) {

        static final String UNTIL = "When this ends by itself; only by being lifted, without it";

        /** @throws Refused {@code INVALID_DATE} */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Moment of(String text) {
            try {
                Instant instant = Parameters.instant("", text).orElseThrow();
                return new Moment(instant.truncatedTo(ChronoUnit.MICROS));
            } catch (Refused unreadable) {
                throw new Refused(unreadable.refusal().code());
            }
        }
    }
}
