package org.huhang.log.testing;

import java.time.InstantSource;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.huhang.command.axon.AxonRim;
import org.huhang.command.port.CommandGateway;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.policy.Policies;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.log.LogConfiguration;
import org.huhang.log.axonserver.AxonServerLogConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The command side over the log, wired as in the application but for HTTP. Two of them are two processes. */
public final class OneProcess implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    public OneProcess(DataSource database) {
        this(database, Map.of());
    }

    /** The log is Axon Server's; what stands beside it, the database's. */
    public static OneProcess onAxonServer(DataSource database, String address) {
        return new OneProcess(
                database, Map.of("huhang.event-store", "axon-server", "axon.axonserver.servers", address));
    }

    private OneProcess(DataSource database, Map<String, Object> keys) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", keys));
        context.registerBean(DataSource.class, () -> database, definition -> definition.setDestroyMethodName(""));
        context.register(Wiring.class);
        context.refresh();
    }

    public CommandGateway commands() {
        return context.getBean(CommandGateway.class);
    }

    public EventLog log() {
        return context.getBean(EventLog.class);
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @Import({LogConfiguration.class, AxonServerLogConfiguration.class, AxonRim.class})
    static class Wiring {

        @Bean
        PlatformTransactionManager transactions(DataSource database) {
            return new DataSourceTransactionManager(database);
        }

        @Bean
        AxonServerConfiguration axonServerConfiguration(Environment environment) {
            AxonServerConfiguration configuration = AxonServerConfiguration.builder()
                    .componentName("huhang")
                    .servers(environment.getProperty("axon.axonserver.servers", ""))
                    .build();
            configuration.setReconnectInterval(200);
            return configuration;
        }

        @Bean
        InstantSource clock() {
            return InstantSource.system();
        }

        @Bean
        Policies policies() {
            return PolicyBook::published;
        }
    }
}
