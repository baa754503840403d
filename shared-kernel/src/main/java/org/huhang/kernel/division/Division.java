package org.huhang.kernel.division;

/** A division of one edition, under its own name (not the full path). */
public record Division(DivisionCode code, String name) {}
