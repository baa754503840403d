package org.huhang.kernel.division;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Whichever tables are in force when asked. Two answers may come from two of them. */
public record NewestDivisions(Supplier<Divisions> newest) implements Divisions {

    @Override
    public DivisionEdition latest() {
        return newest.get().latest();
    }

    @Override
    public Standing standing(DivisionCode code) {
        return newest.get().standing(code);
    }

    @Override
    public Location locate(DivisionRef place, LocalDate day) {
        return newest.get().locate(place, day);
    }

    @Override
    public Set<DivisionCode> counties(DivisionCode code) {
        return newest.get().counties(code);
    }

    @Override
    public DivisionCode current(DivisionCode code) {
        return newest.get().current(code);
    }

    @Override
    public Affiliation affiliation(DivisionCode place) {
        return newest.get().affiliation(place);
    }

    @Override
    public Affiliation affiliation(DivisionCode place, LocalDate day) {
        return newest.get().affiliation(place, day);
    }

    @Override
    public Map<DivisionCode, Set<DivisionCode>> elsewhere() {
        return newest.get().elsewhere();
    }

    @Override
    public boolean isOfficial(DivisionCode code) {
        return newest.get().isOfficial(code);
    }

    @Override
    public Divisions asOf(LocalDate today) {
        return newest.get().asOf(today);
    }

    @Override
    public String fingerprint() {
        return newest.get().fingerprint();
    }

    @Override
    public String fullName(DivisionCode code) {
        return newest.get().fullName(code);
    }

    @Override
    public List<Division> below(DivisionCode code) {
        return newest.get().below(code);
    }

    @Override
    public boolean hasCounties(DivisionCode prefecture) {
        return newest.get().hasCounties(prefecture);
    }

    @Override
    public boolean isCountyOrFiner(DivisionCode code) {
        return newest.get().isCountyOrFiner(code);
    }
}
