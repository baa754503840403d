package org.huhang.query.area.file;

import static org.huhang.query.area.Alert.Kind.EIGHTEENTH_BIRTHDAY_REACHED;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.query.area.Alert;
import org.huhang.query.area.CaseOutline;

/** What an open file itself asks for. */
public final class FileDuties {

    private FileDuties() {}

    public static Optional<LocalDate> majority(CaseOutline outline, PolicyBook policies) {
        return Optional.of(policies.ages().adultFrom(outline.particulars().birthDate()));
    }

    public static Stream<Alert> alerts(LocalDate majority, LocalDate today) {
        return Alert.reached(EIGHTEENTH_BIRTHDAY_REACHED, majority, today);
    }
}
