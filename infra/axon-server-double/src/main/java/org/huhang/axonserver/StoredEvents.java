package org.huhang.axonserver;

import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One context's events in memory: a gapless index from 0, and a gapless sequence from 0 for every aggregate. */
final class StoredEvents {

    private final List<EventWithToken> events = new ArrayList<>();
    private final Map<String, List<Event>> aggregates = new HashMap<>();

    /**
     * All of {@code transaction} or nothing.
     *
     * @throws OutOfSequence where an event is not its aggregate's next one
     */
    synchronized void append(List<Event> transaction) {
        Map<String, Long> next = new HashMap<>();
        for (Event event : transaction) {
            String aggregate = event.getAggregateIdentifier();
            long expected = next.computeIfAbsent(aggregate, id -> highestSequence(id) + 1);
            if (event.getAggregateSequenceNumber() != expected) {
                throw new OutOfSequence(aggregate, event.getAggregateSequenceNumber(), expected);
            }
            next.put(aggregate, expected + 1);
        }
        for (Event event : transaction) {
            events.add(EventWithToken.newBuilder()
                    .setToken(events.size())
                    .setEvent(event)
                    .build());
            aggregates
                    .computeIfAbsent(event.getAggregateIdentifier(), id -> new ArrayList<>())
                    .add(event);
        }
    }

    synchronized List<EventWithToken> from(long token, int limit) {
        int first = (int) Math.min(token, events.size());
        return List.copyOf(events.subList(first, (int) Math.min((long) first + limit, events.size())));
    }

    /** @param maxSequence exclusive; 0 for no bound */
    synchronized List<Event> aggregate(String id, long initialSequence, long maxSequence) {
        return aggregates.getOrDefault(id, List.of()).stream()
                .filter(event -> event.getAggregateSequenceNumber() >= initialSequence)
                .filter(event -> maxSequence == 0 || event.getAggregateSequenceNumber() < maxSequence)
                .toList();
    }

    /** -1 for an aggregate that is not there. */
    synchronized long highestSequence(String aggregate) {
        return aggregates.getOrDefault(aggregate, List.of()).size() - 1L;
    }

    /** -1 for an empty store. */
    synchronized long lastToken() {
        return events.size() - 1L;
    }

    /** Of the first event at or after {@code instant}; beyond the last one when there is none. */
    synchronized long tokenAt(long instant) {
        return events.stream()
                .filter(event -> event.getEvent().getTimestamp() >= instant)
                .mapToLong(EventWithToken::getToken)
                .findFirst()
                .orElse(events.size());
    }

    /** An aggregate's sequence number that is not the next one. */
    static final class OutOfSequence extends RuntimeException {
        OutOfSequence(String aggregate, long sequence, long expected) {
            super("Invalid sequence number " + sequence + " for aggregate " + aggregate + ", expected " + expected);
        }
    }
}
