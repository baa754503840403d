package org.huhang.app.problem;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.util.DisconnectedClientHelper;

/** Answers whatever a controller or a filter could not. Everything that goes wrong in a request ends here. */
@Hidden
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
public class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    /** Logs a fault once, without a word of what was asked; a refusal is no fault and is not logged. */
    @ExceptionHandler(Throwable.class)
    public void answer(Throwable thrown, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (DisconnectedClientHelper.isClientDisconnectedException(thrown)) {
            return;
        }
        Refusal refusal = Explanation.of(thrown);
        if (refusal.code() == RefusalCode.INTERNAL_ERROR) {
            LOG.error("Request {} failed: {}", ProblemWriter.requestId(request), FaultLine.of(thrown));
        } else if (refusal.code() == RefusalCode.SERVICE_UNAVAILABLE && !Explanation.isRefusal(thrown)) {
            LOG.warn("Request {} could not be served: {}", ProblemWriter.requestId(request), FaultLine.of(thrown));
        }
        ProblemWriter.write(refusal, request, response);
    }
}
