package org.huhang.app.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Answers a request refused before it reached a controller in the way controllers' refusals are answered. */
@Component
public final class RefusedAnswer {

    private final HandlerExceptionResolver resolver;

    RefusedAnswer(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) {
        this.resolver = resolver;
    }

    public void send(HttpServletRequest request, HttpServletResponse response, RefusalCode code) {
        send(request, response, new Refused(code));
    }

    void send(HttpServletRequest request, HttpServletResponse response, Refused refused) {
        if (resolver.resolveException(request, response, null, refused) == null) {
            throw refused;
        }
    }
}
