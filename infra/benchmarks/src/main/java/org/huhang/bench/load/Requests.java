package org.huhang.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.huhang.kernel.time.Shanghai;

/** Writes one request after the other into a buffer; what does not change is written beforehand. */
final class Requests {

    /** Name of the cases that are registered and listed before anything is measured. */
    static final String SET = "bench";

    private final Job job;
    private final SplittableRandom random;
    private final Bodies bodies;
    private final byte[][] heads;
    private final byte[][] readingHeads;
    private final List<String> caseIds;
    private final byte[][] cases;
    private final byte[] visit;
    private long nextChild;

    Requests(Job job) {
        this.job = job;
        this.random = new SplittableRandom(job.seed());
        this.bodies = new Bodies(new Children(Shanghai.dayOf(Instant.now())));
        this.heads = heads(job, "\r\nContent-Type: application/json", "\r\nIdempotency-Key: ");
        this.readingHeads = heads(job, "", "\r\n\r\n");
        this.caseIds = job.caseIds().isEmpty()
                ? IntStream.range(0, job.cases())
                        .mapToObj(number -> Children.caseOf(SET, number).toString())
                        .toList()
                : job.caseIds();
        this.cases = caseIds.stream()
                .map(id -> bytes("POST /api/cases/" + id + "/record-visit HTTP/1.1\r\n"))
                .toArray(byte[][]::new);
        this.visit = bytes(bodies.visit());
        this.nextChild = job.firstChild();
    }

    void write(ByteBuffer buffer) {
        buffer.clear();
        switch (job.operation()) {
            case OPEN -> open(buffer);
            case ADD -> add(buffer);
            case EMPTY -> end(buffer.put(EMPTY), bytes(bodies.empty()));
            case OFFICE -> {
                switch (random.nextInt(3)) {
                    case 0 -> add(buffer);
                    case 1 -> read(buffer, LEDGER);
                    default -> read(buffer, bytes("GET /api/cases/" + anyCase() + " HTTP/1.1\r\n"));
                }
            }
            case MIXED -> {
                if (random.nextBoolean()) {
                    open(buffer);
                } else {
                    add(buffer);
                }
            }
        }
        buffer.flip();
    }

    /** Number of the next child nobody has registered yet. */
    long nextChild() {
        return nextChild;
    }

    private void open(ByteBuffer buffer) {
        end(buffer.put(OPEN), bytes(bodies.registration(nextChild++)));
    }

    private void add(ByteBuffer buffer) {
        end(buffer.put(cases[random.nextInt(cases.length)]), visit);
    }

    private void read(ByteBuffer buffer, byte[] line) {
        buffer.put(line).put(readingHeads[random.nextInt(readingHeads.length)]);
    }

    private String anyCase() {
        return caseIds.get(random.nextInt(cases.length));
    }

    private void end(ByteBuffer buffer, byte[] body) {
        buffer.put(heads[random.nextInt(heads.length)]);
        ascii(buffer, new UUID(random.nextLong(), random.nextLong()).toString());
        buffer.put(LENGTH);
        ascii(buffer, Integer.toString(body.length));
        buffer.put(END).put(body);
    }

    private static final byte[] OPEN = bytes("POST /api/cases HTTP/1.1\r\n");
    private static final byte[] LEDGER = bytes("GET /api/ledger?limit=20 HTTP/1.1\r\n");
    private static final byte[] EMPTY = bytes("POST /api/bench/empty HTTP/1.1\r\n");
    private static final byte[] LENGTH = bytes("\r\nContent-Length: ");
    private static final byte[] END = bytes("\r\n\r\n");

    private static byte[][] heads(Job job, String after, String last) {
        List<String> tokens = job.tokens();
        byte[][] heads = new byte[tokens.size()][];
        for (int number = 0; number < heads.length; number++) {
            heads[number] = bytes("Host: " + job.host() + ":" + job.port() + after
                    + "\r\nAccept: application/json\r\nAuthorization: Bearer " + tokens.get(number) + last);
        }
        return heads;
    }

    private static void ascii(ByteBuffer buffer, String text) {
        for (int index = 0; index < text.length(); index++) {
            buffer.put((byte) text.charAt(index));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
