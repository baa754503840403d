package org.huhang.app.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Turns what Spring Security will not let through into the refusals every caller knows; a filter before it answers them. */
final class Rejections implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) {
        switch (failure) {
            // Not the caller's fault: the provider's keys cannot be had just now, which the log says once.
            case AuthenticationServiceException down -> throw new Refused(RefusalCode.TOKEN_CANNOT_BE_CHECKED);
            case TokenRefused known -> throw new Refused(known.refusal());
            case OAuth2AuthenticationException invalid -> {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
                throw new Refused(RefusalCode.TOKEN_INVALID);
            }
            default -> {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                throw new Refused(RefusalCode.UNAUTHENTICATED);
            }
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure) {
        throw new Refused(RefusalCode.NOT_PERMITTED);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException failure) {
        throw new Refused(RefusalCode.NO_SUCH_ADDRESS);
    }
}
