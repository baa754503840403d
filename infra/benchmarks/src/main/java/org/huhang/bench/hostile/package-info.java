/** What a stranger, or one account of low rank, can do to the service over HTTP: each within bounds, for as long as it is open. */
package org.huhang.bench.hostile;
