package org.huhang.projection;

import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.log.Moments;
import org.huhang.log.read.LogScan;
import org.huhang.log.tail.LogSignal;
import org.huhang.projection.schema.Schemas;
import org.huhang.query.Projection;
import org.huhang.query.ReadModels;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Read models followed, rebuilt and asked; over a log, a database, and projections. */
@Configuration(proxyBeanMethods = false)
public class ProjectionConfiguration {

    @Bean
    ReadModelCatalogue readModelCatalogue(List<Projection> projections, DataSource database, InstantSource clock) {
        return new ReadModelCatalogue(projections, JdbcClient.create(database), clock);
    }

    @Bean
    ReadModels readModels(
            ReadModelCatalogue models,
            PlatformTransactionManager transactions,
            Moments moments,
            ProjectionSettings settings,
            ReadObserver observer) {
        return new PostgresReadModels(models, transactions, moments, settings.longestWait(), observer);
    }

    @Bean
    ProjectionRunner projectionRunner(
            ReadModelCatalogue models,
            EventLog log,
            LogSignal signal,
            PlatformTransactionManager transactions,
            ProjectionSettings settings) {
        return new ProjectionRunner(
                models,
                log,
                signal,
                new TransactionTemplate(transactions),
                settings.segments(),
                settings.rememberedCases());
    }

    @Bean
    Rebuilds rebuilds(
            ReadModelCatalogue models,
            DataSource database,
            Schemas schemas,
            EventLog log,
            LogScan scan,
            PlatformTransactionManager transactions,
            ProjectionSettings settings,
            InstantSource clock) {
        RebuildTools tools = new RebuildTools(
                database,
                schemas,
                log,
                scan,
                new TransactionTemplate(transactions),
                settings.segments(),
                settings.cursors(),
                settings.rebuildCasesInMemory());
        return new Rebuilds(models, tools, clock);
    }

    @Bean
    RebuildWatch rebuildWatch(ReadModelCatalogue models, Rebuilds rebuilds, ProjectionSettings settings) {
        return new RebuildWatch(models, rebuilds, settings.whenOutdated());
    }

    @Bean
    Unparking unparking(EventLog log, PlatformTransactionManager transactions) {
        return new Unparking(log, new TransactionTemplate(transactions));
    }

    @Bean
    ReadModelMetrics readModelMetrics(ReadModelCatalogue models, EventLog log) {
        return new ReadModelMetrics(models, log);
    }
}
