package org.huhang.query.ledger;

import static org.huhang.query.rows.ColumnType.BIGINT;
import static org.huhang.query.rows.ColumnType.DATE;
import static org.huhang.query.rows.ColumnType.TEXT;
import static org.huhang.query.rows.ColumnType.TEXTS;
import static org.huhang.query.rows.ColumnType.word;

import org.huhang.kernel.value.CareMode;
import org.huhang.kernel.value.RiskLevel;
import org.huhang.kernel.value.ScreenedStatus;
import org.huhang.kernel.value.Sex;
import org.huhang.query.area.guardianship.CareState;
import org.huhang.query.area.keycare.Listing;
import org.huhang.query.rows.Table;

/**
 * A row that was on the ledger until a fact changed it or took it off.
 *
 * @param listing of the child then
 * @param until position of that fact
 */
record Former(Child child, Listing listing, long until) {

    static final Table<Former> TABLE = Table.<Former>named("former")
            .column("name", TEXT, former -> former.child.particulars().name())
            .column("sex", word(Sex.class), former -> former.child.particulars().sex())
            .column("birth_date", DATE, former -> former.child.particulars().birthDate())
            .column("residence", TEXT, former -> former.child.particulars().residence())
            .column("residence_scope", TEXT, former -> former.child.columns().residenceScope())
            .column("hukou", TEXT, former -> former.child.particulars().hukou())
            .column("hukou_scope", TEXT, former -> former.child.columns().hukouScope())
            .column("screening", word(ScreenedStatus.class), former -> former.child
                    .columns()
                    .screening())
            .column(
                    "care",
                    word(CareState.class),
                    former -> former.child.columns().care().state())
            .column("care_since", DATE, former -> former.child.columns().care().since())
            .column(
                    "care_mode",
                    word(CareMode.class),
                    former -> former.child.columns().care().mode())
            .column("review_by", DATE, former -> former.child.columns().care().reviewBy())
            .column(
                    "one_year_mark",
                    DATE,
                    former -> former.child.columns().care().oneYearMark())
            .column("grounds", TEXTS, former -> former.listing.grounds())
            .column("risk", word(RiskLevel.class), former -> former.listing.risk())
            .column("listed_on", DATE, former -> former.listing.listedOn())
            .column("last_visit", DATE, former -> former.listing.lastVisit())
            .column("next_visit_due", DATE, former -> former.listing.nextVisitDue())
            .column("known_from", BIGINT, former -> former.child.knownFrom())
            .column("known_to", BIGINT, Former::until)
            .appendOnly();
}
