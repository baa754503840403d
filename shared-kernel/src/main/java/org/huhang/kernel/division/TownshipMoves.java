package org.huhang.kernel.division;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which townships came to another county, found by their old code, their new one and their counties. */
final class TownshipMoves {

    private static final int TOWNSHIP = DivisionCode.Level.TOWNSHIP.prefixLength();

    private final List<TownshipMove> all;
    private final Map<String, TownshipMove> byOldCode = new HashMap<>();
    private final Map<String, String> oldByNew = new HashMap<>();

    TownshipMoves(List<TownshipMove> moves) {
        this.all = moves.stream()
                .sorted(Comparator.comparing(move -> move.change().code()))
                .toList();
        moves.forEach(move -> {
            String old = move.change().code().digits();
            byOldCode.put(old, move);
            move.newCode().ifPresent(code -> oldByNew.put(code.digits(), old));
        });
    }

    /** The code a township or village had before it moved; any other code itself. */
    DivisionCode original(DivisionCode code) {
        if (code.digits().length() < TOWNSHIP) {
            return code;
        }
        String old = oldByNew.get(code.digits().substring(0, TOWNSHIP));
        return old == null ? code : new DivisionCode(old + code.digits().substring(TOWNSHIP));
    }

    /** @param code the old one, of a township or of a village in it */
    Optional<TownshipMove> of(DivisionCode code) {
        return code.digits().length() < TOWNSHIP
                ? Optional.empty()
                : Optional.ofNullable(byOldCode.get(code.digits().substring(0, TOWNSHIP)));
    }

    /** @return the old one where the township has no other on record */
    DivisionCode underNewCode(TownshipMove move, DivisionCode old) {
        return move.newCode()
                .map(code -> new DivisionCode(code.digits() + old.digits().substring(TOWNSHIP)))
                .orElse(old);
    }

    /** Whether the code is a township's new one, or a village's in it: none of them is official. */
    boolean isNew(DivisionCode code) {
        return code.digits().length() >= TOWNSHIP
                && oldByNew.containsKey(code.digits().substring(0, TOWNSHIP));
    }

    /** In order of the old code. */
    List<TownshipMove> all() {
        return all;
    }

    List<TownshipMove> into(DivisionCode county) {
        return all.stream().filter(move -> move.county().equals(county)).toList();
    }

    /** Whether the townships that went from one county to the other are on record, and so are those that stayed. */
    boolean areListed(DivisionCode from, DivisionCode to) {
        return into(to).stream().anyMatch(move -> from.covers(move.change().code()));
    }
}
