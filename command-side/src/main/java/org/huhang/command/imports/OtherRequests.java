package org.huhang.command.imports;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whether somebody waits for this process at the moment who has nothing to do with imports: a list can wait, a person not.
 * Machines that ask after its health are nobody.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class OtherRequests extends OncePerRequestFilter {

    private static final long LATELY = Duration.ofSeconds(1).toNanos();

    private volatile long last = System.nanoTime() - LATELY;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String address = request.getRequestURI();
        if (address.startsWith("/api/") && !address.startsWith("/api/imports")) {
            last = System.nanoTime();
        }
        chain.doFilter(request, response);
    }

    /** Within the last second. */
    boolean lately() {
        return System.nanoTime() - last < LATELY;
    }
}
