package org.huhang.kernel.division;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.huhang.kernel.division.DivisionCode.Level;
import org.huhang.kernel.division.Location.Counties;
import org.huhang.kernel.division.UnitHistory.Moment;
import org.huhang.kernel.table.Row;
import org.huhang.kernel.table.Tsv;

/** The tables shipped with the product, or an operator's in their place. Immutable and safe to share. */
public final class PublishedDivisions implements Divisions {

    private static final String CHANGES = "/divisions/changes.tsv";
    private static final String MOVES = "/divisions/township-moves.tsv";
    private static final String STATISTICAL = "/divisions/statistical.tsv";
    private static final String CHANGES_FILE = "division-changes.tsv";
    private static final String MOVES_FILE = "township-moves.tsv";
    private static final String STATISTICAL_FILE = "statistical-divisions.tsv";

    /** Names of the files by which an operator replaces a table. */
    public static final Set<String> FILES = Set.of(CHANGES_FILE, MOVES_FILE, STATISTICAL_FILE);

    /** The townships are those of June 2023: a county created since has none in the table. */
    private static final LocalDate TOWNSHIPS_OF = LocalDate.of(2023, 6, 30);

    private final UnitHistory units;
    private final TownshipTable townships = TownshipTable.shipped();
    private final TownshipMoves moves;
    private final Map<DivisionCode, StatisticalUnit> statistical;
    private final Moment now;
    /** Today, as if changes under way were not in force yet: what they end may still be recorded. */
    private final Moment stillBefore;

    private final Affiliations.Known today;
    private final Map<DivisionCode, Set<DivisionCode>> elsewhere;
    private final String fingerprint;

    private PublishedDivisions(
            UnitHistory units, TownshipMoves moves, Map<DivisionCode, StatisticalUnit> statistical, LocalDate today) {
        this.units = units;
        this.moves = moves;
        this.statistical = statistical;
        this.now = new Moment(today, true);
        this.stillBefore = new Moment(today, false);
        this.today = new Affiliations(units, townships, moves, today).known();
        this.elsewhere = this.today.codes();
        this.fingerprint = this.today.fingerprint();
    }

    private static final class Loaded {
        static final PublishedDivisions INSTANCE = at(LocalDate.MAX);
    }

    /** The shipped tables with every change in them, also one whose day is still to come. */
    public static Divisions load() {
        return Loaded.INSTANCE;
    }

    /** The shipped tables as they stand on a day. */
    public static PublishedDivisions at(LocalDate today) {
        return read((_, shipped, columns) -> Tsv.shipped(shipped, columns), today);
    }

    /** Where a table's rows come from. */
    @FunctionalInterface
    public interface Source {

        /**
         * @param file name under which an operator may have a table of their own
         * @param shipped path of the product's
         */
        List<Row> rows(String file, String shipped, String... columns);
    }

    /**
     * @param today the day they are taken to stand on
     * @throws org.huhang.kernel.table.UnreadableTable with the row at fault
     */
    public static PublishedDivisions read(Source tables, LocalDate today) {
        return of(
                tables.rows(CHANGES_FILE, CHANGES, DivisionTables.CHANGES),
                tables.rows(MOVES_FILE, MOVES, DivisionTables.MOVES),
                tables.rows(STATISTICAL_FILE, STATISTICAL, DivisionTables.STATISTICAL),
                today);
    }

    /** @throws org.huhang.kernel.table.UnreadableTable with the row at fault */
    static PublishedDivisions of(List<Row> changes, List<Row> moves, List<Row> statistical, LocalDate today) {
        UnitHistory units = new UnitHistory(
                DivisionTables.units(Tsv.shipped("/divisions/units-201012.tsv", DivisionTables.UNITS)),
                DivisionTables.changes(changes));
        return new PublishedDivisions(
                units,
                new TownshipMoves(DivisionTables.moves(moves, units)),
                DivisionTables.statistical(statistical, units),
                today);
    }

    @Override
    public DivisionEdition latest() {
        return units.edition(now.day());
    }

    @Override
    public Standing standing(DivisionCode recorded) {
        DivisionCode code = moves.original(recorded);
        DivisionCode county = code.county();
        if (isVillageZero(code)) {
            return new Standing.Unknown();
        }
        if (isSixDigits(code) && statistical.containsKey(code)) {
            return new Standing.InForce(
                    new Division(recorded, statistical.get(code).name()));
        }
        Optional<String> township = isSixDigits(code) ? Optional.empty() : townships.name(code);
        if (township.isPresent()) {
            return new Standing.InForce(new Division(recorded, township.get()));
        }
        Optional<String> name = units.name(county, now).or(() -> units.name(county, stillBefore));
        if (name.isPresent()) {
            return isSixDigits(code) || isYoungerThanTheTownships(county)
                    ? new Standing.InForce(new Division(recorded, name.get()))
                    : new Standing.Unknown();
        }
        return units.abolition(county, now)
                .<Standing>map(change -> new Standing.Abolished(
                        new Division(recorded, change.name()), change, named(successors(change))))
                .or(() -> units.creation(county)
                        .map(change -> new Standing.ToCome(new Division(recorded, change.name()), change.earliest())))
                .orElseGet(Standing.Unknown::new);
    }

    /** Of a prefecture or province the one it went into, not all the counties there. */
    private Set<DivisionCode> successors(DivisionChange change) {
        boolean coarse = change.code().level() != Level.COUNTY
                && change.counterparts().stream().allMatch(to -> units.inForce(to, now));
        return coarse ? new TreeSet<>(change.counterparts()) : units.counties(change.code(), now);
    }

    private List<Division> named(Set<DivisionCode> codes) {
        return codes.stream()
                .map(code -> new Division(code, units.name(code, now).orElseThrow()))
                .toList();
    }

    private boolean isYoungerThanTheTownships(DivisionCode county) {
        return units.creation(county)
                .filter(change -> change.earliest().isAfter(TOWNSHIPS_OF))
                .isPresent();
    }

    /** Three zeros where a village's number stands name no village. */
    private static boolean isVillageZero(DivisionCode code) {
        return code.level() == Level.VILLAGE && code.digits().endsWith("000");
    }

    private static boolean isSixDigits(DivisionCode code) {
        return code.equals(code.county());
    }

    @Override
    public Location locate(DivisionRef place, LocalDate day) {
        LocalDate read = place.edition().month().atEndOfMonth();
        return new Location(
                counties(place.code(), read, new Moment(day, false)),
                counties(place.code(), read, new Moment(day, true)));
    }

    private Counties counties(DivisionCode recorded, LocalDate read, Moment at) {
        DivisionCode code = moves.original(recorded);
        boolean known = !isSixDigits(code) && townships.name(code).isPresent();
        Set<DivisionCode> likely = known
                ? moves.of(code)
                        .filter(move -> at.counts(move.change()))
                        .map(move -> units.counties(move.county(), at))
                        .orElseGet(() -> counties(code.county(), at))
                : counties(code.county(), at);
        Set<DivisionCode> possible = new TreeSet<>();
        if (likely.equals(Set.of(code.county()))) {
            possible.addAll(units.elsewhere(code.county(), read, at));
        }
        if (known) {
            // Of these it is on record which townships went.
            possible.removeIf(to -> moves.areListed(code.county(), to));
        }
        return new Counties(likely, possible);
    }

    /** Also for codes of the statistical list: a zone may lie in any county of its city where none is named. */
    private Set<DivisionCode> counties(DivisionCode county, Moment at) {
        StatisticalUnit zone = statistical.get(county);
        return zone == null
                ? units.counties(county, at)
                : units.counties(zone.county().orElseGet(() -> around(county)), at);
    }

    private DivisionCode around(DivisionCode zone) {
        return units.knows(zone.prefecture()) ? zone.prefecture() : zone.province();
    }

    @Override
    public Set<DivisionCode> counties(DivisionCode code) {
        return counties(code, now.day(), now).likely();
    }

    @Override
    public DivisionCode current(DivisionCode code) {
        if (!isCountyOrFiner(code)) {
            return units.abolition(code, stillBefore)
                    .map(DivisionChange::counterparts)
                    .filter(successors -> successors.size() == 1)
                    .map(successors -> successors.iterator().next())
                    .orElse(code);
        }
        Affiliation today = affiliation(code);
        return moves.of(moves.original(code)).isPresent() || today.county().equals(code.county())
                ? today.code()
                : today.county();
    }

    @Override
    public Affiliation affiliation(DivisionCode place) {
        return today.of(place);
    }

    @Override
    public Affiliation affiliation(DivisionCode place, LocalDate day) {
        return new Affiliations(units, townships, moves, day).of(place);
    }

    @Override
    public Map<DivisionCode, Set<DivisionCode>> elsewhere() {
        return elsewhere;
    }

    @Override
    public boolean isOfficial(DivisionCode code) {
        return !moves.isNew(code);
    }

    @Override
    public Divisions asOf(LocalDate today) {
        return new PublishedDivisions(units, moves, statistical, today);
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public String fullName(DivisionCode code) {
        return new FullName(units, townships, moves, statistical, stillBefore).of(code);
    }

    @Override
    public List<Division> below(DivisionCode code) {
        return switch (code.level()) {
            case PROVINCE -> listed(code, Level.PREFECTURE);
            case PREFECTURE -> hasCounties(code) ? listed(code, Level.COUNTY) : townshipsIn(code);
            case COUNTY -> townshipsIn(code);
            case TOWNSHIP, VILLAGE -> List.of();
        };
    }

    private List<Division> listed(DivisionCode code, Level level) {
        List<Division> below = new ArrayList<>(named(new TreeSet<>(units.within(code.prefix(), now))));
        statistical.forEach((zone, unit) -> {
            if (code.covers(zone)) {
                below.add(new Division(zone, unit.name()));
            }
        });
        return below.stream()
                .filter(division ->
                        division.code().level() == level && !division.code().equals(code))
                .sorted((one, other) -> one.code().compareTo(other.code()))
                .toList();
    }

    /** Those whose county has no other name for them than the statistical list's stand under that. */
    private List<Division> townshipsIn(DivisionCode county) {
        List<Division> there = new ArrayList<>(townships.startingWith(county.prefix()));
        there.removeIf(township -> moves.of(township.code())
                .filter(move -> now.counts(move.change()))
                .isPresent());
        moves.into(county).stream()
                .filter(move -> now.counts(move.change()))
                .map(move -> new Division(move.change().code(), move.change().name()))
                .forEach(there::add);
        return there.stream()
                .sorted((one, other) -> one.code().compareTo(other.code()))
                .toList();
    }

    @Override
    public boolean hasCounties(DivisionCode prefecture) {
        return units.hasCounties(prefecture);
    }

    @Override
    public boolean isCountyOrFiner(DivisionCode code) {
        return switch (code.level()) {
            case PROVINCE -> false;
            case PREFECTURE -> units.knows(code) && !hasCounties(code);
            case COUNTY, TOWNSHIP, VILLAGE -> true;
        };
    }
}
