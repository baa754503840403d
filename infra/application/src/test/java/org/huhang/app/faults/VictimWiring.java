package org.huhang.app.faults;

import java.time.InstantSource;
import org.huhang.app.HuhangProperties;
import org.huhang.command.port.Wording;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.policy.Policies;
import org.huhang.kernel.policy.PolicyBook;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.web.bind.annotation.RestController;

/**
 * Everything of the application that writes, reads or follows the log, and nothing that serves HTTP: starts sooner. Not
 * marked as a configuration, or the application itself would find it.
 */
@EnableConfigurationProperties(HuhangProperties.class)
@ImportAutoConfiguration({
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class
})
@ComponentScan(
        basePackages = {
            "org.huhang.app.database",
            "org.huhang.app.imports",
            "org.huhang.app.projection",
            "org.huhang.command.axon",
            "org.huhang.command.imports",
            "org.huhang.log",
            "org.huhang.query"
        },
        excludeFilters = @Filter(type = FilterType.ANNOTATION, classes = RestController.class))
class VictimWiring {

    @Bean
    Policies policies() {
        return PolicyBook::published;
    }

    @Bean
    Divisions divisions(Policies policies) {
        return policies.now().divisions();
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    Wording wording() {
        return (code, parameters, locale) -> code.name();
    }
}
