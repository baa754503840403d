package org.huhang.kernel.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.huhang.kernel.access.Actor;

/**
 * Where a fact came from.
 *
 * @param requestId names the HTTP request, import row or job run that led to it
 * @param source e.g. an import job and row, {@code import:4f…/17}
 * @param demo whether it is invented, for demonstration
 * @param clientRequestId what the caller called that request; facts of before it was kept have none
 */
public record Attribution(
        @JsonProperty(required = true) Actor actor,
        @JsonProperty(required = true) String requestId,
        @JsonProperty(required = true) Channel channel,
        @JsonProperty(required = true) Optional<String> source,
        @JsonProperty(required = true) boolean demo,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> clientRequestId) {

    public enum Channel {
        API,
        IMPORT,
        CALENDAR,
        DEMO
    }

    public Attribution {
        clientRequestId = clientRequestId == null ? Optional.empty() : clientRequestId;
    }

    /** Of what no caller has named. */
    public Attribution(Actor actor, String requestId, Channel channel, Optional<String> source, boolean demo) {
        this(actor, requestId, channel, source, demo, Optional.empty());
    }

    public Attribution(Actor actor, RequestId request, Channel channel, Optional<String> source) {
        this(actor, request.value(), channel, source, false, request.given());
    }
}
