package org.huhang.kernel.value;

import java.time.LocalDate;
import java.util.Optional;
import org.huhang.kernel.division.DivisionRef;

/** A parent's working away (外出务工). Visits home do not interrupt it (Ningxia 2024). */
public record Absence(LocalDate since, Optional<DivisionRef> worksIn) {}
