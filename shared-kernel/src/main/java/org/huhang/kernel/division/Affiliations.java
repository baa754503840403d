package org.huhang.kernel.division;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
    private final Zones zones;
    private final Moment before;
    private final Moment after;

    Affiliations(UnitHistory units, TownshipTable townships, TownshipMoves moves, Zones zones, LocalDate day) {
        this.units = units;
        this.townships = townships;
        this.moves = moves;
        this.zones = zones;
        this.before = new Moment(day, false);
        this.after = new Moment(day, true);
    }

    Affiliation of(DivisionCode recorded) {
        return of(recorded, counties(unit(recorded)));
    }

    /** The county it was recorded in; in a zone the one the tables name for it. */
    private DivisionCode unit(DivisionCode recorded) {
        return zones.county(recorded).orElse(recorded.county());
    }

    /** @param there what {@link #counties} says of the recorded county */
    private Affiliation of(DivisionCode recorded, Set<DivisionCode> there) {
        DivisionCode code = moves.original(recorded);
        return moves.of(code).isEmpty() ? stayed(code, there) : moved(code);
    }

    private Affiliation moved(DivisionCode code) {
        Optional<TownshipMove> had = moves.last(code, before);
        Optional<TownshipMove> has = moves.last(code, after);
        DivisionCode certain = had.map(move -> moves.underNewCode(move, code)).orElse(code);
        DivisionCode county = had.map(TownshipMove::county).orElse(code.county());
        if (had.equals(has)) {
            return new Affiliation(certain, counties(county));
        }
        Set<DivisionCode> possible = new TreeSet<>(counties(county, before));
        possible.addAll(counties(has.orElseThrow().county(), after));
        return new Affiliation(certain, possible);
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
        if (county.level() == Level.COUNTY && units.mayBeInForce(county, after.day())) {
            found.add(county);
        }
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
        zones.all().keySet().forEach(zone -> {
            Set<DivisionCode> there = counties(unit(zone));
            if (!there.equals(Set.of(zone.county()))) {
                elsewhere.put(zone, there);
            }
        });
        return new Known(this, Collections.unmodifiableSortedMap(elsewhere));
    }

    /** @param elsewhere by recorded code, what it amounts to if that is not itself alone */
    record Known(Affiliations all, SortedMap<DivisionCode, Set<DivisionCode>> elsewhere) {

        Affiliation of(DivisionCode recorded) {
            DivisionCode unit = all.unit(recorded);
            Set<DivisionCode> there = elsewhere.get(unit);
            return all.of(recorded, there == null ? Set.of(unit) : there);
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
