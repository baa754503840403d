package org.huhang.kernel.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.huhang.kernel.table.UnreadableTable;

/**
 * Editions of one policy, each in force from its day until the next one's. A day before the first is judged by the
 * first: old cases are entered late, and no older text is on file.
 */
record DatedEditions<T extends DatedEditions.Edition>(List<T> inOrder) {

    interface Edition {
        LocalDate from();
    }

    /** @throws UnreadableTable when two editions start on one day */
    static <T extends Edition> DatedEditions<T> read(
            PolicyFolder folder, String file, Set<String> parameters, Function<EditionRows, T> reader) {
        TreeMap<LocalDate, T> byStart = new TreeMap<>(Comparator.naturalOrder());
        for (EditionRows rows : EditionRows.read(folder, file, parameters)) {
            T edition = reader.apply(rows);
            if (byStart.putIfAbsent(edition.from(), edition) != null) {
                throw rows.wrong("valid-from", "another edition is already valid from " + edition.from());
            }
        }
        return new DatedEditions<>(List.copyOf(byStart.values()));
    }

    T on(LocalDate day) {
        T judging = inOrder.getFirst();
        for (T edition : inOrder) {
            if (!edition.from().isAfter(day)) {
                judging = edition;
            }
        }
        return judging;
    }

    /** Those that begin after {@code day} and after the one that judges it. */
    List<T> after(LocalDate day) {
        return inOrder.stream()
                .skip(1)
                .filter(edition -> edition.from().isAfter(day))
                .toList();
    }
}
