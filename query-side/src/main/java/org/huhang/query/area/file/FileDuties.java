package org.huhang.query.area.file;

import static org.huhang.query.area.Alert.Kind.EIGHTEENTH_BIRTHDAY_REACHED;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.huhang.query.area.Alert;
import org.huhang.query.area.Duty;
import org.huhang.query.area.TaskKind;

/** What an open file itself asks for. */
public final class FileDuties {

    private FileDuties() {}

    public static Stream<Duty> of(LocalDate majority) {
        return Stream.of(new Duty(TaskKind.TURNS_EIGHTEEN, majority));
    }

    public static Stream<Alert> alerts(LocalDate majority, LocalDate today) {
        return Alert.reached(EIGHTEENTH_BIRTHDAY_REACHED, majority, today);
    }
}
