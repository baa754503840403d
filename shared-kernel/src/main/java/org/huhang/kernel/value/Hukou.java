package org.huhang.kernel.value;

import org.huhang.kernel.division.DivisionRef;

/** Household registration (户籍): its place and its nature. */
public record Hukou(DivisionRef division, HouseholdType type) {}
