package org.huhang.kernel.division;

import java.util.Optional;

/**
 * A code of the statistical list that is no administrative unit: a heading over counties, a zone with townships under it, or a
 * township there.
 *
 * @param county the unit it lies in; none where that is not known
 */
record StatisticalUnit(String name, Optional<DivisionCode> county) {}
