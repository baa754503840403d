package org.huhang.query.ledger;

import static org.huhang.query.rows.ColumnType.BIGINT;
import static org.huhang.query.rows.ColumnType.BOOLEAN;
import static org.huhang.query.rows.ColumnType.DATE;
import static org.huhang.query.rows.ColumnType.TEXT;
import static org.huhang.query.rows.ColumnType.TEXTS;
import static org.huhang.query.rows.ColumnType.word;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.huhang.kernel.area.CaseCourse;
import org.huhang.kernel.area.screening.ScreeningState.Held;
import org.huhang.kernel.value.CareMode;
import org.huhang.kernel.value.RiskLevel;
import org.huhang.kernel.value.ScreenedStatus;
import org.huhang.kernel.value.Sex;
import org.huhang.query.area.CaseOutline;
import org.huhang.query.area.file.Particulars;
import org.huhang.query.area.guardianship.Care;
import org.huhang.query.area.guardianship.CareState;
import org.huhang.query.area.keycare.Listing;
import org.huhang.query.rows.Cells;
import org.huhang.query.rows.ColumnType;
import org.huhang.query.rows.Table;

/**
 * A row of the ledger's one table: what is kept of a registered child, as last recorded.
 *
 * @param outline which the columns are written from, and what the next fact is worked into
 * @param knownFrom position of the fact since which the columns stand so
 */
record Child(Columns columns, CaseOutline outline, long knownFrom) {

    private static final ColumnType<Sex> SEXES = word(Sex.class);
    private static final String NAME = "name";
    private static final String SEX = "sex";
    private static final String BIRTH_DATE = "birth_date";
    private static final String RESIDENCE = "residence";
    private static final String HUKOU = "hukou";
    private static final String RESIDENCE_SCOPE = "residence_scope";
    private static final String HUKOU_SCOPE = "hukou_scope";
    private static final String KNOWN_FROM = "known_from";
    private static final String COURSE = "course";
    private static final ColumnType<CaseCourse> COURSES = ColumnType.unreadJson(CaseCourse.class);

    static final Table<Child> TABLE = Table.<Child>named("child")
            .column(NAME, TEXT, child -> child.particulars().name())
            .column(SEX, SEXES, child -> child.particulars().sex())
            .column(BIRTH_DATE, DATE, child -> child.particulars().birthDate())
            .column(RESIDENCE, TEXT, child -> child.particulars().residence())
            .column(RESIDENCE_SCOPE, TEXT, child -> child.columns.residenceScope)
            .column(HUKOU, TEXT, child -> child.particulars().hukou())
            .column(HUKOU_SCOPE, TEXT, child -> child.columns.hukouScope)
            .column("screening", word(ScreenedStatus.class), child -> child.columns.screening)
            .column("held", word(ScreenedStatus.class), child -> child.columns.held)
            .column("care", word(CareState.class), child -> child.columns.care.state())
            .column("care_since", DATE, child -> child.columns.care.since())
            .column("care_mode", word(CareMode.class), child -> child.columns.care.mode())
            .column("review_by", DATE, child -> child.columns.care.reviewBy())
            .column("one_year_mark", DATE, child -> child.columns.care.oneYearMark())
            .column("closed", BOOLEAN, child -> child.columns.closed)
            .column("absorbed", BOOLEAN, child -> child.columns.absorbed)
            .column("grounds", TEXTS, child -> child.listed(Listing::grounds))
            .column("risk", word(RiskLevel.class), child -> child.listed(Listing::risk))
            .column("listed_on", DATE, child -> child.listed(Listing::listedOn))
            .column("last_visit", DATE, child -> child.listed(Listing::lastVisit))
            .column("next_visit_due", DATE, child -> child.listed(Listing::nextVisitDue))
            .column("last_change", DATE, child -> child.listed(Listing::lastChange))
            .column(KNOWN_FROM, BIGINT, Child::knownFrom)
            .column(COURSE, COURSES, child -> child.outline.course())
            .readBy(Child::of);

    /**
     * @param residenceScope the division that answers for it today; likewise {@code hukouScope}
     * @param screening what screening last found, and {@code held} the status that counts: the two differ while a person is
     *     to judge. Either may be null
     */
    record Columns(
            Particulars particulars,
            String residenceScope,
            String hukouScope,
            ScreenedStatus screening,
            ScreenedStatus held,
            Care care,
            boolean closed,
            boolean absorbed,
            Optional<Listing> listing) {

        private static Columns of(CaseOutline outline, String residenceScope, String hukouScope) {
            return new Columns(
                    outline.particulars(),
                    residenceScope,
                    hukouScope,
                    outline.screening().status().orElse(null),
                    outline.screening().held().map(Held::which).orElse(null),
                    Care.of(outline.guardianship()),
                    outline.lifecycle().closed(),
                    outline.lifecycle().absorbed(),
                    outline.keyCare().listed().map(Listing::of));
        }
    }

    /** @param scope of a division's code */
    static Child begin(CaseOutline outline, UnaryOperator<String> scope, long knownFrom) {
        Particulars child = outline.particulars();
        return new Child(
                Columns.of(outline, scope.apply(child.residence()), scope.apply(child.hukou())), outline, knownFrom);
    }

    /** As a fact leaves it, told from a position on. */
    Child after(CaseOutline next, UnaryOperator<String> scope, long position) {
        Particulars now = next.particulars();
        Columns changed = Columns.of(
                next,
                now.residence().equals(particulars().residence())
                        ? columns.residenceScope
                        : scope.apply(now.residence()),
                now.hukou().equals(particulars().hukou()) ? columns.hukouScope : scope.apply(now.hukou()));
        return new Child(changed, next, changed.equals(columns) ? knownFrom : position);
    }

    Particulars particulars() {
        return columns.particulars;
    }

    /** What the ledger shows of it; empty where it is not on the ledger. */
    Optional<Listing> shown() {
        return columns.closed || columns.absorbed ? Optional.empty() : columns.listing;
    }

    private <T> T listed(Function<Listing, T> part) {
        return columns.listing.map(part).orElse(null);
    }

    private static Child of(Cells cells) {
        CaseOutline outline = new CaseOutline(
                new Particulars(
                        cells.get(NAME, TEXT),
                        cells.get(SEX, SEXES),
                        cells.get(BIRTH_DATE, DATE),
                        cells.get(RESIDENCE, TEXT),
                        cells.get(HUKOU, TEXT)),
                cells.get(COURSE, COURSES));
        return new Child(
                Columns.of(outline, cells.get(RESIDENCE_SCOPE, TEXT), cells.get(HUKOU_SCOPE, TEXT)),
                outline,
                cells.get(KNOWN_FROM, BIGINT));
    }
}
