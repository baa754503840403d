package org.huhang.kernel.division;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The editions shipped with the product, read once. Immutable and safe to share. */
public final class PublishedDivisions implements Divisions {

    private final CountyEditions counties = CountyEditions.load();
    private final TownshipTable townships = TownshipTable.load();
    private final Lineage lineage = Lineage.load();
    /** By six digits abolished, those that alone came after them: asked for with every fact that names a place. */
    private final Map<DivisionCode, DivisionCode> heirs = heirs();

    private PublishedDivisions() {}

    private static final class Loaded {
        static final PublishedDivisions INSTANCE = new PublishedDivisions();
    }

    /** The one instance; the first call reads the tables, a fraction of a second, and keeps about two megabytes. */
    public static Divisions load() {
        return Loaded.INSTANCE;
    }

    @Override
    public DivisionEdition latest() {
        return counties.editions().getLast();
    }

    @Override
    public DivisionEdition inForceOn(LocalDate day) {
        return counties.editions().reversed().stream()
                .filter(edition -> !edition.month().atEndOfMonth().isAfter(day))
                .findFirst()
                .orElse(counties.editions().getFirst());
    }

    @Override
    public Standing standing(DivisionCode code) {
        DivisionCode county = code.county();
        if (!counties.knows(county) || isVillageZero(code)) {
            return new Standing.Unknown();
        }
        DivisionEdition last = counties.lastWith(county);
        if (last.equals(latest())) {
            return find(code, last).<Standing>map(Standing.InForce::new).orElseGet(Standing.Unknown::new);
        }
        List<Division> successors =
                map(county, latest()).stream().map(to -> named(to, latest())).toList();
        return new Standing.Abolished(named(code, last), last, successors);
    }

    @Override
    public Optional<Division> find(DivisionCode code, DivisionEdition edition) {
        boolean judgedByCounty = isSixDigits(code) || !edition.equals(latest());
        boolean there = counties.has(code.county(), edition)
                && !isVillageZero(code)
                && (judgedByCounty || townships.name(code).isPresent());
        return there ? Optional.of(named(code, edition)) : Optional.empty();
    }

    /** Three zeros where a village's number stands name no village. */
    private static boolean isVillageZero(DivisionCode code) {
        return code.level() == DivisionCode.Level.VILLAGE && code.digits().endsWith("000");
    }

    private static boolean isSixDigits(DivisionCode code) {
        return code.equals(code.county());
    }

    private Division named(DivisionCode code, DivisionEdition edition) {
        String county = counties.name(code.county(), edition).orElseThrow();
        return new Division(
                code, isSixDigits(code) ? county : townships.name(code).orElse(county));
    }

    @Override
    public Set<DivisionCode> map(DivisionCode county, DivisionEdition to) {
        DivisionCode unit = countyUnit(county);
        if (counties.has(unit, to)) {
            return Set.of(unit);
        }
        if (!counties.knows(unit) || !counties.editions().contains(to)) {
            return Set.of();
        }
        Function<DivisionCode, Set<DivisionCode>> step =
                counties.lastWith(unit).compareTo(to) < 0 ? lineage::successors : lineage::predecessors;
        Set<DivisionCode> mapped = new TreeSet<>();
        step.apply(unit).forEach(next -> mapped.addAll(map(next, to)));
        return Collections.unmodifiableSet(mapped);
    }

    private DivisionCode countyUnit(DivisionCode code) {
        DivisionCode county = code.county();
        DivisionCode city = code.prefecture();
        return counties.knows(city) && !counties.hasCounties(city) ? city : county;
    }

    @Override
    public DivisionCode current(DivisionCode code) {
        return isVillageZero(code) ? code : heirs.getOrDefault(code.county(), code);
    }

    private Map<DivisionCode, DivisionCode> heirs() {
        Map<DivisionCode, DivisionCode> heirs = new HashMap<>();
        for (DivisionCode county : counties.codes()) {
            if (standing(county) instanceof Standing.Abolished abolished
                    && abolished.successors().size() == 1) {
                heirs.put(county, abolished.successors().getFirst().code());
            }
        }
        return Map.copyOf(heirs);
    }

    @Override
    public String fullName(DivisionCode code) {
        return new FullName(counties, townships).of(code);
    }

    @Override
    public List<Division> below(DivisionCode code) {
        return switch (code.level()) {
            case PROVINCE ->
                counties.startingWith(code.prefix(), latest()).stream()
                        .filter(division -> division.code().level() == DivisionCode.Level.PREFECTURE)
                        .toList();
            case PREFECTURE ->
                hasCounties(code)
                        ? counties.startingWith(code.prefix(), latest()).stream()
                                .filter(division -> division.code().level() == DivisionCode.Level.COUNTY)
                                .toList()
                        : townships.startingWith(code.prefix());
            case COUNTY -> townships.startingWith(code.prefix());
            case TOWNSHIP, VILLAGE -> List.of();
        };
    }

    @Override
    public boolean hasCounties(DivisionCode prefecture) {
        return counties.hasCounties(prefecture);
    }

    @Override
    public boolean isCountyOrFiner(DivisionCode code) {
        return switch (code.level()) {
            case PROVINCE -> false;
            case PREFECTURE -> counties.knows(code) && !hasCounties(code);
            case COUNTY, TOWNSHIP, VILLAGE -> true;
        };
    }
}
