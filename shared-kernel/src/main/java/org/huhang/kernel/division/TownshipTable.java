package org.huhang.kernel.division;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.huhang.kernel.table.UnreadableTable;

/**
 * The 41,000 townships of the newest edition: the table's own bytes with a sorted index over them, about a megabyte,
 * because a string and a map entry for each would take ten times as much and nobody asks for most of them.
 */
final class TownshipTable {

    private static final String PATH = "/divisions/townships-202306.tsv";
    private static final int CODE_LENGTH = 9;

    private final byte[] text;
    private final int[] codes;
    /** Where the line of {@code codes[i]} begins in {@code text}. */
    private final int[] lines;

    private TownshipTable(byte[] text, int[] codes, int[] lines) {
        this.text = text;
        this.codes = codes;
        this.lines = lines;
    }

    private static final class Shipped {
        static final TownshipTable INSTANCE = load();
    }

    static TownshipTable shipped() {
        return Shipped.INSTANCE;
    }

    private static TownshipTable load() {
        try (InputStream stream = TownshipTable.class.getResourceAsStream(PATH)) {
            return index(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TownshipTable index(byte[] text) {
        int[] codes = new int[text.length / CODE_LENGTH];
        int[] lines = new int[codes.length];
        int count = 0;
        for (int at = after(text, 0, '\n'); at < text.length; at = after(text, at, '\n')) {
            codes[count] = number(text, at);
            lines[count] = at;
            if (count > 0 && codes[count] <= codes[count - 1]) {
                throw new UnreadableTable(PATH, count + 2, "is not in order of code");
            }
            count++;
        }
        return new TownshipTable(text, Arrays.copyOf(codes, count), Arrays.copyOf(lines, count));
    }

    private static int after(byte[] text, int from, char end) {
        int at = from;
        while (at < text.length && text[at] != end) {
            at++;
        }
        return at + 1;
    }

    private static int number(byte[] text, int from) {
        return Integer.parseInt(new String(text, from, CODE_LENGTH, StandardCharsets.US_ASCII));
    }

    void digest(MessageDigest digest) {
        digest.update(text);
    }

    /** @param code of a township, or of a village inside it */
    Optional<String> name(DivisionCode code) {
        int at = Arrays.binarySearch(codes, Integer.parseInt(code.digits().substring(0, CODE_LENGTH)));
        return at < 0 ? Optional.empty() : Optional.of(nameAt(at));
    }

    /** @param prefix four or six digits */
    List<Division> startingWith(String prefix) {
        int first = Integer.parseInt(prefix + "0".repeat(CODE_LENGTH - prefix.length()));
        int last = Integer.parseInt(prefix + "9".repeat(CODE_LENGTH - prefix.length()));
        int at = Arrays.binarySearch(codes, first);
        List<Division> found = new ArrayList<>();
        for (int i = at < 0 ? -at - 1 : at; i < codes.length && codes[i] <= last; i++) {
            found.add(new Division(new DivisionCode(Integer.toString(codes[i])), nameAt(i)));
        }
        return List.copyOf(found);
    }

    private String nameAt(int index) {
        int from = lines[index] + CODE_LENGTH + 1;
        return new String(text, from, after(text, from, '\n') - 1 - from, StandardCharsets.UTF_8).strip();
    }
}
