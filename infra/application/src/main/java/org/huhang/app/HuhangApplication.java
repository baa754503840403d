package org.huhang.app;

import java.time.InstantSource;
import org.huhang.command.port.LongestWait;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.kernel.table.UnreadableTable;
import org.huhang.log.LogSettings;
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

    /** The published tables, with what the operator's folder replaces. */
    @Bean
    PolicyBook policies(HuhangProperties properties) {
        try {
            return properties.policies().map(PolicyBook::from).orElseGet(PolicyBook::published);
        } catch (UnreadableTable unusable) {
            throw new CannotStart("The tables in huhang.policy-folder cannot be used (" + unusable.getMessage()
                    + "): correct them, or leave the key out to use the published ones.");
        }
    }

    @Bean
    Divisions divisions(PolicyBook policies) {
        return policies.divisions();
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    LogSettings logSettings(HuhangProperties properties) {
        HuhangProperties.Log log = properties.log();
        return new LogSettings(log.waiting(), log.linger(), log.rememberedCases(), log.longestWait());
    }

    @Bean
    LongestWait longestWait(HuhangProperties properties) {
        return new LongestWait(properties.log().longestWait());
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
