/** What every benchmark needs: rounds that take turns, medians, ratios with what they must reach, processor time, raw data. */
package org.huhang.bench.measure;
