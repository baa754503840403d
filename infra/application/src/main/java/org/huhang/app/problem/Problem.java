package org.huhang.app.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.springframework.http.HttpStatus;

/** A refusal as RFC 9457 writes one: the fixed members, the refusal's own parameters, and the fields at fault. */
record Problem(HttpStatus status, Locale language, Map<String, Object> members) {

    /** @param query whether the request only asked for something */
    static Problem of(Refusal refusal, Locale language, String requestId, boolean query) {
        RefusalCode code = refusal.code();
        Map<String, String> parameters =
                refusal.parameters().isEmpty() && refusal.errors().size() == 1
                        ? refusal.errors().getFirst().parameters()
                        : refusal.parameters();
        HttpStatus status = ProblemStatus.of(code.kind());
        Sentences sentences = Sentences.in(language);

        Map<String, Object> members = new LinkedHashMap<>(parameters);
        members.put("type", "/problems/" + code.name());
        members.put("title", sentences.title(code.kind()));
        members.put("status", status.value());
        members.put("detail", query ? sentences.toQuery(code, parameters) : sentences.of(code, parameters));
        members.put("code", code.name());
        if (!refusal.errors().isEmpty()) {
            members.put("errors", errors(refusal.errors(), sentences));
        }
        members.put("requestId", requestId);
        return new Problem(status, language, members);
    }

    private static List<Map<String, Object>> errors(List<Refusal.FieldError> errors, Sentences sentences) {
        return errors.stream()
                .map(error -> {
                    Map<String, Object> members = new LinkedHashMap<>(error.parameters());
                    members.put("field", error.field());
                    members.put("code", error.code().name());
                    members.put("detail", sentences.of(error.code(), error.parameters()));
                    return members;
                })
                .toList();
    }
}
