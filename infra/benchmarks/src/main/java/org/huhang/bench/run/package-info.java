/** The commands, and what each of them measures. */
package org.huhang.bench.run;
