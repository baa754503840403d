package org.huhang.app.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;

/** A file kept in numbered pieces, read as one stream with a single piece in memory. */
final class Pieces extends InputStream {

    private final IntFunction<Optional<byte[]>> fetch;
    private int next;
    private InputStream current = InputStream.nullInputStream();

    private Pieces(int first, IntFunction<Optional<byte[]>> fetch) {
        this.next = first;
        this.fetch = fetch;
    }

    /** @param skipped bytes of the first piece */
    static Pieces from(int piece, int skipped, IntFunction<Optional<byte[]>> fetch) {
        return new Pieces(
                piece,
                number -> number == piece
                        ? fetch.apply(number)
                                .map(bytes -> Arrays.copyOfRange(bytes, Math.min(skipped, bytes.length), bytes.length))
                        : fetch.apply(number));
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        try {
            int read = current.read(target, offset, length);
            while (read < 0) {
                Optional<byte[]> piece = fetch.apply(next);
                if (piece.isEmpty()) {
                    return -1;
                }
                next++;
                current = new ByteArrayInputStream(piece.get());
                read = current.read(target, offset, length);
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
