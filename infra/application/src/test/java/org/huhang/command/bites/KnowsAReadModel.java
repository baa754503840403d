package org.huhang.command.bites;

import org.huhang.query.Projection;

/** Breaks a rule of the architecture on purpose. */
public final class KnowsAReadModel {
    private Projection projection;
}
