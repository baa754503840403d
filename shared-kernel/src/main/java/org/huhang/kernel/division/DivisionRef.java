package org.huhang.kernel.division;

/** A code as it was given, with the edition it was read in, so that a later abolition changes no recorded fact. */
public record DivisionRef(DivisionCode code, DivisionEdition edition) {}
