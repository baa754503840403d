package org.huhang.kernel.division;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.huhang.kernel.table.Row;
import org.huhang.kernel.table.Tsv;

/** Six-digit codes (provinces, prefectures, counties) with the name each has in every edition that has it. */
final class CountyEditions {

    private final List<DivisionEdition> editions;
    /** By code, one place an edition; null where the edition does not have the code. */
    private final NavigableMap<String, String[]> names = new TreeMap<>();

    private final Set<String> prefecturesWithCounties = new HashSet<>();

    private CountyEditions(Collection<DivisionEdition> editions) {
        this.editions = List.copyOf(editions);
    }

    static CountyEditions load() {
        List<Row> rows = Tsv.shipped("/divisions/county-editions.tsv", "code", "name", "editions");
        // Thousands of rows share a few dozen runs of editions, so each run is parsed once.
        Map<String, List<DivisionEdition>> runs = new HashMap<>();
        rows.forEach(row -> runs.computeIfAbsent(row.text("editions"), CountyEditions::run));
        TreeSet<DivisionEdition> editions = new TreeSet<>();
        runs.values().forEach(editions::addAll);
        CountyEditions table = new CountyEditions(editions);
        rows.forEach(row -> table.add(row.text("code"), row.text("name"), runs.get(row.text("editions"))));
        table.findPrefecturesWithCounties();
        return table;
    }

    private static List<DivisionEdition> run(String cell) {
        return Arrays.stream(cell.split(",")).map(DivisionEdition::of).toList();
    }

    private void add(String code, String name, List<DivisionEdition> in) {
        String[] byEdition = names.computeIfAbsent(code, _ -> new String[editions.size()]);
        for (DivisionEdition edition : in) {
            byEdition[editions.indexOf(edition)] = name;
        }
    }

    private void findPrefecturesWithCounties() {
        for (DivisionCode code : codes()) {
            DivisionCode prefecture = code.prefecture();
            if (!code.equals(prefecture) && !isTheCityItself(code, prefecture)) {
                prefecturesWithCounties.add(prefecture.digits());
            }
        }
    }

    /** The statistical list gives a city without counties one county of its own name: 嘉峪关市 620200 has 620201. */
    private boolean isTheCityItself(DivisionCode code, DivisionCode prefecture) {
        return code.digits().endsWith("01") && name(code, lastWith(code)).equals(name(prefecture, lastWith(code)));
    }

    List<DivisionEdition> editions() {
        return editions;
    }

    boolean knows(DivisionCode code) {
        return names.containsKey(code.digits());
    }

    boolean hasCounties(DivisionCode prefecture) {
        return prefecturesWithCounties.contains(prefecture.digits());
    }

    Optional<String> name(DivisionCode code, DivisionEdition edition) {
        String[] byEdition = names.get(code.digits());
        int at = editions.indexOf(edition);
        return byEdition == null || at < 0 ? Optional.empty() : Optional.ofNullable(byEdition[at]);
    }

    boolean has(DivisionCode code, DivisionEdition edition) {
        return name(code, edition).isPresent();
    }

    /** @throws java.util.NoSuchElementException for a code no edition has; ask {@link #knows} first */
    DivisionEdition lastWith(DivisionCode code) {
        return editions.reversed().stream()
                .filter(edition -> has(code, edition))
                .findFirst()
                .orElseThrow();
    }

    List<Division> startingWith(String prefix, DivisionEdition edition) {
        return names.subMap(prefix, prefix + ":").keySet().stream()
                .map(DivisionCode::new)
                .flatMap(code -> name(code, edition).map(name -> new Division(code, name)).stream())
                .toList();
    }

    Collection<DivisionCode> codes() {
        return names.keySet().stream().map(DivisionCode::new).toList();
    }
}
