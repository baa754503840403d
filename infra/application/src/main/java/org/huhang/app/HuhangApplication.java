package org.huhang.app;

import java.time.InstantSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The one application; {@code huhang.role} says which sides of it run in this process. */
@SpringBootApplication(scanBasePackages = {"org.huhang.app", "org.huhang.log"})
@ConfigurationPropertiesScan("org.huhang.app")
public class HuhangApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(HuhangApplication.class, arguments);
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Configuration(proxyBeanMethods = false)
    @OnCommandSide
    @ComponentScan("org.huhang.command")
    static class CommandSide {}

    @Configuration(proxyBeanMethods = false)
    @OnQuerySide
    @ComponentScan("org.huhang.query")
    static class QuerySide {}
}
