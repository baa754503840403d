package org.huhang.kernel.division;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.huhang.kernel.division.DivisionCode.Level;
import org.huhang.kernel.division.UnitHistory.Moment;

/**
 * To which units recorded places belong on one day. What a change that is under way leaves open stays open: the place may
 * belong to who had it before as well as to who has it afterwards.
 */
final class Affiliations {

    private final UnitHistory units;
    private final TownshipTable townships;
    private final TownshipMoves moves;
    private final Moment before;
    private final Moment after;

    Affiliations(UnitHistory units, TownshipTable townships, TownshipMoves moves, LocalDate day) {
        this.units = units;
        this.townships = townships;
        this.moves = moves;
        this.before = new Moment(day, false);
        this.after = new Moment(day, true);
    }

    Affiliation of(DivisionCode recorded) {
        return of(recorded, counties(recorded.county()));
    }

    /** @param there what {@link #counties} says of the recorded county */
    private Affiliation of(DivisionCode recorded, Set<DivisionCode> there) {
        DivisionCode code = moves.original(recorded);
        return moves.of(code).map(move -> moved(code, move)).orElseGet(() -> stayed(code, there));
    }

    private Affiliation moved(DivisionCode code, TownshipMove move) {
        if (before.counts(move.change())) {
            return new Affiliation(moves.underNewCode(move, code), counties(move.county()));
        }
        if (!after.counts(move.change())) {
            return new Affiliation(code, counties(code.county()));
        }
        Set<DivisionCode> possible = new TreeSet<>(counties(code.county(), before));
        possible.addAll(counties(move.county(), after));
        return new Affiliation(code, possible);
    }

    /** A township that is known keeps its number, until somebody publishes another one. */
    private Affiliation stayed(DivisionCode code, Set<DivisionCode> there) {
        boolean keeps = there.size() != 1
                || there.contains(code.county())
                || code.level().compareTo(Level.TOWNSHIP) >= 0
                        && townships.name(code).isPresent();
        return new Affiliation(keeps ? code : there.iterator().next(), there);
    }

    /** Of a code that never meant anything else: itself. */
    Set<DivisionCode> counties(DivisionCode county) {
        if (!mayLieElsewhere(county)) {
            return Set.of(county);
        }
        Set<DivisionCode> found = new TreeSet<>(counties(county, before));
        found.addAll(counties(county, after));
        return found;
    }

    private Set<DivisionCode> counties(DivisionCode county, Moment at) {
        Set<DivisionCode> found = mayLieElsewhere(county) ? units.counties(county, at) : Set.of();
        return found.isEmpty() ? Set.of(county) : found;
    }

    private boolean mayLieElsewhere(DivisionCode county) {
        return switch (county.level()) {
            case COUNTY -> units.everChanged(county);
            case PREFECTURE -> units.onceWithoutCounties(county);
            case PROVINCE, TOWNSHIP, VILLAGE -> false;
        };
    }

    /** The same, found once for all codes. */
    Known known() {
        SortedMap<DivisionCode, Set<DivisionCode>> elsewhere = new TreeMap<>();
        for (DivisionCode county : units.codes()) {
            Set<DivisionCode> there = counties(county);
            if (!there.equals(Set.of(county))) {
                elsewhere.put(county, there);
            }
        }
        return new Known(this, Collections.unmodifiableSortedMap(elsewhere));
    }

    /** @param elsewhere by recorded code, what it amounts to if that is not itself alone */
    record Known(Affiliations all, SortedMap<DivisionCode, Set<DivisionCode>> elsewhere) {

        Affiliation of(DivisionCode recorded) {
            DivisionCode county = recorded.county();
            Set<DivisionCode> there = elsewhere.get(county);
            return all.of(recorded, there == null ? Set.of(county) : there);
        }

        /** Counties before townships. */
        Map<DivisionCode, Set<DivisionCode>> codes() {
            Map<DivisionCode, Set<DivisionCode>> codes = new LinkedHashMap<>(elsewhere);
            all.moves.all().forEach(move -> Stream.concat(
                            Stream.of(move.change().code()), move.newCode().stream())
                    .forEach(code -> codes.put(code, of(code).counties())));
            return Collections.unmodifiableMap(codes);
        }

        /** Digest of what places are listed under. */
        String fingerprint() {
            StringBuilder digested = new StringBuilder();
            elsewhere.forEach((code, counties) -> {
                if (counties.size() == 1) {
                    line(digested, code, of(code));
                }
            });
            all.moves.all().forEach(move -> {
                line(digested, move.change().code(), of(move.change().code()));
                move.newCode().ifPresent(code -> line(digested, code, of(code)));
            });
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256")
                        .digest(digested.toString().getBytes(UTF_8));
                return HexFormat.of().formatHex(digest, 0, 16);
            } catch (NoSuchAlgorithmException everyJdkHasIt) {
                throw new IllegalStateException(everyJdkHasIt);
            }
        }

        private static void line(StringBuilder digested, DivisionCode code, Affiliation today) {
            digested.append(code).append('>').append(today.scope()).append('\n');
        }
    }
}
