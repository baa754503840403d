package org.huhang.projection;

import org.huhang.command.ask.CaseCommand;

/** Breaks a rule of the architecture on purpose. */
public final class FollowsACommand {
    private CaseCommand command;
}
