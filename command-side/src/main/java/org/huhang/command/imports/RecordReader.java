package org.huhang.command.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Splits a CSV file into records without ever holding more than one of them, and gets over a broken one: a stray quote
 * costs its own row, not the rest of the file. Bytes are carried one a character (ISO 8859-1) because the separators look
 * the same in UTF-8 and GB18030; cells are decoded later, one by one.
 */
final class RecordReader {

    /** A row of the known columns at their longest is far below this; a longer one is not a row of this list. */
    static final int LONGEST_RECORD = 128 * 1024;

    /** Lines that one quoted cell may span. */
    private static final int MOST_LINES = 50;

    /** Far more than the list has; beyond this a parser would give up for reasons of its own. */
    private static final int MOST_COLUMNS = 1000;

    /** What UTF-8 and GB18030 files may begin with; it is no part of the first heading. */
    private static final List<byte[]> BYTE_ORDER_MARKS = List.of(
            new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, new byte[] {(byte) 0x84, 0x31, (byte) 0x95, 0x33});

    private final InputStream in;
    private final Deque<Line> pushedBack = new ArrayDeque<>();
    private long row;
    private long bytesRead;
    private long readTo;
    private int columns = Integer.MAX_VALUE;

    /** @param in the whole file */
    RecordReader(InputStream in) throws IOException {
        this(in, 0, 0);
        skipByteOrderMark();
    }

    private RecordReader(InputStream rest, long row, long readTo) {
        this.in = new BufferedInputStream(rest, 64 * 1024);
        this.row = row;
        this.bytesRead = readTo;
        this.readTo = readTo;
    }

    /**
     * Goes on where another reader of the same file was.
     *
     * @param rest the file from its byte {@code readTo} on
     * @param row the last one that was read
     * @param readTo {@link #readTo()} behind that row
     */
    static RecordReader goingOn(InputStream rest, long row, long readTo) {
        return new RecordReader(rest, row, readTo);
    }

    /** @param row as a spreadsheet counts: the first line is row 1 */
    sealed interface Raw {
        long row();

        record Cells(long row, List<String> latin1) implements Raw {}

        /** Longer than any row can be. */
        record TooWide(long row) implements Raw {}

        /** Quotes that do not pair. */
        record Malformed(long row) implements Raw {}
    }

    /** From now on a record that spans lines must have no more cells than this to count as one. */
    void expectColumns(int count) {
        columns = count;
    }

    /** How many bytes of the file the records read so far take, with what stands between them. */
    long readTo() {
        return readTo;
    }

    /** The next record; empty at the end. Blank lines count as rows and are passed over. */
    Optional<Raw> next() throws IOException {
        while (true) {
            Optional<Line> line = line();
            if (line.isEmpty()) {
                return Optional.empty();
            }
            row++;
            readTo = line.get().end();
            String text = line.get().text();
            if (text.length() > LONGEST_RECORD
                    || text.chars().filter(c -> c == ',').count() > MOST_COLUMNS) {
                return Optional.of(new Raw.TooWide(row));
            }
            if (!text.isBlank() && !text.chars().allMatch(c -> c == ',' || c == ' ')) {
                return Optional.of(quotesPair(text) ? parsed(text) : joined(text));
            }
        }
    }

    private Raw parsed(String text) {
        return cells(text).<Raw>map(cells -> new Raw.Cells(row, cells)).orElseGet(() -> new Raw.Malformed(row));
    }

    /** A cell may hold line breaks; if joining lines leads to no sound record, the first line alone is at fault. */
    private Raw joined(String first) throws IOException {
        List<Line> taken = new ArrayList<>();
        StringBuilder text = new StringBuilder(first);
        while (taken.size() < MOST_LINES && text.length() <= LONGEST_RECORD) {
            Optional<Line> more = line();
            if (more.isEmpty()) {
                break;
            }
            taken.add(more.get());
            text.append('\n').append(more.get().text());
            if (quotesPair(text)) {
                Optional<List<String>> cells = cells(text.toString()).filter(found -> found.size() <= columns);
                if (cells.isPresent()) {
                    readTo = more.get().end();
                    return new Raw.Cells(row, cells.get());
                }
                break;
            }
        }
        taken.reversed().forEach(pushedBack::push);
        return new Raw.Malformed(row);
    }

    private static Optional<List<String>> cells(String text) {
        try {
            return Optional.of(CsvReader.builder()
                    .allowUnclosedQuote(false)
                    .maxBufferSize(2 * LONGEST_RECORD)
                    .ofSingleCsvRecord(text)
                    .getFields());
        } catch (CsvParseException e) {
            return Optional.empty();
        }
    }

    private static boolean quotesPair(CharSequence text) {
        return text.chars().filter(c -> c == '"').count() % 2 == 0;
    }

    private Optional<Line> line() throws IOException {
        if (!pushedBack.isEmpty()) {
            return Optional.of(pushedBack.pop());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        int b = byteRead();
        if (b < 0) {
            return Optional.empty();
        }
        for (; b >= 0 && b != '\n' && b != '\r'; b = byteRead()) {
            if (bytes.size() <= LONGEST_RECORD) {
                bytes.write(b);
            }
        }
        if (b == '\r') {
            skipLineFeed();
        }
        return Optional.of(new Line(bytes.toString(StandardCharsets.ISO_8859_1), bytesRead));
    }

    private int byteRead() throws IOException {
        int b = in.read();
        if (b >= 0) {
            bytesRead++;
        }
        return b;
    }

    /** A carriage return ends a line by itself, or together with the line feed that follows it. */
    private void skipLineFeed() throws IOException {
        in.mark(1);
        if (in.read() == '\n') {
            bytesRead++;
        } else {
            in.reset();
        }
    }

    private void skipByteOrderMark() throws IOException {
        for (byte[] mark : BYTE_ORDER_MARKS) {
            in.mark(mark.length);
            if (Arrays.equals(in.readNBytes(mark.length), mark)) {
                bytesRead = mark.length;
                return;
            }
            in.reset();
        }
    }

    /** @param end how many bytes of the file end with it */
    private record Line(String text, long end) {}
}
