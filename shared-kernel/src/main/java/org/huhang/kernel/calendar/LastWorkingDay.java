package org.huhang.kernel.calendar;

import java.time.LocalDate;

/**
 * The last working day (工作日) on which something can be done that is due on a day: that day, or the nearest before it that is
 * worked. It moves no due day. The texts that set them count days and months, none of them working days; that a period which ends
 * on a day of rest ends on the next day of work (民法典 art. 203) is said of civil acts, and puts off no visit to a child.
 *
 * @param provisional whether it rests on days that a notice still to come may free or have worked: then it may be another day
 */
public record LastWorkingDay(LocalDate day, boolean provisional) {}
