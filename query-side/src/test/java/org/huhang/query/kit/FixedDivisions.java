package org.huhang.query.kit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huhang.kernel.division.Affiliation;
import org.huhang.kernel.division.Division;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.DivisionEdition;
import org.huhang.kernel.division.DivisionRef;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.division.Location;
import org.huhang.kernel.division.Standing;

/** Divisions of one edition that never changed, but for renumberings told to it. */
public record FixedDivisions(Map<String, String> successors) implements Divisions {

    public FixedDivisions() {
        this(Map.of());
    }

    @Override
    public DivisionEdition latest() {
        return DivisionEdition.of("202412");
    }

    @Override
    public Standing standing(DivisionCode code) {
        return new Standing.InForce(new Division(code, fullName(code)));
    }

    @Override
    public Location locate(DivisionRef place, LocalDate day) {
        Location.Counties there = new Location.Counties(counties(place.code()), Set.of());
        return new Location(there, there);
    }

    @Override
    public Set<DivisionCode> counties(DivisionCode code) {
        return Set.of(current(code.county()));
    }

    @Override
    public DivisionCode current(DivisionCode code) {
        return DivisionCode.of(successors.getOrDefault(code.digits(), code.digits()));
    }

    @Override
    public Affiliation affiliation(DivisionCode place) {
        DivisionCode code = current(place);
        return new Affiliation(code, counties(code));
    }

    @Override
    public Affiliation affiliation(DivisionCode place, LocalDate day) {
        return affiliation(place);
    }

    @Override
    public Map<DivisionCode, Set<DivisionCode>> elsewhere() {
        return Map.of();
    }

    @Override
    public boolean isOfficial(DivisionCode code) {
        return true;
    }

    @Override
    public Divisions asOf(LocalDate today) {
        return this;
    }

    @Override
    public String fingerprint() {
        return successors.toString();
    }

    @Override
    public String fullName(DivisionCode code) {
        return "区划" + code.digits();
    }

    @Override
    public List<Division> below(DivisionCode code) {
        return List.of();
    }

    @Override
    public boolean hasCounties(DivisionCode prefecture) {
        return true;
    }

    @Override
    public boolean isCountyOrFiner(DivisionCode code) {
        return code.level().compareTo(DivisionCode.Level.COUNTY) >= 0;
    }
}
