package org.huhang.kernel.value;

import java.time.LocalDate;
import java.util.Optional;
import org.huhang.kernel.division.DivisionRef;

/**
 * Where the child lives (居住地).
 *
 * @param since the day of arrival in this county-level unit; months of residence count from it
 */
public record Residence(DivisionRef division, Optional<Address> address, LocalDate since) {}
