package org.huhang.query.ledger;

import org.huhang.command.ask.CaseCommand;

/** Breaks a rule of the architecture on purpose. */
public final class KnowsACommand {
    private CaseCommand command;
}
