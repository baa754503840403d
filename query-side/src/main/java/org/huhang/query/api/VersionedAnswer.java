package org.huhang.query.api;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.function.Supplier;
import org.huhang.kernel.calendar.WorkingDays;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.log.VersionTag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * What the answer for one record rests on: its version, and all else that could make the answer another. Whoever has that
 * answer already is told so.
 *
 * @param last fact of the record
 * @param policy names the editions of the policy that it is told by
 * @param day on which ages and deadlines are counted, Asia/Shanghai
 */
public record VersionedAnswer(Recorded last, Divisions divisions, WorkingDays calendar, String policy, LocalDate day) {

    /** @return null where the caller has it already: a 304 */
    public <T> @Nullable T unlessKnown(ServletWebRequest request, Supplier<T> answer) {
        String tag = VersionTag.of(
                last.version(),
                divisions.tables() + "-" + calendar.fingerprint() + "-" + policy + "-"
                        + day.format(DateTimeFormatter.BASIC_ISO_DATE));
        HttpServletResponse response = request.getResponse();
        response.setHeader(HttpHeaders.ETAG, tag);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        response.setHeader(Page.TABLES, Page.tables(divisions, calendar));
        response.setHeader(Page.POSITION, Long.toString(last.position()));
        if (VersionTag.had(request.getHeaderValues(HttpHeaders.IF_NONE_MATCH), tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return null;
        }
        return answer.get();
    }
}
