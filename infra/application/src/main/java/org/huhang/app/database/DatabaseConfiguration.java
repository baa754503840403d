package org.huhang.app.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.huhang.app.HuhangProperties;
import org.huhang.projection.schema.Schemas;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Whoever is handed the {@link DataSource} finds a checked database with every schema up to date. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final int CONNECTIONS = 32;

    @Bean
    @Lazy
    DataFolder dataFolder(HuhangProperties properties) {
        return DataFolder.hold(properties.data());
    }

    @Bean
    @ConditionalOnExpression("'${huhang.database.url:}'.isBlank()")
    EmbeddedDatabase embeddedDatabase(DataFolder folder, HuhangProperties properties) {
        Path programs = properties.database().programs().orElseGet(() -> folder.path("postgresql"));
        return EmbeddedDatabase.startedIn(folder, programs);
    }

    @Bean
    HikariDataSource dataSource(HuhangProperties properties, ObjectProvider<EmbeddedDatabase> embedded) {
        EmbeddedDatabase own = embedded.getIfAvailable();
        Connections connections = own == null
                ? Connections.outside(properties.database())
                : new Connections(own.url(), own.username(), own.password());
        connections.check(own != null);
        HikariDataSource pool = new BoundedPool();
        pool.setPoolName("huhang");
        pool.setJdbcUrl(connections.url());
        pool.setUsername(connections.username());
        pool.setPassword(connections.password());
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.addDataSourceProperty("ApplicationName", "huhang");
        try {
            new Schemas(pool).migrateAll();
        } catch (RuntimeException | Error e) {
            pool.close();
            throw e;
        }
        return pool;
    }

    /** In place of Spring Boot's own, which asks on the caller's thread, and logs a trace each time it is not answered. */
    @Bean
    DatabaseHealth databaseHealthIndicator(DataSource database) {
        return new DatabaseHealth(database);
    }

    @Bean
    Schemas schemas(DataSource database) {
        return new Schemas(database);
    }
}
