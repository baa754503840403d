package org.huhang.log.axonserver;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.value.CaseId;

/** A {@link Trace} as plain text among an event's metadata. */
final class TraceText {

    private static final String COMMAND = "command";
    private static final String NUMBER = "fact";
    private static final String OF = "facts";
    private static final String KEY = "key";
    private static final String REQUEST = "keyRequest";
    private static final String CASE = "keyCase";
    private static final String LOOKALIKES = "keyLookalikes";

    private TraceText() {}

    static Map<String, String> of(Trace trace) {
        Map<String, String> texts = new HashMap<>();
        texts.put(COMMAND, trace.command().toString());
        texts.put(NUMBER, Integer.toString(trace.number()));
        texts.put(OF, Integer.toString(trace.of()));
        trace.keyed().ifPresent(keyed -> {
            texts.put(KEY, keyed.mark().key().toString());
            texts.put(REQUEST, keyed.mark().request().toString());
            texts.put(CASE, keyed.stream().toString());
            texts.put(
                    LOOKALIKES,
                    keyed.lookalikes().stream().map(CaseId::toString).collect(Collectors.joining(" ")));
        });
        return texts;
    }

    /** @throws IllegalArgumentException where one is missing or is not what it should be */
    static Trace read(Map<String, String> texts) {
        return new Trace(
                UUID.fromString(required(texts, COMMAND)),
                Integer.parseInt(required(texts, NUMBER)),
                Integer.parseInt(required(texts, OF)),
                texts.containsKey(KEY) ? Optional.of(keyed(texts)) : Optional.empty());
    }

    private static Trace.Keyed keyed(Map<String, String> texts) {
        return new Trace.Keyed(
                new Mark(UUID.fromString(required(texts, KEY)), UUID.fromString(required(texts, REQUEST))),
                StreamId.of(required(texts, CASE)),
                lookalikes(required(texts, LOOKALIKES)));
    }

    private static List<CaseId> lookalikes(String ids) {
        return Arrays.stream(ids.split(" "))
                .filter(id -> !id.isEmpty())
                .map(CaseId::of)
                .toList();
    }

    private static String required(Map<String, String> texts, String key) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("An event without its " + key);
        }
        return text;
    }
}
