/** What the benchmarks add to the application under test, inside its process. None of it is in the product. */
package org.huhang.bench.application;
