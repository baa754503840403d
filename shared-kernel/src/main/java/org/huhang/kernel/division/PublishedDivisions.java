package org.huhang.kernel.division;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
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

    /** The day that the table of units states, from which on there are changes. */
    private static final LocalDate UNITS_OF = LocalDate.of(2010, 12, 31);

    /** The townships are those of June 2023: a county created since has none in the table. */
    private static final LocalDate TOWNSHIPS_OF = LocalDate.of(2023, 6, 30);

    private final UnitHistory units;
    private final TownshipTable townships = TownshipTable.shipped();
    private final TownshipMoves moves;
    private final Zones zones;
    private final Moment now;
    /** Today, as if changes under way were not in force yet: what they end may still be recorded. */
    private final Moment stillBefore;

    private final Affiliations.Known today;
    private final Map<DivisionCode, Set<DivisionCode>> elsewhere;
    private final String fingerprint;
    private final DivisionEdition edition;
    private final RowsDigest rows;
    private final String tables;

    private PublishedDivisions(UnitHistory units, TownshipMoves moves, Zones zones, RowsDigest rows, LocalDate today) {
        this.units = units;
        this.moves = moves;
        this.zones = zones;
        this.now = new Moment(today, true);
        this.stillBefore = new Moment(today, false);
        this.today = new Affiliations(units, townships, moves, zones, today).known();
        this.elsewhere = this.today.codes();
        this.fingerprint = this.today.fingerprint();
        this.edition = edition(today);
        this.rows = rows;
        this.tables = edition.name() + "-" + rows.at(today, units.changes(), moves.changes());
    }

    /** Between two days that share it the tables answer the same. */
    private DivisionEdition edition(LocalDate today) {
        return Stream.concat(units.changes().stream(), moves.changes().stream())
                .flatMap(change -> Stream.of(change.earliest(), change.surely()))
                .filter(day -> !day.isAfter(today) && !day.equals(LocalDate.MAX))
                .max(Comparator.naturalOrder())
                .map(DivisionEdition::of)
                .orElseGet(() -> DivisionEdition.of(UNITS_OF));
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
        List<Row> shipped = Tsv.shipped("/divisions/units-201012.tsv", DivisionTables.UNITS);
        UnitHistory units = new UnitHistory(DivisionTables.units(shipped), DivisionTables.changes(changes));
        return new PublishedDivisions(
                units,
                new TownshipMoves(DivisionTables.moves(moves, units)),
                new Zones(DivisionTables.statistical(statistical, units)),
                RowsDigest.of(List.of(shipped, changes, moves, statistical), TownshipTable.shipped()),
                today);
    }

    @Override
    public DivisionEdition latest() {
        return edition;
    }

    @Override
    public Standing standing(DivisionCode recorded) {
        DivisionCode code = moves.original(recorded);
        DivisionCode county = code.county();
        if (isVillageZero(code)) {
            return new Standing.Unknown();
        }
        if (zones.all().containsKey(code)) {
            return new Standing.InForce(
                    new Division(recorded, zones.all().get(code).name()));
        }
        Optional<String> township = isSixDigits(code) ? Optional.empty() : townships.name(code);
        if (township.isPresent()) {
            return new Standing.InForce(new Division(recorded, township.get()));
        }
        Optional<String> name = units.name(county, now)
                .or(() -> units.name(county, stillBefore))
                .or(() -> units.lastName(county).filter(_ -> units.mayBeInForce(county, now.day())));
        if (name.isPresent()) {
            return isSixDigits(code) || mayHaveOtherTownships(county)
                    ? new Standing.InForce(new Division(recorded, name.get()))
                    : new Standing.Unknown();
        }
        if (!isSixDigits(code) && !townships.startingWith(county.digits()).isEmpty()) {
            // All its townships are in the table, and this one is not.
            return new Standing.Unknown();
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
                .map(code -> new Division(
                        code,
                        units.name(code, now).or(() -> units.lastName(code)).orElseThrow()))
                .toList();
    }

    /** Of a county that is younger than the table of townships, where it is not on record which came to it. */
    private boolean mayHaveOtherTownships(DivisionCode county) {
        return units.creation(county)
                .filter(change -> change.earliest().isAfter(TOWNSHIPS_OF))
                .filter(change -> !change.counterparts().stream().allMatch(from -> moves.areListed(from, county)))
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
        LocalDate read = place.edition().day();
        return new Location(
                counties(place.code(), read, new Moment(day, false)),
                counties(place.code(), read, new Moment(day, true)));
    }

    private Counties counties(DivisionCode recorded, LocalDate read, Moment at) {
        DivisionCode code = moves.original(recorded);
        DivisionCode unit = ownMove(code, at).map(TownshipMove::county).orElseGet(() -> unit(code));
        Set<DivisionCode> possible = new TreeSet<>(search(code, read, at).found());
        if (units.mayBeInForce(unit, at.day()) && isInForceInNoReading(unit, at.day())) {
            possible.add(unit);
        }
        return new Counties(units.counties(unit, at), possible);
    }

    private AreaSearch search(DivisionCode code, LocalDate read, Moment at) {
        boolean known = isKnownTownship(code);
        // Of some counties it is on record which townships went.
        AreaSearch search = new AreaSearch(units, at, way -> known && moves.areListed(way.from(), way.to()));
        return ownMove(code, at)
                .map(move -> search.onFrom(move.county(), read, move.change()))
                .orElseGet(() -> search.readIn(unit(code), read));
    }

    /** By which a township came to the county where it is at a moment. */
    private Optional<TownshipMove> ownMove(DivisionCode code, Moment at) {
        return isKnownTownship(code) ? moves.last(code, at) : Optional.empty();
    }

    private boolean isInForceInNoReading(DivisionCode unit, LocalDate day) {
        return !units.inForce(unit, new Moment(day, true)) && !units.inForce(unit, new Moment(day, false));
    }

    @Override
    public List<DivisionChange> bearing(DivisionRef place, LocalDate day) {
        DivisionCode code = moves.original(place.code());
        Stream<DivisionChange> ofTheTownship = moves.of(code).stream()
                .map(TownshipMove::change)
                .filter(change -> isKnownTownship(code) && change.on(day) != DivisionChange.Phase.TO_COME);
        Stream<DivisionChange> ofTheUnit = Stream.of(new Moment(day, false), new Moment(day, true))
                .flatMap(at -> Stream.concat(
                        units.followed(unit(code), at),
                        search(code, place.edition().day(), at).changes().stream()));
        return Stream.concat(ofTheTownship, ofTheUnit)
                .distinct()
                .sorted(Comparator.comparing(DivisionChange::earliest).thenComparing(DivisionChange::code))
                .toList();
    }

    private boolean isKnownTownship(DivisionCode code) {
        return !isSixDigits(code) && townships.name(code).isPresent();
    }

    /**
     * Whose way through time tells where a place lies: its county's. Of a zone of the statistical list, or a township there, the
     * county that the tables name, or else all its city: it may lie in any county of it.
     */
    private DivisionCode unit(DivisionCode code) {
        DivisionCode county = code.county();
        return zones.of(code)
                .map(zone -> zone.county().orElseGet(() -> around(county)))
                .orElse(county);
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
        boolean keepsNumber =
                !moves.of(moves.original(code)).isEmpty() || zones.county(code).isPresent();
        return keepsNumber || today.county().equals(code.county()) ? today.code() : today.county();
    }

    @Override
    public Affiliation affiliation(DivisionCode place) {
        return today.of(place);
    }

    @Override
    public Affiliation affiliation(DivisionCode place, LocalDate day) {
        return new Affiliations(units, townships, moves, zones, day).of(place);
    }

    @Override
    public Map<DivisionCode, Set<DivisionCode>> elsewhere() {
        return elsewhere;
    }

    @Override
    public boolean isOfficial(DivisionCode code) {
        return isSixDigits(code) || townships.name(code).isPresent();
    }

    @Override
    public Divisions asOf(LocalDate today) {
        return new PublishedDivisions(units, moves, zones, rows, today);
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public String tables() {
        return tables;
    }

    @Override
    public String fullName(DivisionCode code) {
        return new FullName(units, townships, moves, zones.all(), stillBefore).of(code);
    }

    @Override
    public List<Division> below(DivisionCode code) {
        return switch (code.level()) {
            case PROVINCE -> listed(code, Level.PREFECTURE);
            case PREFECTURE -> units.hasCounties(code, now) ? listed(code, Level.COUNTY) : townshipsIn(code);
            case COUNTY -> townshipsIn(code);
            case TOWNSHIP, VILLAGE -> List.of();
        };
    }

    private List<Division> listed(DivisionCode code, Level level) {
        List<Division> below = new ArrayList<>(named(new TreeSet<>(units.within(code.prefix(), now))));
        zones.all().forEach((zone, unit) -> {
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
        there.removeIf(township -> moves.last(township.code(), now).isPresent());
        moves.into(county, now).forEach(there::add);
        return there.stream()
                .sorted((one, other) -> one.code().compareTo(other.code()))
                .toList();
    }

    @Override
    public boolean hasCounties(DivisionCode prefecture) {
        if (units.inForce(prefecture, stillBefore)) {
            return units.hasCounties(prefecture, stillBefore);
        }
        return units.inForce(prefecture, now) ? units.hasCounties(prefecture, now) : units.hasCounties(prefecture);
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
