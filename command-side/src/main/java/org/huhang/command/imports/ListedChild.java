package org.huhang.command.imports;

import org.huhang.command.ask.FileCommand.Register;
import org.huhang.command.ask.ScreeningCommand.Screen;

/**
 * One row understood: who to register, and how to screen.
 *
 * @param digest SHA-256 of what the row says, so that the same row is known again in any file, order or encoding
 */
record ListedChild(Register register, Screen screen, String digest) {}
