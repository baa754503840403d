package org.huhang.command.port;

import org.huhang.kernel.area.CaseState;

/**
 * A case as a command sees it.
 *
 * @param version of its newest fact; -1 before the first
 */
public record KnownCase(CaseState state, long version) {}
