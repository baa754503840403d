package org.huhang.app.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An operator's folder with tables made from the shipped ones. */
record OwnTables(Path folder) {

    static final String CHANGES = "division-changes.tsv";
    private static final String MOVES = "township-moves.tsv";
    private static final String WORKING_DAYS = "state-council-days.tsv";

    /** As they were published before Liangjiang New Area came into being in November 2025. */
    void beforeLiangjiang() {
        Predicate<String> earlier = line -> !line.startsWith("2025-11-06");
        write(MOVES, shipped("township-moves.tsv").filter(earlier));
        write(CHANGES, shipped("changes.tsv").filter(earlier));
    }

    /** All that is published, and {@code rows} with commas for tabs. */
    void withChanges(String... rows) {
        write(MOVES, shipped("township-moves.tsv"));
        write(CHANGES, Stream.concat(shipped("changes.tsv"), Stream.of(rows).map(row -> row.replace(',', '\t'))));
    }

    /** The calendar that is published, and {@code rows} with commas for tabs. */
    void withWorkingDays(String... rows) {
        write(
                WORKING_DAYS,
                Stream.concat(
                        shipped("/calendar/", WORKING_DAYS), Stream.of(rows).map(row -> row.replace(',', '\t'))));
    }

    /** A calendar that holds no notice. */
    void withoutWorkingDays() {
        write(WORKING_DAYS, Stream.of("date\tkind\toccasion"));
    }

    /** A calendar that holds National Day of these years, and nothing else. */
    void withWorkingDaysOf(int... years) {
        write(
                WORKING_DAYS,
                Stream.concat(
                        Stream.of("date\tkind\toccasion"),
                        IntStream.of(years).mapToObj(year -> year + "-10-01\tholiday\t国庆节")));
    }

    int shippedLines() {
        return (int) shipped("changes.tsv").count();
    }

    private void write(String file, Stream<String> lines) {
        try {
            List<String> all = lines.toList();
            Path beside = Files.write(folder.resolve(file + ".new"), all);
            Files.move(beside, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> shipped(String table) {
        return shipped("/divisions/", table);
    }

    private static Stream<String> shipped(String folder, String table) {
        try (InputStream stream = OwnTables.class.getResourceAsStream(folder + table)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
