package org.huhang.app.start;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps {@code /api} shut until every {@link StartTask} is done. One of them may write thousands of facts in few
 * transactions; a command in between could wait for it while it waits for the command.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class StartGate extends OncePerRequestFilter {

    private static final String SECONDS_TO_WAIT = "5";

    private volatile boolean open;

    void open() {
        open = true;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!open && request.getRequestURI().startsWith("/api")) {
            response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
            throw new Refused(RefusalCode.SERVICE_UNAVAILABLE);
        }
        chain.doFilter(request, response);
    }
}
