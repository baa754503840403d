package org.huhang.command.imports;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.huhang.kernel.access.Access;
import org.huhang.kernel.access.Act;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.log.RequestId;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.value.Text;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Takes a file in, piece by piece, and looks at its heading before saying yes. */
@Component
class Intake {

    private static final int PIECE = 1 << 20;
    private static final int LONGEST_NAME = 200;

    private final ImportJournal journal;
    private final ImportWorker worker;
    private final IntakeLimits limits;
    private final InstantSource clock;
    private final DataSize largest;

    Intake(
            ImportJournal journal,
            ImportWorker worker,
            IntakeLimits limits,
            InstantSource clock,
            @Value("${huhang.import.max-size:1GB}") DataSize largest) {
        this.journal = journal;
        this.worker = worker;
        this.limits = limits;
        this.clock = clock;
        this.largest = largest;
    }

    /**
     * @throws Refused what {@link IntakeLimits} has to say, mostly before anything of the body is read; {@code FILE_EMPTY},
     *     {@code BODY_TOO_LARGE}, or what {@link Heading} has to say. Nothing is kept then
     */
    ImportJob take(InputStream body, String fileName, boolean dryRun, Actor actor, RequestId requestId)
            throws IOException {
        Access.permit(actor, Act.IMPORT);
        limits.requireRoomForOneMore(actor);
        UUID id = UUID.randomUUID();
        journal.open(id, Text.clean(fileName, LONGEST_NAME), dryRun, actor, requestId, clock.instant());
        try {
            long bytes = keep(id, body, actor);
            refuseUnreadable(id);
            journal.received(id, bytes);
        } catch (IOException | RuntimeException e) {
            journal.discard(id);
            throw e;
        }
        worker.wake();
        return journal.find(id).orElseThrow();
    }

    /** @throws Refused where {@link #take} would refuse whatever the list holds */
    void requireRoom(Actor actor) {
        limits.requireRoomForOneMore(actor);
    }

    private long keep(UUID id, InputStream body, Actor actor) throws IOException {
        long bytes = 0;
        int piece = 0;
        for (byte[] read = body.readNBytes(PIECE); read.length > 0; read = body.readNBytes(PIECE)) {
            bytes += read.length;
            if (bytes > largest.toBytes()) {
                throw new Refused(Refusal.of(
                        RefusalCode.BODY_TOO_LARGE, Map.of("longest", Long.toString(largest.toMegabytes()) + " MB")));
            }
            journal.keep(id, piece++, read);
            limits.requireNoMoreThanRoom(actor);
        }
        if (bytes == 0) {
            throw new Refused(RefusalCode.FILE_EMPTY);
        }
        return bytes;
    }

    private void refuseUnreadable(UUID id) throws IOException {
        try (InputStream content = journal.content(id, 0)) {
            RecordReader records = new RecordReader(content);
            Heading.of(records.next().orElseThrow(() -> new Refused(RefusalCode.FILE_EMPTY)));
            records.next().orElseThrow(() -> new Refused(RefusalCode.FILE_EMPTY));
        }
    }
}
