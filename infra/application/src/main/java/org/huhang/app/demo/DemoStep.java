package org.huhang.app.demo;

import java.time.Instant;
import org.huhang.command.ask.Command;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.stream.StreamId;

/** One command of the demo's history, at its simulated instant. */
record DemoStep(Instant at, Actor actor, StreamId stream, Command command) {}
