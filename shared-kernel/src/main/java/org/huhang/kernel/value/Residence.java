package org.huhang.kernel.value;

import java.time.LocalDate;
import java.util.Optional;
import org.huhang.kernel.division.DivisionRef;

/**
 * Where the child lives (居住地).
 *
 * @param since the day of arrival in this county-level unit, from which months of residence count; a move of which the map of its
 *     day does not tell whether it left the unit leaves it as it was, and screening asks about that move
 */
public record Residence(DivisionRef division, Optional<Address> address, LocalDate since) {}
