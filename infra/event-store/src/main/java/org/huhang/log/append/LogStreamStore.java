package org.huhang.log.append;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.huhang.command.port.Answer;
import org.huhang.command.port.Change;
import org.huhang.command.port.IdempotencyKey;
import org.huhang.command.port.Settlement;
import org.huhang.command.port.StreamStore;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.stream.StreamKind;
import org.huhang.kernel.stream.StreamState;
import org.huhang.log.codec.EventCodec;
import org.huhang.log.identity.IndexStep;
import org.huhang.log.identity.PostgresIdentityIndex;
import org.huhang.log.read.Entry;
import org.huhang.log.read.LogTable;
import org.huhang.log.read.SharedLookup;
import org.huhang.log.tail.StreamMemory;

/** Cases over the log: remembered states to decide on, and the one writer to settle through. Takes no lock. */
public final class LogStreamStore implements StreamStore {

    private final SharedLookup<LogTable.Beyond, List<Entry>> streams;
    private final EventCodec codec;
    private final PostgresReceipts receipts;
    private final PostgresIdentityIndex index;
    private final StreamMemory memory;
    private final LogWriter writer;

    public LogStreamStore(
            LogTable table,
            EventCodec codec,
            PostgresReceipts receipts,
            PostgresIdentityIndex index,
            StreamMemory memory,
            LogWriter writer,
            Duration longestLookup) {
        this.streams = new SharedLookup<>(longestLookup, table::streams);
        this.codec = codec;
        this.receipts = receipts;
        this.index = index;
        this.memory = memory;
        this.writer = writer;
    }

    /** Empty: the log finds the receipt when the change gets there, and nobody has to wait for anybody before. */
    @Override
    public Optional<Answer> begin(IdempotencyKey key) {
        return Optional.empty();
    }

    @Override
    public Optional<Answer> answered(IdempotencyKey key) {
        return receipts.answered(key);
    }

    @Override
    public StreamState load(StreamId id, StreamKind kind) {
        return memory.recall(id).orElseGet(() -> readOn(kind.unbegun(id)));
    }

    @Override
    public StreamState unheardOf(StreamId id, StreamKind kind) {
        return memory.recall(id).orElseGet(() -> kind.unbegun(id));
    }

    @Override
    public boolean forget(StreamId id) {
        return memory.forget(id);
    }

    /**
     * A refusal leaves no receipt, so its key is looked up here. Nothing is missed: what was refused because of what the key
     * led to has seen that, and then the receipt beside it is there. It still goes to the log, which says whether the cases
     * are as they were seen.
     */
    @Override
    public CompletableFuture<Settlement> settle(Change change) {
        Optional<Answer> earlier =
                switch (change.answer()) {
                    case Answer.Declined _ -> change.key().flatMap(this::earlier);
                    case Answer.Done _ -> Optional.empty();
                };
        return earlier.<CompletableFuture<Settlement>>map(
                        answer -> CompletableFuture.completedFuture(new Settlement.Answered(answer)))
                .orElseGet(() -> writer.append(written(change)).thenApply(result -> settlement(change, result)));
    }

    private Optional<Answer> earlier(IdempotencyKey key) {
        try {
            return receipts.answered(key);
        } catch (Refused reused) {
            return Optional.of(new Answer.Declined(reused.refusal()));
        }
    }

    private Settlement settlement(Change change, AppendResult result) {
        return switch (result) {
            case AppendResult.Written it -> {
                change.parts().stream().filter(part -> !part.events().isEmpty()).forEach(part -> part.after()
                        .ifPresentOrElse(memory::remember, () -> memory.forget(part.stream())));
                yield new Settlement.Answered(change.answer().at(it.position()));
            }
            case AppendResult.WrittenBefore it -> {
                forget(change);
                yield new Settlement.Answered(change.answer().at(it.position()));
            }
            case AppendResult.AnsweredBefore it -> {
                forget(change);
                boolean same =
                        it.requestDigest().equals(change.key().orElseThrow().requestDigest());
                yield new Settlement.Answered(
                        same
                                ? receipts.read(it.answer(), it.position())
                                : new Answer.Declined(Refusal.of(RefusalCode.IDEMPOTENCY_KEY_REUSED)));
            }
            case AppendResult.Overtaken it -> {
                if (!it.byOurselves()) {
                    change.parts().forEach(this::catchUp);
                }
                yield new Settlement.Overtaken();
            }
            case AppendResult.PutBack _ -> {
                // The tail has forgotten everything; but who was reading this case just then may have remembered it
                // since.
                forget(change);
                yield new Settlement.Overtaken();
            }
            case AppendResult.Held _ -> new Settlement.DocumentHeld();
        };
    }

    private void forget(Change change) {
        change.parts().forEach(part -> memory.forget(part.stream()));
    }

    /** Where there is nothing to read, what is remembered cannot be what the change was overtaken by. */
    private void catchUp(Change.Part part) {
        StreamState known = memory.recall(part.stream()).orElseGet(() -> unbegun(part.before()));
        if (readOn(known).version() == part.expectedVersion()) {
            memory.forget(part.stream());
        }
    }

    /** Beyond what is known: another process may have added one fact to hundreds. */
    private StreamState readOn(StreamState known) {
        List<Entry> beyond = streams.answer(new LogTable.Beyond(known.stream().value(), known.version()));
        if (known.version() >= 0
                && !beyond.isEmpty()
                && beyond.getFirst().fact().version() > known.version() + 1) {
            // What is remembered is of another log than this one, which was put back and has gone on.
            memory.forget(known.stream());
            return readOn(unbegun(known));
        }
        StreamState now = known;
        for (Entry entry : beyond) {
            if (!now.follows(entry.fact().event())) {
                now = readAnew(known, beyond);
                break;
            }
            now = now.with(entry.fact().event(), entry.fact().version());
        }
        if (now.begun()) {
            memory.remember(now);
        }
        return now;
    }

    /** From the first fact on, and with those of the streams that were merged into it. */
    private StreamState readAnew(StreamState known, List<Entry> beyond) {
        List<Recorded> facts = known.version() < 0 ? facts(beyond) : facts(known.stream());
        return known.kind().of(known.stream(), facts, this::facts);
    }

    private List<Recorded> facts(StreamId stream) {
        return facts(streams.answer(new LogTable.Beyond(stream.value(), -1)));
    }

    private static List<Recorded> facts(List<Entry> entries) {
        return entries.stream().map(Entry::fact).toList();
    }

    private static StreamState unbegun(StreamState state) {
        return state.kind().unbegun(state.stream());
    }

    private Append written(Change change) {
        List<Append.Expectation> expectations = new ArrayList<>();
        List<Append.Line> facts = new ArrayList<>();
        List<IndexStep> steps = new ArrayList<>();
        for (Change.Part part : change.parts()) {
            expectations.add(new Append.Expectation(part.stream(), part.expectedVersion()));
            long version = part.expectedVersion();
            for (Event event : part.events()) {
                facts.add(new Append.Line(
                        part.stream(), ++version, event, codec.write(part.stream(), event), UUID.randomUUID()));
                steps.addAll(index.steps(part.stream(), event));
            }
        }
        return new Append(
                expectations,
                facts,
                steps,
                change.key().flatMap(key -> receipt(key, change.answer())),
                change.by(),
                codec.write(change.by()),
                change.at());
    }

    private Optional<Append.Receipt> receipt(IdempotencyKey key, Answer answer) {
        return switch (answer) {
            case Answer.Done done ->
                Optional.of(new Append.Receipt(key.owner(), key.key(), key.requestDigest(), receipts.write(done)));
            case Answer.Declined _ -> Optional.empty();
        };
    }
}
