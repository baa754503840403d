package org.huhang.kernel.division;

/** An area's way from one unit to another. */
record Way(DivisionChange change, DivisionCode from, DivisionCode to) {}
