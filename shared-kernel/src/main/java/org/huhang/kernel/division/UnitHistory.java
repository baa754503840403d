package org.huhang.kernel.division;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.huhang.kernel.table.Row;

/** Provinces, prefectures and counties through time: which codes were in force on a day, and what became of each. */
final class UnitHistory {

    /** A code under one name, from one change to another. */
    private record Spell(String name, Optional<DivisionChange> from, Optional<DivisionChange> to) {

        boolean holds(Moment at) {
            return from.map(at::counts).orElse(true)
                    && to.map(change -> !at.counts(change)).orElse(true);
        }

        Spell until(DivisionChange change) {
            return new Spell(name, from, Optional.of(change));
        }
    }

    /**
     * A day, and how a change is taken that is announced and not known to be in force.
     *
     * @param already whether it counts as if it were in force
     */
    record Moment(LocalDate day, boolean already) {

        boolean counts(DivisionChange change) {
            return switch (change.on(day)) {
                case TO_COME -> false;
                case UNDER_WAY -> already;
                case IN_FORCE -> true;
            };
        }
    }

    private final NavigableMap<DivisionCode, List<Spell>> spells = new TreeMap<>();
    private final Map<DivisionCode, Set<DivisionCode>> successors = new HashMap<>();
    private final Map<DivisionCode, Set<DivisionCode>> predecessors = new HashMap<>();
    /** Areas that went from one unit to another, whether either of them stayed or not. */
    private final List<Way> ways = new ArrayList<>();

    private final Collection<DivisionChange> changes;
    /** Prefectures by whose code places were recorded, at one time or another. */
    private final Set<DivisionCode> onceWithoutCounties = new TreeSet<>();

    /** @throws org.huhang.kernel.table.UnreadableTable where a change contradicts the ones before it */
    UnitHistory(Map<DivisionCode, String> units, Map<DivisionChange, Row> changes) {
        units.forEach((code, name) ->
                spells.put(code, new ArrayList<>(List.of(new Spell(name, Optional.empty(), Optional.empty())))));
        this.changes = changes.keySet().stream()
                .sorted(Comparator.comparing(DivisionChange::earliest))
                .toList();
        this.changes.forEach(change -> apply(change, changes.get(change)));
        changes.forEach(this::link);
        spells.keySet().stream()
                .filter(code -> code.level() == DivisionCode.Level.PREFECTURE && isOnceWithoutCounties(code))
                .forEach(onceWithoutCounties::add);
    }

    private boolean isOnceWithoutCounties(DivisionCode prefecture) {
        return Stream.concat(
                        Stream.of(new Moment(LocalDate.MIN, false)),
                        changes.stream()
                                .filter(change -> prefecture.covers(change.code()))
                                .flatMap(change -> Stream.of(
                                        new Moment(change.earliest().minusDays(1), false),
                                        new Moment(change.surely(), true))))
                .anyMatch(at -> inForce(prefecture, at) && !hasCounties(prefecture, at));
    }

    private void apply(DivisionChange change, Row row) {
        List<Spell> known = spells.computeIfAbsent(change.code(), _ -> new ArrayList<>());
        boolean stands = !known.isEmpty() && known.getLast().to().isEmpty();
        switch (change.what()) {
            case CREATED -> {
                if (!known.isEmpty()) {
                    throw row.wrong(change.code() + " is there already; an abolished code is not used again");
                }
                known.add(begun(change));
            }
            case ABOLISHED -> {
                if (!stands) {
                    throw row.wrong(change.code() + " is not in force before");
                }
                known.add(known.removeLast().until(change));
            }
            case RENAMED -> {
                if (!stands) {
                    throw row.wrong(change.code() + " is not in force before");
                }
                known.add(known.removeLast().until(change));
                known.add(begun(change));
            }
            case PART -> {
                if (!stands) {
                    throw row.wrong(change.code() + " is not in force before");
                }
            }
        }
    }

    private static Spell begun(DivisionChange change) {
        return new Spell(change.name(), Optional.of(change), Optional.empty());
    }

    private void link(DivisionChange change, Row row) {
        change.counterparts().stream()
                .filter(code -> !spells.containsKey(code))
                .findFirst()
                .ifPresent(unknown -> {
                    throw row.wrong(unknown + " is in none of the tables");
                });
        switch (change.what()) {
            case ABOLISHED -> {
                successors.put(change.code(), change.counterparts());
                change.counterparts().forEach(to -> {
                    cameOf(to, Set.of(change.code()));
                    ways.add(new Way(change, change.code(), to));
                });
            }
            case CREATED -> {
                cameOf(change.code(), change.counterparts());
                change.counterparts().forEach(from -> ways.add(new Way(change, from, change.code())));
            }
            case RENAMED -> {}
            case PART -> change.counterparts().forEach(to -> ways.add(new Way(change, change.code(), to)));
        }
    }

    private void cameOf(DivisionCode code, Set<DivisionCode> from) {
        predecessors.computeIfAbsent(code, _ -> new TreeSet<>()).addAll(from);
    }

    Collection<DivisionChange> changes() {
        return changes;
    }

    /** All that there are or were, or are to come, in order. */
    Set<DivisionCode> codes() {
        return Collections.unmodifiableSet(spells.keySet());
    }

    boolean knows(DivisionCode code) {
        return spells.containsKey(code);
    }

    boolean inForce(DivisionCode code, Moment at) {
        return spell(code, at).isPresent();
    }

    /** Whether it is not simply there at all times. */
    boolean everChanged(DivisionCode code) {
        return spells.getOrDefault(code, List.of()).stream()
                .anyMatch(spell -> spell.from().isPresent() || spell.to().isPresent());
    }

    Optional<String> name(DivisionCode code, Moment at) {
        return spell(code, at).map(Spell::name);
    }

    private Optional<Spell> spell(DivisionCode code, Moment at) {
        return spells.getOrDefault(code, List.of()).stream()
                .filter(spell -> spell.holds(at))
                .findFirst();
    }

    /** By which a code that is no longer in force went; none for one in force, and for one yet to come. */
    Optional<DivisionChange> abolition(DivisionCode code, Moment at) {
        return inForce(code, at)
                ? Optional.empty()
                : spells.getOrDefault(code, List.of()).reversed().stream()
                        .flatMap(spell -> spell.to().stream())
                        .filter(at::counts)
                        .findFirst();
    }

    /** By which a code came into being; none for one that was there from the beginning. */
    Optional<DivisionChange> creation(DivisionCode code) {
        return spells.getOrDefault(code, List.of()).stream().findFirst().flatMap(Spell::from);
    }

    /** Codes of the tables in force inside {@code prefix}, in order. */
    List<DivisionCode> within(String prefix, Moment at) {
        return inside(prefix).stream().filter(code -> inForce(code, at)).toList();
    }

    private Set<DivisionCode> inside(String prefix) {
        return spells.subMap(new DivisionCode(prefix), new DivisionCode(prefix + ":"))
                .keySet();
    }

    /** Whether a prefecture had no counties at some time, so that places were recorded by its code. */
    boolean onceWithoutCounties(DivisionCode prefecture) {
        return onceWithoutCounties.contains(prefecture);
    }

    /** At any time. */
    boolean hasCounties(DivisionCode prefecture) {
        return inside(prefecture.prefix()).stream().anyMatch(code -> code.level() == DivisionCode.Level.COUNTY);
    }

    boolean hasCounties(DivisionCode prefecture, Moment at) {
        return within(prefecture.prefix(), at).stream().anyMatch(code -> code.level() == DivisionCode.Level.COUNTY);
    }

    /**
     * County-level units that {@code code} amounts to at a moment: itself while in force; later its successors, earlier the
     * units it was made of. A prefecture or province stands for all its counties, one without counties for itself.
     */
    Set<DivisionCode> counties(DivisionCode code, Moment at) {
        Set<DivisionCode> found = new TreeSet<>();
        collect(code, at, found, new HashSet<>());
        return found;
    }

    private void collect(DivisionCode code, Moment at, Set<DivisionCode> found, Set<DivisionCode> seen) {
        if (!seen.add(code)) {
            return;
        }
        if (inForce(code, at)) {
            found.addAll(
                    code.level() == DivisionCode.Level.COUNTY || !hasCounties(code, at)
                            ? Set.of(code)
                            : countiesOf(code, at));
            return;
        }
        Map<DivisionCode, Set<DivisionCode>> way = abolition(code, at).isPresent() ? successors : predecessors;
        way.getOrDefault(code, Set.of()).forEach(next -> collect(next, at, found, seen));
    }

    private Set<DivisionCode> countiesOf(DivisionCode coarse, Moment at) {
        Set<DivisionCode> units = new TreeSet<>();
        for (DivisionCode code : within(coarse.prefix(), at)) {
            if (code.level() == DivisionCode.Level.COUNTY
                    || code.level() == DivisionCode.Level.PREFECTURE && !hasCounties(code, at)) {
                units.add(code);
            }
        }
        return units;
    }

    /**
     * Where else a place may lie that was read as {@code county}, which is in force: an area of it went elsewhere after the
     * reading, or had not yet come to it.
     *
     * @param read the last day of the month of the edition it was read in
     */
    Set<DivisionCode> elsewhere(DivisionCode county, LocalDate read, Moment at) {
        Set<DivisionCode> units = new TreeSet<>();
        given(county)
                .filter(gone -> gone.change().surely().isAfter(read) && at.counts(gone.change()))
                .forEach(gone -> units.addAll(counties(gone.to(), at)));
        taken(county)
                .filter(come -> !come.change().earliest().isAfter(read) && !at.counts(come.change()))
                .forEach(come -> units.addAll(counties(come.from(), at)));
        units.remove(county);
        return units;
    }

    /** An area's way from one unit to another. */
    private record Way(DivisionChange change, DivisionCode from, DivisionCode to) {}

    private Stream<Way> given(DivisionCode county) {
        return ways.stream().filter(way -> way.from().covers(county));
    }

    private Stream<Way> taken(DivisionCode county) {
        return ways.stream().filter(way -> way.to().equals(county));
    }

    /** The last month a change may have come into force in, not after {@code day}. */
    DivisionEdition edition(LocalDate day) {
        return changes.stream()
                .map(DivisionChange::earliest)
                .filter(earliest -> !earliest.isAfter(day))
                .max(Comparator.naturalOrder())
                .map(DivisionEdition::of)
                .orElseThrow();
    }
}
