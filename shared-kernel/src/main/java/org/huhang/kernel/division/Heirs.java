package org.huhang.kernel.division;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.huhang.kernel.division.DivisionCode.Level;
import org.huhang.kernel.division.UnitHistory.Moment;

/**
 * What has come in the place of codes that were abolished by a moment: asked for with every event that names a place.
 *
 * @param only by six digits, those that alone came after them
 * @param several counties that were divided, with the units that have a part of them
 */
record Heirs(SortedMap<DivisionCode, DivisionCode> only, SortedMap<DivisionCode, Set<DivisionCode>> several) {

    static Heirs of(UnitHistory units, Moment now) {
        SortedMap<DivisionCode, DivisionCode> only = new TreeMap<>();
        SortedMap<DivisionCode, Set<DivisionCode>> several = new TreeMap<>();
        for (DivisionChange change : units.changes()) {
            if (units.abolition(change.code(), now).isPresent()) {
                boolean county = change.code().level() == Level.COUNTY;
                Set<DivisionCode> successors = county ? units.counties(change.code(), now) : change.counterparts();
                if (successors.size() == 1) {
                    only.put(change.code(), successors.iterator().next());
                } else if (county) {
                    several.put(change.code(), successors);
                }
            }
        }
        return new Heirs(Collections.unmodifiableSortedMap(only), Collections.unmodifiableSortedMap(several));
    }

    Optional<DivisionCode> of(DivisionCode county) {
        return Optional.ofNullable(only.get(county));
    }

    Set<DivisionCode> dividedInto(DivisionCode code) {
        return code.digits().length() > Level.COUNTY.prefixLength()
                ? Set.of()
                : several.entrySet().stream()
                        .filter(entry -> entry.getValue().stream().anyMatch(code::covers))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** @param moves that are in force, in the order of their codes */
    String fingerprint(Iterable<TownshipMove> moves) {
        StringBuilder all = new StringBuilder();
        only.forEach((code, heir) -> all.append(code).append('>').append(heir).append('\n'));
        moves.forEach(move -> all.append(move.change().code())
                .append('>')
                .append(move.newCode().orElse(move.county()))
                .append('\n'));
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
