package org.huhang.command.screening;

import java.time.LocalDate;
import java.util.List;
import org.huhang.kernel.value.Guardian;
import org.huhang.kernel.value.Hukou;
import org.huhang.kernel.value.Residence;

/** What is recorded of a child and bears on screening. */
public record ScreeningFacts(LocalDate birthDate, Hukou hukou, Residence residence, List<Guardian> guardians) {

    public ScreeningFacts {
        guardians = List.copyOf(guardians);
    }
}
