package org.huhang.app.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.huhang.kernel.log.RequestId;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes a refusal to a caller, whatever the caller said it would accept. */
final class ProblemWriter {

    private static final JsonMapper JSON = new JsonMapper();

    /** Seconds after which it is worth asking again. */
    private static final String SHORTLY = "5";

    /** What a controller may have said before it failed; a refusal is no version of anything. */
    private static final List<String> OF_AN_ANSWER =
            List.of(HttpHeaders.ETAG, HttpHeaders.LOCATION, "Huhang-Position", "Huhang-Tables");

    private ProblemWriter() {}

    /** Does nothing once part of another answer is on its way. */
    static void write(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        String requestId = requestId(request);
        Problem problem = Problem.of(refusal, Languages.of(request), requestId, isQuery(request));
        byte[] body = JSON.writeValueAsBytes(problem.members());
        response.resetBuffer();
        OF_AN_ANSWER.forEach(name -> response.setHeader(name, null));
        response.setStatus(problem.status().value());
        response.setHeader("X-Request-Id", requestId);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, problem.language().toLanguageTag());
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        addWhatTheStatusAsksFor(problem.status(), refusal, response);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    private static boolean isQuery(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
    }

    private static void addWhatTheStatusAsksFor(HttpStatus status, Refusal refusal, HttpServletResponse response) {
        if (status == HttpStatus.UNAUTHORIZED && !response.containsHeader(HttpHeaders.WWW_AUTHENTICATE)) {
            response.setHeader(
                    HttpHeaders.WWW_AUTHENTICATE,
                    refusal.code() == RefusalCode.UNAUTHENTICATED ? "Bearer" : "Bearer error=\"invalid_token\"");
        } else if (status == HttpStatus.METHOD_NOT_ALLOWED
                && refusal.parameters().containsKey("allowed")) {
            response.setHeader(HttpHeaders.ALLOW, refusal.parameters().get("allowed"));
        } else if (status == HttpStatus.SERVICE_UNAVAILABLE || status == HttpStatus.TOO_MANY_REQUESTS) {
            response.setHeader(HttpHeaders.RETRY_AFTER, SHORTLY);
        }
    }

    /** Made up for what Tomcat turned away before the request was named, so that the log and the answer agree. */
    static String requestId(HttpServletRequest request) {
        if (request.getAttribute(RequestId.class.getName()) instanceof RequestId named) {
            return named.value();
        }
        RequestId id = new RequestId(UUID.randomUUID().toString());
        request.setAttribute(RequestId.class.getName(), id);
        return id.value();
    }
}
