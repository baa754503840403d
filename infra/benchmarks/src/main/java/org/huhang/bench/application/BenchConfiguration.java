package org.huhang.bench.application;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Ways in for the benchmark, and on demand plain Axon in the place of the log. */
@Configuration(proxyBeanMethods = false)
@Import({EmptyEndpoint.class, Head.class, Inside.class, Visibility.class, StockAxon.class})
class BenchConfiguration {}
