package org.huhang.axonserver;

import io.axoniq.axonserver.grpc.event.Confirmation;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventStoreGrpc;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.axoniq.axonserver.grpc.event.GetAggregateEventsRequest;
import io.axoniq.axonserver.grpc.event.GetAggregateSnapshotsRequest;
import io.axoniq.axonserver.grpc.event.GetEventsRequest;
import io.axoniq.axonserver.grpc.event.GetFirstTokenRequest;
import io.axoniq.axonserver.grpc.event.GetLastTokenRequest;
import io.axoniq.axonserver.grpc.event.GetTokenAtRequest;
import io.axoniq.axonserver.grpc.event.ReadHighestSequenceNrRequest;
import io.axoniq.axonserver.grpc.event.ReadHighestSequenceNrResponse;
import io.axoniq.axonserver.grpc.event.TrackingToken;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The event store's part of the protocol, answered as Axon Server answers it. */
final class EventService extends EventStoreGrpc.EventStoreImplBase {

    private static final Metadata.Key<String> ERROR_CODE =
            Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER);

    private final StoredEvents events;
    private final InjectedFaults faults;
    private final Runnable dropConnections;
    private final Set<Tail> tails = ConcurrentHashMap.newKeySet();

    EventService(StoredEvents events, InjectedFaults faults, Runnable dropConnections) {
        this.events = events;
        this.faults = faults;
        this.dropConnections = dropConnections;
    }

    /** Nothing is stored before the client completes its stream; a stream that breaks off has never been. */
    @Override
    public StreamObserver<Event> appendEvent(StreamObserver<Confirmation> answer) {
        List<Event> transaction = new ArrayList<>();
        return new StreamObserver<>() {
            @Override
            public void onNext(Event event) {
                transaction.add(event);
            }

            @Override
            public void onError(Throwable broken) {
                transaction.clear();
            }

            @Override
            public void onCompleted() {
                commit(transaction, answer);
            }
        };
    }

    private void commit(List<Event> transaction, StreamObserver<Confirmation> answer) {
        try {
            switch (faults.next()) {
                case REFUSED -> answer.onError(error("AXONIQ-2100", Status.NOT_FOUND, "No leader for context"));
                case LOST -> dropConnections.run();
                case STORED_UNCONFIRMED -> {
                    store(transaction);
                    dropConnections.run();
                }
                case STORED -> {
                    store(transaction);
                    give(answer, Confirmation.newBuilder().setSuccess(true).build());
                }
            }
        } catch (StoredEvents.OutOfSequence conflict) {
            answer.onError(error("AXONIQ-2000", Status.OUT_OF_RANGE, conflict.getMessage()));
        }
    }

    void store(List<Event> transaction) {
        events.append(transaction);
        tails.forEach(Tail::push);
    }

    @Override
    public StreamObserver<GetEventsRequest> listEvents(StreamObserver<EventWithToken> answer) {
        Tail tail = new Tail(events, (ServerCallStreamObserver<EventWithToken>) answer, tails::remove);
        tails.add(tail);
        return tail;
    }

    @Override
    public void listAggregateEvents(GetAggregateEventsRequest asked, StreamObserver<Event> answer) {
        events.aggregate(asked.getAggregateId(), asked.getInitialSequence(), asked.getMaxSequence())
                .forEach(answer::onNext);
        answer.onCompleted();
    }

    @Override
    public void listAggregateSnapshots(GetAggregateSnapshotsRequest asked, StreamObserver<Event> answer) {
        answer.onCompleted();
    }

    @Override
    public void readHighestSequenceNr(
            ReadHighestSequenceNrRequest asked, StreamObserver<ReadHighestSequenceNrResponse> answer) {
        give(
                answer,
                ReadHighestSequenceNrResponse.newBuilder()
                        .setToSequenceNr(events.highestSequence(asked.getAggregateId()))
                        .build());
    }

    @Override
    public void getFirstToken(GetFirstTokenRequest asked, StreamObserver<TrackingToken> answer) {
        give(answer, token(0));
    }

    @Override
    public void getLastToken(GetLastTokenRequest asked, StreamObserver<TrackingToken> answer) {
        give(answer, token(events.lastToken()));
    }

    @Override
    public void getTokenAt(GetTokenAtRequest asked, StreamObserver<TrackingToken> answer) {
        give(answer, token(events.tokenAt(asked.getInstant())));
    }

    private static TrackingToken token(long token) {
        return TrackingToken.newBuilder().setToken(token).build();
    }

    private static <T> void give(StreamObserver<T> answer, T value) {
        answer.onNext(value);
        answer.onCompleted();
    }

    private static StatusRuntimeException error(String code, Status status, String description) {
        Metadata trailers = new Metadata();
        trailers.put(ERROR_CODE, code);
        return status.withDescription("[" + code + "] " + description).asRuntimeException(trailers);
    }
}
