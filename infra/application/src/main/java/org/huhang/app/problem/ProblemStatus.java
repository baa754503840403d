package org.huhang.app.problem;

import org.huhang.kernel.refusal.RefusalCode;
import org.springframework.http.HttpStatus;

/** Which HTTP status each sort of no is given. The one place that knows. */
final class ProblemStatus {

    private ProblemStatus() {}

    static HttpStatus of(RefusalCode.Kind kind) {
        return switch (kind) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case UNPROCESSABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case OVERSIZED_HEADERS -> HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE;
            case TOO_SLOW -> HttpStatus.REQUEST_TIMEOUT;
            case UNSUPPORTED -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            case UNACCEPTABLE -> HttpStatus.NOT_ACCEPTABLE;
            case WRONG_METHOD -> HttpStatus.METHOD_NOT_ALLOWED;
            case UNKNOWN_CALLER -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case STALE -> HttpStatus.PRECONDITION_FAILED;
            case TOO_LATE -> HttpStatus.GATEWAY_TIMEOUT;
            case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
            case FAULT -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }
}
