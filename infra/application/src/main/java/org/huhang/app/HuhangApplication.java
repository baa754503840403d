package org.huhang.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The one application; {@code huhang.role} says which sides of it run here. */
@SpringBootApplication(scanBasePackages = "org.huhang")
public class HuhangApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(HuhangApplication.class, arguments);
    }
}
