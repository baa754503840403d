package org.huhang.app.projection;

import java.util.UUID;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;

/** Axon's tokens of one read model, kept beside its rows: one segment, carried on by one process at a time. */
class ProgressTokens implements TokenStore {

    /** This process, for as long as it lives. */
    static final String OWNER = ProcessHandle.current().pid() + "/" + UUID.randomUUID();

    private static final int CLAIM_TIMEOUT_SECONDS = 10;
    private static final int[] ONE_SEGMENT = {0};

    private final ReadModelSchema schema;

    ProgressTokens(ReadModelSchema schema) {
        this.schema = schema;
    }

    @Override
    public void storeToken(TrackingToken token, String processor, int segment) {
        extendClaim(processor, segment);
        schema.reached(token.position().orElse(0));
    }

    @Override
    public TrackingToken fetchToken(String processor, int segment) {
        return new GlobalSequenceTrackingToken(schema.claim(OWNER, CLAIM_TIMEOUT_SECONDS)
                .orElseThrow(() -> new UnableToClaimTokenException("Another process carries on " + processor)));
    }

    @Override
    public void extendClaim(String processor, int segment) {
        if (!schema.renew(OWNER)) {
            throw new UnableToClaimTokenException("Another process has taken over " + processor);
        }
    }

    @Override
    public void releaseClaim(String processor, int segment) {
        schema.release(OWNER);
    }

    @Override
    public int[] fetchSegments(String processor) {
        return ONE_SEGMENT.clone();
    }
}
