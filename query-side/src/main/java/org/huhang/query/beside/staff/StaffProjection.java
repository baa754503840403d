package org.huhang.query.beside.staff;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huhang.kernel.beside.staff.StaffEvent.StaffAppointed;
import org.huhang.kernel.beside.staff.StaffEvent.StaffTrainingRecorded;
import org.huhang.kernel.beside.staff.StaffState;
import org.huhang.kernel.beside.staff.StaffState.Appointed;
import org.huhang.kernel.beside.staff.StaffState.End;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.log.Recorded;
import org.huhang.query.Projection;
import org.huhang.query.area.Bearing;
import org.huhang.query.beside.staff.Charge.Answering;
import org.huhang.query.rows.Rows;
import org.huhang.query.rows.Table;
import org.springframework.stereotype.Component;

/** Keeps who answers for which area from when to when, and their trainings, with since when each is known. */
@Component
class StaffProjection implements Projection {

    static final String NAME = "staff";

    private static final Bearing BEARING = Bearing.on(NAME);

    private final Divisions divisions;

    StaffProjection(Divisions divisions) {
        this.divisions = divisions;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public String restsOn() {
        return divisions.fingerprint();
    }

    @Override
    public boolean bears(Class<? extends Event> type) {
        return BEARING.bears(type);
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(Member.TABLE, Charge.TABLE, Taught.TABLE);
    }

    @Override
    public void apply(Recorded fact, Rows rows) {
        Optional<Member> before = rows.one(Member.TABLE);
        StaffState state = before.<StaffState>map(Member::state).orElseGet(() -> StaffState.unappointed(fact.stream()));
        switch (state.with(fact.event(), fact.version())) {
            case StaffState.Unappointed _ -> {}
            case Appointed after -> keep(after, before, fact, rows);
        }
    }

    private void keep(Appointed after, Optional<Member> before, Recorded fact, Rows rows) {
        String name = fact.event() instanceof StaffAppointed appointed
                ? appointed.name().reveal()
                : before.map(Member::name).orElseThrow();
        rows.put(Member.TABLE, new Member(name, after));
        if (fact.event() instanceof StaffTrainingRecorded training) {
            rows.put(
                    Taught.TABLE,
                    new Taught(fact.version(), training.effectiveOn(), training.kind(), rows.knownFrom()));
        }
        keepCharges(after, rows);
    }

    /** What is no longer so ends here, and what is so now begins. */
    private void keepCharges(Appointed after, Rows rows) {
        Set<Answering> now = charges(after);
        for (Charge charge : List.copyOf(rows.of(Charge.TABLE))) {
            if (!now.remove(charge.what())) {
                if (charge.knownFrom() < rows.knownFrom()) {
                    rows.put(Charge.TABLE, charge.until(rows.knownFrom()));
                } else {
                    rows.remove(Charge.TABLE, charge);
                }
            }
        }
        now.forEach(what -> rows.put(Charge.TABLE, Charge.now(what, scope(what.area()), rows.knownFrom())));
    }

    private static Set<Answering> charges(Appointed state) {
        return state.spans().stream()
                .flatMap(span -> span.areas().stream()
                        .map(area -> new Answering(
                                area.code().digits(),
                                span.from(),
                                span.until(),
                                state.end().map(End::on).orElse(null))))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String scope(String area) {
        return divisions.affiliation(new DivisionCode(area)).scope();
    }
}
