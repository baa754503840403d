package org.huhang.log.testing;

import javax.sql.DataSource;
import org.huhang.command.axon.AxonRim;
import org.huhang.command.port.CaseCommands;
import org.huhang.kernel.log.CaseLog;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.log.LogConfiguration;
import org.huhang.log.LogSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The command side over the log, wired as in the application but for HTTP. Two of them are two processes. */
public final class OneProcess implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    public OneProcess(DataSource database) {
        context.registerBean(DataSource.class, () -> database, definition -> definition.setDestroyMethodName(""));
        context.register(Wiring.class);
        context.refresh();
    }

    public CaseCommands commands() {
        return context.getBean(CaseCommands.class);
    }

    public CaseLog log() {
        return context.getBean(CaseLog.class);
    }

    public LogSource source() {
        return context.getBean(LogSource.class);
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @Import({LogConfiguration.class, AxonRim.class})
    static class Wiring {

        @Bean
        PlatformTransactionManager transactions(DataSource database) {
            return new DataSourceTransactionManager(database);
        }

        @Bean
        PolicyBook policies() {
            return PolicyBook.published();
        }
    }
}
