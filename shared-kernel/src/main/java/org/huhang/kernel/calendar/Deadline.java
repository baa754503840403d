package org.huhang.kernel.calendar;

import java.time.LocalDate;

/**
 * The last day of a period of working days.
 *
 * @param provisional whether it rests on days that a notice still to come may free or have worked: then it may move
 */
public record Deadline(LocalDate day, boolean provisional) {}
