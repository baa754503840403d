package org.huhang.command.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huhang.command.imports.RecordReader.Raw;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.Refusal.FieldError;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;

/**
 * The first line of a screening list: where each column stands.
 *
 * @param ignored headings the import has no use for, e.g. 序号
 */
record Heading(FileEncoding encoding, Map<Column, Integer> at, int width, List<String> ignored) {

    private static final int LONGEST_SHOWN = 30;

    /** @throws Refused when the file is no screening list: which columns are missing or doubled, or that it is no CSV */
    static Heading of(Raw first) {
        return switch (first) {
            case Raw.TooWide _ -> throw new Refused(RefusalCode.ROW_TOO_WIDE);
            case Raw.Malformed _ -> throw new Refused(RefusalCode.FILE_NOT_CSV);
            case Raw.Cells cells -> of(cells.latin1());
        };
    }

    private static Heading of(List<String> latin1) {
        refuseOtherFormats(latin1.getFirst());
        return Arrays.stream(FileEncoding.values())
                .flatMap(encoding -> decoded(encoding, latin1).stream().map(names -> of(encoding, names)))
                .filter(heading -> !heading.at.isEmpty())
                .findFirst()
                .map(Heading::complete)
                .orElseThrow(() -> unreadable(latin1));
    }

    private static Heading of(FileEncoding encoding, List<String> names) {
        if (names.stream().anyMatch(name -> name.chars().anyMatch(Character::isISOControl))) {
            throw new Refused(RefusalCode.INVALID_CHARACTERS);
        }
        Map<Column, Integer> at = new EnumMap<>(Column.class);
        List<String> ignored = new ArrayList<>();
        List<FieldError> doubled = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Optional<Column> column = Column.headed(names.get(i));
            if (column.isEmpty()) {
                ignored.add(shown(names.get(i)));
            } else if (at.putIfAbsent(column.get(), i) != null) {
                doubled.add(new FieldError(column.get().heading(), RefusalCode.COLUMN_DOUBLED, Map.of()));
            }
        }
        refuse(doubled);
        return new Heading(encoding, at, names.size(), ignored);
    }

    private Heading complete() {
        refuse(Arrays.stream(Column.values())
                .filter(column -> column.required() && !at.containsKey(column))
                .map(column -> new FieldError(column.heading(), RefusalCode.COLUMN_MISSING, Map.of()))
                .toList());
        return this;
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            String columns = String.join(
                    "、", errors.stream().map(FieldError::field).distinct().toList());
            throw new Refused(new Refusal(errors.getFirst().code(), Map.of("columns", columns), errors));
        }
    }

    private static Optional<List<String>> decoded(FileEncoding encoding, List<String> latin1) {
        List<String> names =
                latin1.stream().map(encoding::decode).flatMap(Optional::stream).toList();
        return names.size() == latin1.size() ? Optional.of(names) : Optional.empty();
    }

    /** Spreadsheets sent as they are (.xlsx, .xls) and UTF-16 text announce themselves in their first bytes. */
    private static void refuseOtherFormats(String start) {
        if (start.startsWith("PK\u0003\u0004") || start.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            throw new Refused(RefusalCode.FILE_NOT_CSV);
        }
        if (start.startsWith("\u00FF\u00FE") || start.startsWith("\u00FE\u00FF")) {
            throw new Refused(RefusalCode.FILE_ENCODING_UNKNOWN);
        }
    }

    private static Refused unreadable(List<String> latin1) {
        boolean readable = decoded(FileEncoding.UTF_8, latin1)
                .or(() -> decoded(FileEncoding.GB18030, latin1))
                .isPresent();
        if (!readable) {
            return new Refused(RefusalCode.FILE_ENCODING_UNKNOWN);
        }
        try {
            new Heading(FileEncoding.UTF_8, Map.of(), 0, List.of()).complete();
            throw new IllegalStateException("No column is required");
        } catch (Refused allMissing) {
            return allMissing;
        }
    }

    private static String shown(String heading) {
        return heading.length() > LONGEST_SHOWN ? heading.substring(0, LONGEST_SHOWN) + "…" : heading;
    }
}
