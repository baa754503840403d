package org.huhang.query.ledger;

import static org.huhang.query.rows.ColumnType.BIGINT;
import static org.huhang.query.rows.ColumnType.BOOLEAN;
import static org.huhang.query.rows.ColumnType.DATE;
import static org.huhang.query.rows.ColumnType.TEXT;
import static org.huhang.query.rows.ColumnType.TEXTS;
import static org.huhang.query.rows.ColumnType.word;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.huhang.kernel.value.CareMode;
import org.huhang.kernel.value.RiskLevel;
import org.huhang.kernel.value.ScreenedStatus;
import org.huhang.kernel.value.Sex;
import org.huhang.query.rows.Cells;
import org.huhang.query.rows.Table;

/**
 * A row of the ledger's one table: what is kept of a registered child, as last recorded.
 *
 * @param screening what screening last found, and {@code held} the status that counts: the two differ while a person is to
 *     judge. Either may be null
 * @param knownFrom position of the fact since which it stands so
 */
record Child(
        Particulars particulars,
        Home residence,
        Home hukou,
        ScreenedStatus screening,
        ScreenedStatus held,
        Care care,
        boolean closed,
        boolean absorbed,
        Optional<Listing> listing,
        long knownFrom) {

    static final Table<Child> TABLE = Table.<Child>named("child")
            .column("name", TEXT, child -> child.particulars.name)
            .column("sex", word(Sex.class), child -> child.particulars.sex)
            .column("birth_date", DATE, child -> child.particulars.birthDate)
            .column("residence", TEXT, child -> child.residence.division)
            .column("residence_scope", TEXT, child -> child.residence.scope)
            .column("hukou", TEXT, child -> child.hukou.division)
            .column("hukou_scope", TEXT, child -> child.hukou.scope)
            .column("screening", word(ScreenedStatus.class), Child::screening)
            .column("held", word(ScreenedStatus.class), Child::held)
            .column("care", word(CareState.class), child -> child.care.state)
            .column("care_since", DATE, child -> child.care.since)
            .column("care_mode", word(CareMode.class), child -> child.care.mode)
            .column("review_by", DATE, child -> child.care.reviewBy)
            .column("one_year_mark", DATE, child -> child.care.oneYearMark)
            .column("closed", BOOLEAN, Child::closed)
            .column("absorbed", BOOLEAN, Child::absorbed)
            .column("grounds", TEXTS, child -> child.listed(Listing::grounds))
            .column("risk", word(RiskLevel.class), child -> child.listed(Listing::risk))
            .column("listed_on", DATE, child -> child.listed(Listing::listedOn))
            .column("last_visit", DATE, child -> child.listed(Listing::lastVisit))
            .column("next_visit_due", DATE, child -> child.listed(Listing::nextVisitDue))
            .column("last_change", DATE, child -> child.listed(Listing::lastChange))
            .column("known_from", BIGINT, Child::knownFrom)
            .readBy(Child::of);

    record Particulars(String name, Sex sex, LocalDate birthDate) {}

    /** @param scope the division that answers for it today, where the code it was recorded under is no more */
    record Home(String division, String scope) {}

    /** All but the state are null where the state has no such thing. */
    record Care(CareState state, LocalDate since, CareMode mode, LocalDate reviewBy, LocalDate oneYearMark) {

        static Care since(CareState state, LocalDate day) {
            return new Care(state, day, null, null, null);
        }
    }

    static Child registered(Particulars particulars, Home residence, Home hukou) {
        return new Child(
                particulars,
                residence,
                hukou,
                null,
                null,
                Care.since(CareState.GUARDED, null),
                false,
                false,
                Optional.empty(),
                0);
    }

    /** As the fact at that position leaves it. */
    Child since(long position) {
        return new Child(particulars, residence, hukou, screening, held, care, closed, absorbed, listing, position);
    }

    /** What the ledger shows of it; empty where it is not on the ledger. */
    Optional<Listing> shown() {
        return closed || absorbed ? Optional.empty() : listing;
    }

    Child with(Particulars corrected) {
        return new Child(corrected, residence, hukou, screening, held, care, closed, absorbed, listing, knownFrom);
    }

    Child livingAt(Home home) {
        return new Child(particulars, home, hukou, screening, held, care, closed, absorbed, listing, knownFrom);
    }

    Child registeredAt(Home home) {
        return new Child(particulars, residence, home, screening, held, care, closed, absorbed, listing, knownFrom);
    }

    Child screened(ScreenedStatus found, ScreenedStatus counting) {
        return new Child(particulars, residence, hukou, found, counting, care, closed, absorbed, listing, knownFrom);
    }

    Child in(Care now) {
        return new Child(particulars, residence, hukou, screening, held, now, closed, absorbed, listing, knownFrom);
    }

    Child closed(boolean is) {
        return new Child(particulars, residence, hukou, screening, held, care, is, absorbed, listing, knownFrom);
    }

    Child absorbed(boolean is) {
        return new Child(particulars, residence, hukou, screening, held, care, closed, is, listing, knownFrom);
    }

    Child listed(Optional<Listing> now) {
        return new Child(particulars, residence, hukou, screening, held, care, closed, absorbed, now, knownFrom);
    }

    private <T> T listed(Function<Listing, T> part) {
        return listing.map(part).orElse(null);
    }

    private static Child of(Cells cells) {
        return new Child(
                new Particulars(
                        cells.get("name", TEXT), cells.get("sex", word(Sex.class)), cells.get("birth_date", DATE)),
                new Home(cells.get("residence", TEXT), cells.get("residence_scope", TEXT)),
                new Home(cells.get("hukou", TEXT), cells.get("hukou_scope", TEXT)),
                cells.get("screening", word(ScreenedStatus.class)),
                cells.get("held", word(ScreenedStatus.class)),
                new Care(
                        cells.get("care", word(CareState.class)),
                        cells.get("care_since", DATE),
                        cells.get("care_mode", word(CareMode.class)),
                        cells.get("review_by", DATE),
                        cells.get("one_year_mark", DATE)),
                cells.get("closed", BOOLEAN),
                cells.get("absorbed", BOOLEAN),
                Optional.ofNullable(cells.get("listed_on", DATE)).map(day -> listing(day, cells)),
                cells.get("known_from", BIGINT));
    }

    private static Listing listing(LocalDate listedOn, Cells cells) {
        return new Listing(
                cells.get("grounds", TEXTS),
                cells.get("risk", word(RiskLevel.class)),
                listedOn,
                cells.get("last_visit", DATE),
                cells.get("next_visit_due", DATE),
                cells.get("last_change", DATE));
    }
}
