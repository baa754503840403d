package org.huhang.kernel.division;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Names from the province down, each as it was when the code was last in force. */
record FullName(CountyEditions counties, TownshipTable townships) {

    /** Rows of the statistical list that group counties and name no place. */
    private static final Set<String> HEADINGS = Set.of("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划");

    /** @return the digits themselves for a code nobody published */
    String of(DivisionCode code) {
        DivisionCode county = code.county();
        if (!counties.knows(county)) {
            return code.digits();
        }
        DivisionEdition edition = counties.lastWith(county);
        // A set: a city without counties is its own prefecture and county.
        Set<String> parts = new LinkedHashSet<>();
        counties.name(code.province(), edition).ifPresent(parts::add);
        counties.name(code.prefecture(), edition)
                .filter(name -> code.equals(code.prefecture()) || !HEADINGS.contains(name))
                .ifPresent(parts::add);
        counties.name(county, edition).ifPresent(parts::add);
        township(code).ifPresent(parts::add);
        return String.join("", parts);
    }

    private Optional<String> township(DivisionCode code) {
        return switch (code.level()) {
            case TOWNSHIP, VILLAGE -> townships.name(code);
            case PROVINCE, PREFECTURE, COUNTY -> Optional.empty();
        };
    }
}
