package org.huhang.app.security.provider;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;

/**
 * How whoever issues the tokens stands, by the same names whoever that is.
 *
 * @param answers whether the last question was answered
 * @param silence milliseconds since keys were last handed out; not a number before the first time
 */
public record ProviderMetrics(BooleanSupplier answers, DoubleSupplier silence) implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("huhang.token.provider.up", answers, its -> its.getAsBoolean() ? 1 : 0)
                .description("1 while the token provider answers this process")
                .strongReference(true)
                .register(registry);
        TimeGauge.builder("huhang.token.provider.silence", silence, TimeUnit.MILLISECONDS, DoubleSupplier::getAsDouble)
                .description("Since it last handed out its keys")
                .strongReference(true)
                .register(registry);
    }
}
