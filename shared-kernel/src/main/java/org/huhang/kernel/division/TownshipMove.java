package org.huhang.kernel.division;

import java.util.Optional;

/**
 * A township that came to another county. Its old code goes on standing for it.
 *
 * @param change whose code is the township's old one
 * @param newCode not official; used to tell where it lies today
 */
record TownshipMove(DivisionChange change, DivisionCode county, Optional<DivisionCode> newCode) {}
