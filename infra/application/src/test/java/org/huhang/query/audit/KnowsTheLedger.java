package org.huhang.query.audit;

import org.huhang.query.ledger.KnowsACommand;

/** Breaks a rule of the architecture on purpose. */
public final class KnowsTheLedger {
    private KnowsACommand ledger;
}
