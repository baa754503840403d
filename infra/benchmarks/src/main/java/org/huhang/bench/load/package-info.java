/** The load generator, in a process of its own so that its processor time is nobody else's. */
package org.huhang.bench.load;
