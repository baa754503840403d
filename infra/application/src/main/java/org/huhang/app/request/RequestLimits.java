package org.huhang.app.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.huhang.app.HuhangProperties;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Bounds what a request may bring, after it is known who asks: the body, declared or chunked, and a query one can read. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class RequestLimits extends OncePerRequestFilter {

    private final HuhangProperties properties;

    RequestLimits(HuhangProperties properties) {
        this.properties = properties;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long limit = limit(request);
        if (request.getContentLengthLong() > limit) {
            throw new Refused(RefusalCode.BODY_TOO_LARGE);
        }
        if (!hasReadableQuery(request)) {
            throw new Refused(RefusalCode.INVALID_PARAMETER);
        }
        chain.doFilter(new BoundedRequest(request, limit), response);
    }

    private long limit(HttpServletRequest request) {
        boolean screeningList =
                request.getMethod().equals("POST") && request.getRequestURI().equals("/api/imports");
        return (screeningList
                        ? properties.imports().maxSize()
                        : properties.request().maxBody())
                .toBytes();
    }

    /** Tomcat throws on a query such as {@code a=%zz}, wherever it is first looked at: better here than in a controller. */
    private static boolean hasReadableQuery(HttpServletRequest request) {
        String type = request.getContentType();
        boolean parametersInBody =
                type != null && (type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/"));
        if (request.getQueryString() == null || parametersInBody) {
            return true;
        }
        try {
            return request.getParameterMap() != null;
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
