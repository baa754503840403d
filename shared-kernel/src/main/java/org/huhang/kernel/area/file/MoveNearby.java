package org.huhang.kernel.area.file;

import java.time.LocalDate;
import org.huhang.kernel.division.DivisionRef;

/**
 * A move that was not found to leave the county-level unit, so that the day of arrival there stayed what it was. Whether it may
 * have left it after all is asked again at every screening: the tables may tell more by then.
 */
public record MoveNearby(DivisionRef from, DivisionRef to, LocalDate on) {}
