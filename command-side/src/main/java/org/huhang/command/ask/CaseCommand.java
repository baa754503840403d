package org.huhang.command.ask;

import java.time.LocalDate;

/** What somebody asks to happen to one case. The record is the request's body; which case is asked for stands beside it. */
public sealed interface CaseCommand permits FileCommand, ScreeningCommand, KeyCareCommand, GuardianshipCommand {

    /** The day from which it is to be true, in Asia/Shanghai; never after today. */
    LocalDate on();
}
