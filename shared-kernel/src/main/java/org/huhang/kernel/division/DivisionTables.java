package org.huhang.kernel.division;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.table.Row;
import org.huhang.kernel.table.UnreadableTable;

/** Reads the tables of division codes and says which row cannot be right. */
final class DivisionTables {

    static final String[] UNITS = {"code", "name"};
    static final String[] CHANGES = {
        "announced", "effective", "listed", "what", "code", "name", "counterparts", "document"
    };
    static final String[] STATISTICAL = {"code", "name", "county"};
    static final String[] MOVES = {"announced", "effective", "listed", "code", "name", "county", "new_code", "document"
    };

    private DivisionTables() {}

    static Map<DivisionCode, String> units(List<Row> rows) {
        Map<DivisionCode, String> units = new LinkedHashMap<>();
        rows.forEach(row -> units.put(code(row, "code"), row.text("name")));
        return units;
    }

    /** Each with the row it stands in, so that what contradicts another one can be named. */
    static Map<DivisionChange, Row> changes(List<Row> rows) {
        Map<DivisionChange, Row> changes = new LinkedHashMap<>();
        Map<Optional<LocalDate>, List<DivisionChange>> byDay = new HashMap<>();
        for (Row row : rows) {
            DivisionChange change = change(row);
            if (changes.put(change, row) != null) {
                throw row.wrong("stands in the table twice");
            }
            List<DivisionChange> ofTheDay = byDay.computeIfAbsent(change.announced(), _ -> new ArrayList<>());
            requireDaysOfItsDocument(
                    row, change, Stream.concat(Stream.of(change.code()), change.counterparts().stream()), ofTheDay);
            ofTheDay.add(change);
        }
        return changes;
    }

    /**
     * What one document does to one unit it does at once: were some of it in force already and the rest not, places would go to
     * units that are not there yet.
     */
    private static void requireDaysOfItsDocument(
            Row row, DivisionChange change, Stream<DivisionCode> units, Collection<DivisionChange> others) {
        Set<DivisionCode> concerned = units.collect(Collectors.toSet());
        others.stream()
                .filter(other -> isOfOneDocument(other, change))
                .filter(other ->
                        concerned.contains(other.code()) || !Collections.disjoint(concerned, other.counterparts()))
                .filter(other -> !other.effective().equals(change.effective())
                        || !other.listed().equals(change.listed()))
                .findFirst()
                .ifPresent(other -> {
                    throw row.wrong("effective and listed are not those of " + other.code() + " in the same document");
                });
    }

    private static boolean isOfOneDocument(DivisionChange one, DivisionChange other) {
        return one.announced().isPresent()
                && one.announced().equals(other.announced())
                && one.document().equals(other.document());
    }

    static Map<DivisionCode, StatisticalUnit> statistical(List<Row> rows, UnitHistory known) {
        Map<DivisionCode, StatisticalUnit> units = new LinkedHashMap<>();
        for (Row row : rows) {
            DivisionCode code = code(row, "code");
            Optional<DivisionCode> county = row.optional("county").map(text -> code(row, "county", text));
            county.ifPresent(unit -> requireKnown(row, unit, known));
            if (known.knows(code.county())) {
                throw row.wrong(code.county() + " is an administrative unit");
            }
            if (code.level() == DivisionCode.Level.VILLAGE) {
                throw row.wrong(code + " is a village");
            }
            if (code.level() == DivisionCode.Level.TOWNSHIP && county.isEmpty()) {
                throw row.wrong("county is empty: a township stands here for the county it lies in");
            }
            if (units.put(code, new StatisticalUnit(row.text("name"), county)) != null) {
                throw row.wrong(code + " stands in the table twice");
            }
        }
        return units;
    }

    static List<TownshipMove> moves(List<Row> rows, UnitHistory known) {
        Map<TownshipMove, Row> moves = new LinkedHashMap<>();
        for (Row row : rows) {
            DivisionCode county = code(row, "county");
            DivisionCode township = code(row, "code");
            requireKnown(row, county, known);
            requireKnown(row, township.county(), known);
            if (township.level() != DivisionCode.Level.TOWNSHIP) {
                throw row.wrong(township + " is not a township");
            }
            DivisionChange change = new DivisionChange(
                    DivisionChange.What.PART,
                    township,
                    row.text("name"),
                    Set.of(county),
                    row.optionalDate("announced"),
                    row.optionalDate("effective"),
                    row.optionalDate("listed"),
                    row.optional("document"));
            requireDay(row, change);
            requireDaysOfItsDocument(row, change, Stream.of(township.county(), county), known.changes());
            Optional<DivisionCode> newCode = row.optional("new_code").map(code -> code(row, "new_code", code));
            newCode.filter(code -> !county.covers(code)).ifPresent(code -> {
                throw row.wrong(code + " does not lie in " + county);
            });
            if (moves.put(new TownshipMove(change, county, newCode), row) != null) {
                throw row.wrong(township + " stands in the table twice");
            }
        }
        requireOneWay(moves);
        return List.copyOf(moves.keySet());
    }

    /** Each township goes from county to county, one day after another, and no two of them come under one code. */
    private static void requireOneWay(Map<TownshipMove, Row> moves) {
        Set<DivisionCode> newCodes = new HashSet<>();
        moves.forEach((move, row) -> move.newCode()
                .filter(code -> !newCodes.add(code))
                .ifPresent(code -> {
                    throw row.wrong(code + " is another township's");
                }));
        TownshipMoves all = new TownshipMoves(moves.keySet());
        all.chains().forEach(chain -> {
            DivisionCode first = chain.getFirst().change().code();
            if (!all.original(first).equals(first)) {
                throw moves.get(chain.getFirst()).wrong(first + " leaves its county before the day it came there");
            }
            for (int i = 1; i < chain.size(); i++) {
                DivisionChange change = chain.get(i).change();
                if (chain.get(i).county().equals(chain.get(i - 1).county())
                        || change.earliest().isBefore(chain.get(i - 1).change().surely())) {
                    throw moves.get(chain.get(i)).wrong(change.code() + " stands in the table twice");
                }
            }
        });
    }

    private static DivisionChange change(Row row) {
        Set<DivisionCode> counterparts = new TreeSet<>();
        row.optional("counterparts").stream()
                .flatMap(cell -> Arrays.stream(cell.split(",")))
                .forEach(code -> counterparts.add(code(row, "counterparts", code)));
        DivisionChange change = new DivisionChange(
                what(row),
                code(row, "code"),
                row.text("name"),
                counterparts,
                row.optionalDate("announced"),
                row.optionalDate("effective"),
                row.optionalDate("listed"),
                row.optional("document"));
        requireDay(row, change);
        if (change.what() != DivisionChange.What.RENAMED
                && counterparts.isEmpty()
                && change.code().level() == DivisionCode.Level.COUNTY) {
            throw row.wrong("counterparts is empty");
        }
        return change;
    }

    private static void requireKnown(Row row, DivisionCode unit, UnitHistory known) {
        if (!known.knows(unit)) {
            throw row.wrong(unit + " is in none of the tables");
        }
    }

    private static void requireDay(Row row, DivisionChange change) {
        if (change.announced().or(change::effective).or(change::listed).isEmpty()) {
            throw row.wrong("names no day");
        }
    }

    private static DivisionChange.What what(Row row) {
        try {
            return DivisionChange.What.valueOf(row.text("what").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw row.wrong("what must be created, abolished, renamed or part");
        }
    }

    private static DivisionCode code(Row row, String column) {
        return code(row, column, row.text(column));
    }

    /** @throws UnreadableTable with the line */
    private static DivisionCode code(Row row, String column, String digits) {
        try {
            return DivisionCode.of(digits);
        } catch (Refused malformed) {
            throw row.wrong(column + " is not a division code: " + digits);
        }
    }
}
