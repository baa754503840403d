package org.huhang.kernel.access;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huhang.kernel.division.Affiliation;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.Divisions;

/**
 * Whose cases somebody may know of: those of their part of the country, and those that may belong to it as far as anybody
 * knows: recorded by nothing more than the code of a county that was divided, or while a change is announced and not known
 * to be in force. They must not fall between the offices before and after.
 */
public final class Reach {

    /** Empty for the nation. */
    private final Optional<DivisionCode> division;

    private static final int TOWNSHIP = DivisionCode.Level.TOWNSHIP.prefixLength();

    private final Divisions divisions;

    private Reach(Optional<DivisionCode> division, Divisions divisions) {
        this.division = division;
        this.divisions = divisions;
    }

    public static Reach of(Jurisdiction jurisdiction, Divisions divisions) {
        return new Reach(
                jurisdiction.equals(Jurisdiction.NATION)
                        ? Optional.empty()
                        : Optional.of(DivisionCode.of(jurisdiction.toString())),
                divisions);
    }

    public static Reach of(DivisionCode division, Divisions divisions) {
        return new Reach(Optional.of(division), divisions);
    }

    /** @param place as recorded, whenever that was */
    public boolean covers(DivisionCode place) {
        return division.map(code -> covers(code, divisions.affiliation(place))).orElse(true);
    }

    /** Whether what another office did is within reach: of those who came after it, those before, and those above. */
    public boolean covers(Jurisdiction office) {
        return office.equals(Jurisdiction.NATION) ? division.isEmpty() : covers(DivisionCode.of(office.toString()));
    }

    private boolean covers(DivisionCode code, Affiliation there) {
        return isFinerThanCounty(code)
                ? there.scope().startsWith(divisions.affiliation(code).scope())
                : there.counties().stream().anyMatch(code::covers);
    }

    /**
     * The same for what lists places by ({@link Affiliation#scope}). Rows that were made by earlier tables of divisions, and
     * are to be made anew, still stand under what a place was then; they are within reach of who has it now.
     */
    public Scopes scopes() {
        Set<String> prefixes = new LinkedHashSet<>();
        Set<String> except = new LinkedHashSet<>();
        division.ifPresentOrElse(code -> collect(code, prefixes, except), () -> prefixes.add(""));
        return new Scopes(prefixes, except);
    }

    private void collect(DivisionCode code, Set<String> prefixes, Set<String> except) {
        if (isFinerThanCounty(code)) {
            prefixes.add(divisions.affiliation(code).scope());
            prefixes.add(code.digits());
            otherCodes(code).forEach(other -> prefixes.add(other.digits()));
            return;
        }
        prefixes.add(code.prefix());
        divisions.elsewhere().forEach((recorded, counties) -> {
            boolean mayBeTheirs = counties.stream().anyMatch(code::covers);
            if (mayBeTheirs != new Scopes(prefixes, except).include(recorded.digits())) {
                (mayBeTheirs ? prefixes : except).add(recorded.digits());
            }
        });
    }

    /** Whether all that is another office's today is within reach: of a county that was divided, of nobody's who has a part. */
    public boolean coversWholly(Jurisdiction office) {
        return division.isEmpty()
                || !office.equals(Jurisdiction.NATION)
                        && coversWholly(division.get(), DivisionCode.of(office.toString()));
    }

    private boolean coversWholly(DivisionCode code, DivisionCode office) {
        return isFinerThanCounty(code)
                ? covers(office)
                : divisions.affiliation(office).counties().stream().allMatch(code::covers);
    }

    /** Of a township that came to another county, or a village in it: under which earlier tables may have listed it. */
    private Stream<DivisionCode> otherCodes(DivisionCode code) {
        if (!divisions.elsewhere().containsKey(DivisionCode.of(code.digits().substring(0, TOWNSHIP)))) {
            return Stream.empty();
        }
        String behind = code.digits().substring(TOWNSHIP);
        DivisionCode today = divisions.affiliation(code).code();
        return divisions.elsewhere().keySet().stream()
                .filter(other -> other.level() == DivisionCode.Level.TOWNSHIP)
                .map(other -> DivisionCode.of(other.digits() + behind))
                .filter(other -> divisions.affiliation(other).code().equals(today));
    }

    private static boolean isFinerThanCounty(DivisionCode code) {
        return code.digits().length() > DivisionCode.Level.COUNTY.prefixLength();
    }

    /**
     * The longest that a scope begins with decides: a township may stay where its county goes, and the other way round.
     *
     * @param prefixes of scopes within reach
     * @param except of scopes that are not
     */
    public record Scopes(Set<String> prefixes, Set<String> except) {

        public boolean include(String scope) {
            return prefixes.stream().filter(scope::startsWith).anyMatch(prefix -> except.stream()
                    .noneMatch(longer -> longer.startsWith(prefix) && scope.startsWith(longer)));
        }

        /** A scope is within reach if it begins with any prefix and with none of the exceptions in that one. */
        public Set<String> exceptIn(String prefix) {
            return except.stream()
                    .filter(longer -> longer.startsWith(prefix))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }
}
