package org.huhang.app.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SortedSet;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.log.VersionTag;
import org.huhang.kernel.policy.Policies;
import org.huhang.query.api.Page;
import org.huhang.query.api.ShowsPosition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Names each answer that rests on the log: the tables it was made by, and an entity tag of its position and a digest of what
 * it says. Whatever an answer depends on, position, reach, day, tables, rows or version of Huhang, shows in what it says; so
 * a tag from before is good just as long as the very same answer would be given again, and nothing has to be kept for it.
 */
@Component
public final class AnswerTags implements HandlerInterceptor {

    private static final String TABLES_BEFORE = AnswerTags.class.getName();
    private static final String ROWS = TABLES_BEFORE + ".rows";
    private static final int DIGEST_BYTES = 12;

    private final Divisions divisions;
    private final Policies policies;

    AnswerTags(Divisions divisions, Policies policies) {
        this.divisions = divisions;
        this.policies = policies;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && method.hasMethodAnnotation(ShowsPosition.class)) {
            request.setAttribute(TABLES_BEFORE, tables());
        }
        return true;
    }

    /**
     * To be told by whoever reads rows that other tables than those in force have made.
     *
     * @param fingerprints of all those other tables
     */
    public static void rowsAreOf(SortedSet<String> fingerprints) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now) {
            now.getRequest()
                    .setAttribute(
                            ROWS,
                            fingerprints.stream().map(of -> ", rows-" + of).collect(joining()));
        }
    }

    /**
     * Puts the names of the answer under way into its head.
     *
     * @return whether its caller has it already and was told so: then there is nothing more to say
     */
    boolean had(HttpHeaders head, byte[] json) {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now
                && now.getRequest().getAttribute(TABLES_BEFORE) instanceof String before
                && now.getResponse().getHeader(Page.POSITION) instanceof String position
                && had(now.getRequest(), now.getResponse(), head, position, by(before, now.getRequest()), json);
    }

    /** Where they were replaced meanwhile, nobody knows which of them answered what. */
    private String by(String before, HttpServletRequest request) {
        String now = tables();
        String names = now.equals(before) ? now : before + ", " + now;
        return request.getAttribute(ROWS) instanceof String rows ? names + rows : names;
    }

    private String tables() {
        return Page.tables(divisions, policies.now().workingDays());
    }

    private static boolean had(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpHeaders head,
            String position,
            String tables,
            byte[] json) {
        String tag = "W/\"" + position + "-" + digest(tables, json) + "\"";
        head.set(HttpHeaders.ETAG, tag);
        head.set(Page.TABLES, tables);
        head.set(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        head.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (!VersionTag.had(ifNoneMatch(request), tag)) {
            return false;
        }
        head.remove(HttpHeaders.CONTENT_TYPE);
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        return true;
    }

    private static String[] ifNoneMatch(HttpServletRequest request) {
        String[] lines =
                Collections.list(request.getHeaders(HttpHeaders.IF_NONE_MATCH)).toArray(String[]::new);
        return lines.length == 0 ? null : lines;
    }

    private static String digest(String tables, byte[] json) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(tables.getBytes(UTF_8));
            digest.update((byte) '\n');
            return HexFormat.of().formatHex(digest.digest(json), 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
