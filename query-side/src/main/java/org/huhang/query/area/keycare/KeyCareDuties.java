package org.huhang.query.area.keycare;

import static org.huhang.query.area.Alert.Kind.VISIT_OVERDUE;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.huhang.kernel.area.keycare.KeyCare;
import org.huhang.query.area.Alert;

/** What being on the key-care ledger (重点关爱台账) asks for: home visits. */
public final class KeyCareDuties {

    private KeyCareDuties() {}

    public static Stream<Alert> alerts(KeyCare care, LocalDate today) {
        return nextVisit(care).stream().flatMap(by -> Alert.passed(VISIT_OVERDUE, by, today));
    }

    /** Last day for it; empty unless the child is listed. */
    public static Optional<LocalDate> nextVisit(KeyCare care) {
        return care.listed().map(listed -> listed.nextVisit().by());
    }

    /** Since when somebody is to look into it that visit after visit met nobody. */
    public static Optional<LocalDate> search(KeyCare care) {
        return care.listed().flatMap(KeyCare.Listed::searchFrom);
    }
}
