package org.huhang.log.axonserver;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.MetaData;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.access.Jurisdiction;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.log.Attribution.Channel;

/**
 * Who asked and when, as it travels with messages: plain text only, as any event store keeps it.
 *
 * @param at the instant of asking; the record's time follows from it
 */
public record Provenance(Attribution by, Instant at) {

    public MetaData asMetaData() {
        Map<String, String> entries = new HashMap<>();
        entries.put("actor", by.actor().id());
        entries.put("role", by.actor().role().name());
        entries.put("jurisdiction", by.actor().jurisdiction().toString());
        entries.put("request", by.requestId());
        by.clientRequestId().ifPresent(id -> entries.put("clientRequest", id));
        entries.put("channel", by.channel().name());
        by.source().ifPresent(source -> entries.put("source", source));
        entries.put("demo", Boolean.toString(by.demo()));
        entries.put("at", at.toString());
        return MetaData.from(entries);
    }

    /** @throws IllegalArgumentException for a message that does not say where it came from */
    public static Provenance of(MetaData metaData) {
        Actor actor = new Actor(
                required(metaData, "actor"),
                Role.valueOf(required(metaData, "role")),
                Jurisdiction.of(required(metaData, "jurisdiction")));
        Attribution by = new Attribution(
                actor,
                required(metaData, "request"),
                Channel.valueOf(required(metaData, "channel")),
                Optional.ofNullable((String) metaData.get("source")),
                Boolean.parseBoolean(required(metaData, "demo")),
                Optional.ofNullable((String) metaData.get("clientRequest")));
        return new Provenance(by, Instant.parse(required(metaData, "at")));
    }

    private static String required(MetaData metaData, String key) {
        if (metaData.get(key) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("A message without its " + key + " cannot be attributed");
    }
}
