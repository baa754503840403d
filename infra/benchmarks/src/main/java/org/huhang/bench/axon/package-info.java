/**
 * What plain Axon would do in the place of parts of our own, as the benchmarks and their tests compare them: its repository of
 * aggregates, and its event store over our log. No part of the product calls any of it.
 */
package org.huhang.bench.axon;
