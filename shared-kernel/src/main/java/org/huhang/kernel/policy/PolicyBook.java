package org.huhang.kernel.policy;

import org.huhang.kernel.division.Divisions;

/** Every dated policy table that decisions rest on. */
public record PolicyBook(Divisions divisions) {}
