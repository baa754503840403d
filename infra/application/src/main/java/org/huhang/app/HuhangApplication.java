package org.huhang.app;

import java.time.InstantSource;
import org.huhang.app.policy.PolicyWatch;
import org.huhang.command.port.LongestWait;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.division.NewestDivisions;
import org.huhang.kernel.policy.Policies;
import org.huhang.kernel.table.UnreadableTable;
import org.huhang.log.append.LogSettings;
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
    PolicyWatch policies(HuhangProperties properties, InstantSource clock) {
        try {
            return new PolicyWatch(properties.policies(), clock);
        } catch (UnreadableTable unusable) {
            throw new CannotStart("The tables in huhang.policy-folder cannot be used (" + unusable.getMessage()
                    + "): correct them, or leave the key out to use the published ones.");
        }
    }

    @Bean
    Divisions divisions(Policies policies) {
        return new NewestDivisions(() -> policies.now().divisions());
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
