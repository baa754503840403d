package org.huhang.app.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.huhang.app.request.RefusedAnswer;
import org.huhang.kernel.refusal.RefusalCode;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Turns what Spring Security will not let through into the refusals every caller knows. */
final class Rejections implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

    private final RefusedAnswer answer;

    Rejections(RefusedAnswer answer) {
        this.answer = answer;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) {
        switch (failure) {
            // Not the caller's fault: the provider's keys cannot be had just now.
            case AuthenticationServiceException _ -> answer.send(request, response, RefusalCode.SERVICE_UNAVAILABLE);
            case OAuth2AuthenticationException _ -> {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
                answer.send(request, response, RefusalCode.TOKEN_INVALID);
            }
            default -> {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                answer.send(request, response, RefusalCode.UNAUTHENTICATED);
            }
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure) {
        answer.send(request, response, RefusalCode.NOT_PERMITTED);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException failure) {
        answer.send(request, response, RefusalCode.NO_SUCH_ADDRESS);
    }
}
