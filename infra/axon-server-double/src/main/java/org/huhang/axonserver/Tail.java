package org.huhang.axonserver;

import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.axoniq.axonserver.grpc.event.GetEventsRequest;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.function.Consumer;

/** One client's stream of events: from the token of its first request on, and no more at a time than it has permitted. */
final class Tail implements StreamObserver<GetEventsRequest> {

    private static final int CHUNK = 256;

    private final StoredEvents events;
    private final ServerCallStreamObserver<EventWithToken> client;
    private final Consumer<Tail> whenOver;
    private boolean opened;
    private boolean over;
    private long next;
    private long permits;

    Tail(StoredEvents events, ServerCallStreamObserver<EventWithToken> client, Consumer<Tail> whenOver) {
        this.events = events;
        this.client = client;
        this.whenOver = whenOver;
        client.setOnCancelHandler(this::end);
    }

    @Override
    public synchronized void onNext(GetEventsRequest request) {
        if (!opened) {
            opened = true;
            next = request.getTrackingToken();
        }
        permits += request.getNumberOfPermits();
        push();
    }

    synchronized void push() {
        while (opened && !over && permits > 0) {
            List<EventWithToken> chunk = events.from(next, (int) Math.min(CHUNK, permits));
            if (chunk.isEmpty()) {
                return;
            }
            chunk.forEach(client::onNext);
            next += chunk.size();
            permits -= chunk.size();
        }
    }

    @Override
    public void onError(Throwable broken) {
        end();
    }

    @Override
    public void onCompleted() {
        end();
        client.onCompleted();
    }

    private synchronized void end() {
        over = true;
        whenOver.accept(this);
    }
}
