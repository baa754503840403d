package org.huhang.kernel.division;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.huhang.kernel.division.UnitHistory.Moment;

/**
 * Which townships came to another county, some of them more than once, found by their first code, any later one and their
 * counties.
 */
final class TownshipMoves {

    private static final int TOWNSHIP = DivisionCode.Level.TOWNSHIP.prefixLength();

    /** By a township's first code its ways, in order of day. */
    private final SortedMap<String, List<TownshipMove>> chains = new TreeMap<>();

    private final Map<String, String> firstByNew = new HashMap<>();

    private record Passage(DivisionCode from, DivisionCode to) {}

    private final Set<Passage> passages = new HashSet<>();

    TownshipMoves(Collection<TownshipMove> moves) {
        moves.stream()
                .sorted(Comparator.comparing(move -> move.change().earliest()))
                .forEach(this::add);
    }

    private void add(TownshipMove move) {
        String code = move.change().code().digits();
        String first = firstByNew.getOrDefault(code, code);
        List<TownshipMove> chain = chains.computeIfAbsent(first, _ -> new ArrayList<>());
        DivisionCode from = chain.isEmpty()
                ? move.change().code().county()
                : chain.getLast().county();
        passages.add(new Passage(from, move.county()));
        chain.add(move);
        move.newCode()
                .map(DivisionCode::digits)
                .filter(now -> !now.equals(first))
                .ifPresent(now -> firstByNew.put(now, first));
    }

    /** The code a township or village had before it moved for the first time; any other code itself. */
    DivisionCode original(DivisionCode code) {
        if (code.digits().length() < TOWNSHIP) {
            return code;
        }
        String first = firstByNew.get(code.digits().substring(0, TOWNSHIP));
        return first == null ? code : new DivisionCode(first + code.digits().substring(TOWNSHIP));
    }

    /** @param code the first one, of a township or of a village in it */
    List<TownshipMove> of(DivisionCode code) {
        return code.digits().length() < TOWNSHIP
                ? List.of()
                : chains.getOrDefault(code.digits().substring(0, TOWNSHIP), List.of());
    }

    /** By which it came to where it is at a moment; none for one that is still where it was, or never moved. */
    Optional<TownshipMove> last(DivisionCode code, Moment at) {
        return of(code).reversed().stream()
                .filter(move -> at.counts(move.change()))
                .findFirst();
    }

    /** @return the first one where the township has no other on record there */
    DivisionCode underNewCode(TownshipMove move, DivisionCode first) {
        return move.newCode()
                .map(code -> new DivisionCode(code.digits() + first.digits().substring(TOWNSHIP)))
                .orElse(first);
    }

    /** In order of the first code, and of day. */
    List<TownshipMove> all() {
        return chains.values().stream().flatMap(List::stream).toList();
    }

    Collection<List<TownshipMove>> chains() {
        return chains.values();
    }

    /** In the order of {@link #all}. */
    List<DivisionChange> changes() {
        return all().stream().map(TownshipMove::change).toList();
    }

    /** Those that lie in a county at a moment because they came there, under their first code. */
    Stream<Division> into(DivisionCode county, Moment at) {
        return chains.keySet().stream()
                .map(DivisionCode::new)
                .flatMap(code -> last(code, at)
                        .filter(move -> move.county().equals(county))
                        .map(move -> new Division(code, move.change().name()))
                        .stream());
    }

    /** Whether the townships that went from one county to the other are on record, and so are those that stayed. */
    boolean areListed(DivisionCode from, DivisionCode to) {
        return passages.contains(new Passage(from, to));
    }
}
