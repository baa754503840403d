package org.huhang.kernel.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.huhang.kernel.table.Row;
import org.huhang.kernel.table.UnreadableTable;
import org.huhang.kernel.value.PolicyEditionId;

/**
 * The lines of one edition in a table of {@code edition, parameter, value, legal basis}. Every edition states every
 * parameter once: nothing is inherited, so that an edition can be read by itself.
 */
record EditionRows(PolicyEditionId id, Map<String, Setting> settings) {

    /** @throws UnreadableTable for a parameter that is unknown, doubled or missing, and for a table without editions */
    static List<EditionRows> read(PolicyFolder folder, String file, Set<String> parameters) {
        Map<String, Map<String, Setting>> editions = new LinkedHashMap<>();
        for (Row row : folder.rows(file, "edition", "parameter", "value", "legal basis")) {
            String edition = row.text("edition");
            Setting setting = Setting.of(row);
            if (!edition.matches("[A-Z0-9][A-Z0-9-]{2,39}")) {
                throw row.wrong("an edition is named in capitals, digits and hyphens, e.g. NATIONAL-2024");
            }
            if (!parameters.contains(setting.parameter())) {
                throw row.wrong(setting.parameter() + " is no parameter of this table; they are "
                        + String.join(", ", new TreeSet<>(parameters)));
            }
            Setting earlier = editions.computeIfAbsent(edition, _ -> new LinkedHashMap<>())
                    .putIfAbsent(setting.parameter(), setting);
            if (earlier != null) {
                throw row.wrong("%s of %s already stands on line %d"
                        .formatted(setting.parameter(), edition, earlier.row().line()));
            }
        }
        if (editions.isEmpty()) {
            throw new UnreadableTable(file, 1, "holds no edition");
        }
        return editions.entrySet().stream()
                .map(entry -> new EditionRows(PolicyEditionId.of(entry.getKey()), Map.copyOf(entry.getValue())))
                .peek(edition -> edition.complete(parameters))
                .toList();
    }

    Setting get(String parameter) {
        return settings.get(parameter);
    }

    /** To be thrown: the edition cannot be used because of what its line for {@code parameter} says. */
    UnreadableTable wrong(String parameter, String reason) {
        return get(parameter).row().wrong(reason);
    }

    private void complete(Set<String> parameters) {
        Set<String> missing = new TreeSet<>(parameters);
        missing.removeAll(settings.keySet());
        if (!missing.isEmpty()) {
            throw settings.values()
                    .iterator()
                    .next()
                    .row()
                    .wrong("edition %s lacks %s".formatted(id, String.join(", ", missing)));
        }
    }
}
