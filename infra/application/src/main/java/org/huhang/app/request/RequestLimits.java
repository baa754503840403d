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
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds what a request may bring, after it is known who asks: the body, declared or chunked, however slowly it comes, and
 * a query one can read. Nothing of a body is read here.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 1)
final class RequestLimits extends OncePerRequestFilter {

    private final HuhangProperties.Request any;
    private final HuhangProperties.Import list;

    RequestLimits(HuhangProperties properties) {
        this.any = properties.request();
        this.list = properties.imports();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        BoundedRequest bounded = isScreeningList(request)
                ? new BoundedRequest(
                        request,
                        list.maxSize().toBytes(),
                        new Pace(any.bodyDeadline(), list.slowest().toBytes()))
                : new BoundedRequest(request, any.maxBody().toBytes(), new Pace(any.bodyDeadline(), Pace.NO_MORE));
        if (request.getContentLengthLong() > bounded.limit()) {
            throw new Refused(RefusalCode.BODY_TOO_LARGE);
        }
        if (!hasReadableQuery(request)) {
            throw new Refused(RefusalCode.INVALID_PARAMETER);
        }
        if (!hasConcreteType(request)) {
            throw new Refused(RefusalCode.UNSUPPORTED_MEDIA_TYPE);
        }
        chain.doFilter(bounded, response);
    }

    private static boolean isScreeningList(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getRequestURI().equals("/api/imports");
    }

    /** A type such as {@code *}{@code /*} fits whatever Spring asks for, and then there is nothing that could read it. */
    private static boolean hasConcreteType(HttpServletRequest request) {
        String type = request.getContentType();
        try {
            return type == null
                    || type.isEmpty()
                    || MediaType.parseMediaType(type).isConcrete();
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    /** Tomcat throws on a query such as {@code a=%zz}, wherever it is first looked at: better here than in a controller. */
    private static boolean hasReadableQuery(HttpServletRequest request) {
        if (request.getQueryString() == null) {
            return true;
        }
        try {
            return request.getParameterMap() != null;
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
