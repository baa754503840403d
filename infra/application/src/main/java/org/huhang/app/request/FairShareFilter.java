package org.huhang.app.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * {@link FairShares} of accounts, and of the hosts from which requests without an account come. Lists, which are carried in turns
 * of their own, those who follow them, and machines that ask after health stand apart.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
public final class FairShareFilter extends OncePerRequestFilter {

    private static final String IDLE = FairShareFilter.class.getName() + ".idle";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final FairShares shares = new FairShares(System::nanoTime, FairShareFilter::later, LONGEST_WAIT);

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String address = request.getRequestURI();
        boolean ofImports = address.startsWith("/api/imports")
                && (request.getMethod().equals("POST") || address.endsWith("/events"));
        return ofImports || address.startsWith("/health") || address.equals("/metrics");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        FairShares.Turn turn = turn(caller(request));
        try {
            chain.doFilter(request, response);
        } finally {
            turn.end(idle(request));
        }
    }

    /** Of the request under way, if any: it waits because its caller asked for that. */
    public static void isIdle(Duration time) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now) {
            HttpServletRequest request = now.getRequest();
            request.setAttribute(IDLE, asked(request) + time.toNanos());
        }
    }

    private static void later(Duration time, Runnable task) {
        Thread.ofVirtual().start(() -> {
            LockSupport.parkNanos(time.toNanos());
            task.run();
        });
    }

    private static long idle(HttpServletRequest request) {
        return asked(request) + (request instanceof BoundedRequest bounded ? bounded.nanosWaited() : 0);
    }

    private static long asked(HttpServletRequest request) {
        return request.getAttribute(IDLE) instanceof Long nanos ? nanos : 0;
    }

    private FairShares.Turn turn(String caller) {
        try {
            return shares.take(caller);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a request waited for its turn", e);
        }
    }

    private static String caller(HttpServletRequest request) {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return known == null || known instanceof AnonymousAuthenticationToken
                ? "host " + request.getRemoteAddr()
                : "account " + known.getName();
    }
}
