package org.huhang.app.problem;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.huhang.command.api.CommandAddress;
import org.huhang.command.port.Unavailable;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** What to tell a caller of whatever was thrown. Never the message of an exception: it may hold what somebody entered. */
final class Explanation {

    private Explanation() {}

    /** Whether our own code said no: nothing went wrong then, whatever the status. */
    static boolean isRefusal(Throwable thrown) {
        return saidWithin(thrown) != null;
    }

    static Refusal of(Throwable thrown) {
        Refusal said = saidWithin(thrown);
        if (said != null) {
            return said;
        }
        return switch (thrown) {
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable.getCause());
            case MethodArgumentTypeMismatchException parameter -> parameter(parameter.getName());
            case MissingServletRequestParameterException parameter -> missing(parameter.getParameterName());
            case MissingRequestHeaderException header -> missing(header.getHeaderName());
            case HandlerMethodValidationException parameters -> Refusal.of(RefusalCode.INVALID_PARAMETER);
            case TypeMismatchException parameter -> Refusal.of(RefusalCode.INVALID_PARAMETER);
            case HttpRequestMethodNotSupportedException method ->
                listed(RefusalCode.METHOD_NOT_ALLOWED, "allowed", withHead(method.getSupportedHttpMethods()));
            case HttpMediaTypeNotSupportedException type ->
                listed(RefusalCode.UNSUPPORTED_MEDIA_TYPE, "supported", type.getSupportedMediaTypes());
            case AccessDeniedException denied -> Refusal.of(RefusalCode.NOT_PERMITTED);
            case AuthenticationException unknown -> Refusal.of(RefusalCode.UNAUTHENTICATED);
            case NoResourceFoundException nowhere -> nowhere(nowhere);
            case ErrorResponse response -> ofStatus(response.getStatusCode());
            case RequestRejectedException name -> Refusal.of(RefusalCode.MALFORMED_REQUEST);
            case InvalidParameterException parameter -> Refusal.of(RefusalCode.MALFORMED_REQUEST);
            default ->
                Refusal.of(Unreachable.is(thrown) ? RefusalCode.SERVICE_UNAVAILABLE : RefusalCode.INTERNAL_ERROR);
        };
    }

    /** For a status somebody set without an exception of its own. */
    static Refusal ofStatus(HttpStatusCode status) {
        return Refusal.of(
                switch (status.value()) {
                    case 401 -> RefusalCode.UNAUTHENTICATED;
                    case 403 -> RefusalCode.NOT_PERMITTED;
                    case 404 -> RefusalCode.NO_SUCH_ADDRESS;
                    case 405, 501 -> RefusalCode.METHOD_NOT_ALLOWED;
                    case 406 -> RefusalCode.NOT_ACCEPTABLE;
                    case 408 -> RefusalCode.REQUEST_TOO_SLOW;
                    case 413 -> RefusalCode.BODY_TOO_LARGE;
                    case 415 -> RefusalCode.UNSUPPORTED_MEDIA_TYPE;
                    case 431 -> RefusalCode.HEADERS_TOO_LARGE;
                    case 503, 504 -> RefusalCode.SERVICE_UNAVAILABLE;
                    // A version of HTTP nobody speaks: a fault of the caller's for all that its status says.
                    case 505 -> RefusalCode.MALFORMED_REQUEST;
                    default -> status.is4xxClientError() ? RefusalCode.MALFORMED_REQUEST : RefusalCode.INTERNAL_ERROR;
                });
    }

    /** A bus, a proxy or an executor may have wrapped a refusal on its way here. */
    private static Refusal saidWithin(Throwable thrown) {
        boolean inJson = thrown instanceof HttpMessageNotReadableException;
        for (Throwable cause = thrown; cause != null && !inJson; cause = cause.getCause()) {
            switch (cause) {
                case Refused refused -> {
                    return refused.refusal();
                }
                case Unavailable unavailable -> {
                    return unavailable.refusal();
                }
                default -> {}
            }
        }
        return null;
    }

    private static Refusal unreadable(Throwable cause) {
        return switch (cause) {
            case DatabindException value -> Refusal.of(RefusalCode.WRONG_TYPE);
            case JacksonException text
            when text.getLocation() != null ->
                Refusal.of(
                        RefusalCode.MALFORMED_JSON,
                        Map.of(
                                "line", Integer.toString(text.getLocation().getLineNr()),
                                "column", Integer.toString(text.getLocation().getColumnNr())));
            case null, default -> Refusal.of(RefusalCode.MALFORMED_JSON);
        };
    }

    private static Refusal nowhere(NoResourceFoundException nowhere) {
        Optional<Refusal> command = nowhere.getHttpMethod() == HttpMethod.POST
                ? CommandAddress.unknown(nowhere.getResourcePath())
                : Optional.empty();
        return command.orElseGet(() -> Refusal.of(RefusalCode.NO_SUCH_ADDRESS));
    }

    /** Whatever is read by GET, Spring lets HEAD ask for too. */
    private static Set<HttpMethod> withHead(Set<HttpMethod> supported) {
        Set<HttpMethod> methods = new TreeSet<>(supported == null ? Set.of() : supported);
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        return methods;
    }

    private static Refusal parameter(String name) {
        return Refusal.at(name, RefusalCode.INVALID_PARAMETER);
    }

    private static Refusal missing(String name) {
        return Refusal.at(name, RefusalCode.MISSING_FIELD);
    }

    private static Refusal listed(RefusalCode code, String parameter, Collection<?> values) {
        Set<String> names = values == null
                ? Set.of()
                : values.stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new));
        return names.isEmpty() ? Refusal.of(code) : Refusal.of(code, Map.of(parameter, String.join(", ", names)));
    }
}
