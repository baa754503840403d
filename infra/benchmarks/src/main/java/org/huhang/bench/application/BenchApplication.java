package org.huhang.bench.application;

import org.huhang.app.HuhangApplication;
import org.springframework.boot.SpringApplication;

/** The application as it is, with {@link BenchConfiguration} beside it. */
public final class BenchApplication {

    private BenchApplication() {}

    public static void main(String[] arguments) {
        SpringApplication.run(new Class<?>[] {HuhangApplication.class, BenchConfiguration.class}, arguments);
    }
}
