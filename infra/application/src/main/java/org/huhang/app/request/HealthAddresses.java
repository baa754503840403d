package org.huhang.app.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Of what is asked below {@code /health} only two are addresses; the endpoint would answer any other, however it is encoded, by an empty
 * 404.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class HealthAddresses extends OncePerRequestFilter {

    private static final Set<String> THERE = Set.of("/health/readiness", "/health/liveness");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServletPath().startsWith("/health/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!THERE.contains(request.getServletPath())) {
            throw new Refused(RefusalCode.NO_SUCH_ADDRESS);
        }
        chain.doFilter(request, response);
    }
}
