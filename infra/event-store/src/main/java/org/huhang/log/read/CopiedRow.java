package org.huhang.log.read;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.stream.StreamId;
import org.huhang.log.codec.EventCodec;
import org.huhang.log.codec.UnreadableEvent;
import org.huhang.log.codec.WrittenEvent;

/** One row of a binary {@code COPY} of the log after another, as PostgreSQL's manual lays them out. */
final class CopiedRow {

    private static final int SIGNATURE = 11;
    private static final long MICROS = 1_000_000;

    /** 2000-01-01, from which PostgreSQL counts. */
    private static final long EPOCH_SECOND = 946_684_800;

    private final EventCodec codec;
    private final boolean attribution;
    private boolean first = true;
    private ByteBuffer row;

    CopiedRow(EventCodec codec, boolean attribution) {
        this.codec = codec;
        this.attribution = attribution;
    }

    /** @return whether there is a row in it: the last message of a copy has none */
    boolean begin(byte[] message) {
        row = ByteBuffer.wrap(message);
        if (first) {
            first = false;
            row.position(SIGNATURE + Integer.BYTES);
            int more = row.getInt();
            row.position(row.position() + more);
        }
        return row.remaining() > Short.BYTES && row.getShort() > 0;
    }

    /**
     * To be called once a row.
     *
     * @throws UnreadableEvent for an event or revision that is not known
     */
    Recorded fact() {
        long position = longCell();
        StreamId stream = stream();
        long version = longCell();
        String name = text();
        row.getInt();
        int revision = row.getInt();
        String payload = json();
        Instant recordedAt = instant();
        Attribution by = attribution ? codec.readAttribution(json()) : null;
        return new Recorded(
                position,
                stream,
                version,
                recordedAt,
                by,
                codec.read(stream, new WrittenEvent(name, revision, payload)));
    }

    private long longCell() {
        row.getInt();
        return row.getLong();
    }

    private StreamId stream() {
        row.getInt();
        return new StreamId(new UUID(row.getLong(), row.getLong()));
    }

    private Instant instant() {
        long micros = longCell();
        return Instant.ofEpochSecond(
                EPOCH_SECOND + Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1000);
    }

    private String text() {
        return text(row.getInt());
    }

    /** After the one byte that is the format's version. */
    private String json() {
        int length = row.getInt();
        row.get();
        return text(length - 1);
    }

    private String text(int length) {
        String text = new String(row.array(), row.position(), length, StandardCharsets.UTF_8);
        row.position(row.position() + length);
        return text;
    }
}
