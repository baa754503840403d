package org.huhang.kernel.policy;

/** Where the tables in force are asked for. They may be others a moment later: whoever decides asks once, and uses that book. */
@FunctionalInterface
public interface Policies {

    PolicyBook now();
}
