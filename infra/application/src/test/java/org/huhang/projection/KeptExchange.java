package org.huhang.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest.Builder;
import org.huhang.app.testing.RunningApplication;
import org.huhang.app.testing.RunningApplication.Answer;
import org.huhang.kernel.access.Role;

/**
 * One question over HTTP and what was answered to it, kept to be asked again.
 *
 * @param role of the caller, who answers for {@code division}
 * @param key of idempotency; null for a question that changes nothing
 * @param body likewise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record KeptExchange(
        Role role, String division, String path, String key, String body, int status, String eTag, String answer) {

    static KeptExchange query(Role role, String division, String path) {
        return new KeptExchange(role, division, path, null, null, 0, null, null);
    }

    static KeptExchange command(String division, String path, String key, String body) {
        return new KeptExchange(Role.COUNTY_OFFICER, division, path, key, body, 0, null, null);
    }

    KeptExchange askedOf(RunningApplication application) {
        Builder request = application.request(path, application.token(role, division));
        Answer given = application.send(
                body == null
                        ? request.GET()
                        : request.header("Content-Type", "application/json")
                                .header("Idempotency-Key", key)
                                .POST(BodyPublishers.ofString(body)));
        String tag = given.header("ETag");
        return new KeptExchange(
                role, division, path, key, body, given.status(), tag.isEmpty() ? null : tag, given.unnamedBody());
    }
}
