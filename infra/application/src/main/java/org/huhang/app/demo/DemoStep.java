package org.huhang.app.demo;

import java.time.Instant;
import org.huhang.command.ask.CaseCommand;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.value.CaseId;

/** One command of the demo's history, at its simulated instant. */
record DemoStep(Instant at, Actor actor, CaseId caseId, CaseCommand command) {}
