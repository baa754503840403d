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
    /** Areas that went from one unit to another, whether either of them stayed or not: by the unit that gave, and that took. */
    private final Map<DivisionCode, List<Way>> given = new HashMap<>();

    private final Map<DivisionCode, List<Way>> taken = new HashMap<>();

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
                    if (!stoodBefore(to, change)) {
                        cameOf(to, Set.of(change.code()));
                    }
                    went(new Way(change, change.code(), to));
                });
            }
            case CREATED -> {
                cameOf(change.code(), change.counterparts());
                change.counterparts().forEach(from -> went(new Way(change, from, change.code())));
            }
            case RENAMED -> {}
            case PART -> change.counterparts().forEach(to -> went(new Way(change, change.code(), to)));
        }
    }

    private void went(Way way) {
        given.computeIfAbsent(way.from(), _ -> new ArrayList<>()).add(way);
        taken.computeIfAbsent(way.to(), _ -> new ArrayList<>()).add(way);
    }

    /** What comes to a unit that stands already is no part of what that was made of. */
    private boolean stoodBefore(DivisionCode unit, DivisionChange change) {
        return creation(unit)
                .filter(made -> made.earliest().isBefore(change.earliest()))
                .isPresent();
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

    /** The last one it had, or is to have; none for a code in none of the tables. */
    Optional<String> lastName(DivisionCode code) {
        List<Spell> known = spells.getOrDefault(code, List.of());
        return known.isEmpty() ? Optional.empty() : Optional.of(known.getLast().name());
    }

    /**
     * Whether it may be in force on a day, as far as anybody knows: its beginning is announced and its end is not known to have
     * come. Where both are under way at once, neither moment of that day finds it in force.
     */
    boolean mayBeInForce(DivisionCode code, LocalDate day) {
        Moment already = new Moment(day, true);
        Moment notYet = new Moment(day, false);
        return spells.getOrDefault(code, List.of()).stream()
                .anyMatch(spell -> spell.from().map(already::counts).orElse(true)
                        && spell.to().map(change -> !notYet.counts(change)).orElse(true));
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
     * County-level units that {@code code} amounts to at a moment: itself while in force; later its successors, also one that
     * is still to come, earlier the units it was made of. A prefecture or province stands for all its counties, one without counties for itself.
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
        if (abolition(code, at).isEmpty()) {
            predecessors.getOrDefault(code, Set.of()).forEach(next -> collect(next, at, found, seen));
            return;
        }
        for (DivisionCode next : successors.getOrDefault(code, Set.of())) {
            if (isCountyToCome(next, at)) {
                // What it is to be made of are others, too.
                found.add(next);
            } else {
                collect(next, at, found, seen);
            }
        }
    }

    private boolean isCountyToCome(DivisionCode code, Moment at) {
        return code.level() == DivisionCode.Level.COUNTY
                && !inForce(code, at)
                && abolition(code, at).isEmpty();
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
     * The day of a reading, or the nearest one on which the code stood for a unit: an abolished code says where a place lay
     * before its end, whoever reads it when.
     */
    LocalDate whenItMeant(DivisionCode unit, LocalDate read) {
        Optional<DivisionChange> end =
                end(unit).filter(change -> !change.surely().isAfter(read));
        if (end.isPresent()) {
            return end.get().earliest().minusDays(1);
        }
        return creation(unit)
                .map(DivisionChange::earliest)
                .filter(read::isBefore)
                .orElse(read);
    }

    private Optional<DivisionChange> end(DivisionCode unit) {
        List<Spell> known = spells.getOrDefault(unit, List.of());
        return known.isEmpty() ? Optional.empty() : known.getLast().to();
    }

    /**
     * Of areas of a county, or of the prefecture or province around it where only that is known; of a city or province those of
     * its counties that leave it.
     */
    Stream<Way> waysFrom(DivisionCode unit) {
        Stream<Way> around = Stream.of(unit.prefecture(), unit.province())
                .filter(coarse -> !coarse.equals(unit))
                .flatMap(coarse -> given.getOrDefault(coarse, List.of()).stream())
                .filter(way -> way.to().level() == DivisionCode.Level.COUNTY);
        Stream<Way> inside = insideOnly(unit)
                .flatMap(county -> given.getOrDefault(county, List.of()).stream())
                .filter(way -> !unit.covers(way.to()));
        return Stream.of(given.getOrDefault(unit, List.of()).stream(), around, inside)
                .flatMap(ways -> ways)
                .distinct();
    }

    /** Likewise of areas that came. */
    Stream<Way> waysInto(DivisionCode unit) {
        Stream<Way> around = Stream.of(unit.prefecture(), unit.province())
                .filter(coarse -> !coarse.equals(unit))
                .flatMap(coarse -> taken.getOrDefault(coarse, List.of()).stream())
                .filter(way -> way.from().level() == DivisionCode.Level.COUNTY);
        Stream<Way> inside = insideOnly(unit)
                .flatMap(county -> taken.getOrDefault(county, List.of()).stream())
                .filter(way -> !unit.covers(way.from()));
        return Stream.of(taken.getOrDefault(unit, List.of()).stream(), around, inside)
                .flatMap(ways -> ways)
                .distinct();
    }

    private Stream<DivisionCode> insideOnly(DivisionCode unit) {
        return unit.level() == DivisionCode.Level.COUNTY
                ? Stream.empty()
                : inside(unit.prefix()).stream().filter(code -> !code.equals(unit));
    }

    /** The changes that lead from a code to the units it amounts to. */
    Stream<DivisionChange> followed(DivisionCode code, Moment at) {
        Set<DivisionCode> passed = new HashSet<>();
        collect(code, at, new TreeSet<>(), passed);
        return passed.stream()
                .flatMap(from -> given.getOrDefault(from, List.of()).stream())
                .filter(way -> passed.contains(way.to()))
                .map(Way::change);
    }
}
