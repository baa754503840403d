package org.huhang.app.projection;

import java.io.Console;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.huhang.app.HuhangProperties;
import org.huhang.app.OnQuerySide;
import org.huhang.app.schema.Schemas;
import org.huhang.app.start.Progress;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.log.CaseLog;
import org.huhang.kernel.log.Moments;
import org.huhang.log.read.LogScan;
import org.huhang.log.tail.LogSignal;
import org.huhang.query.Projection;
import org.huhang.query.ReadModels;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@OnQuerySide
class ProjectionConfiguration {

    @Bean
    ReadModelCatalogue readModelCatalogue(
            List<Projection> projections, DataSource database, Divisions divisions, InstantSource clock) {
        PlacesInForce places = new PlacesInForce(divisions, clock);
        return new ReadModelCatalogue(projections, JdbcClient.create(database), places::now);
    }

    @Bean
    ReadModels readModels(
            ReadModelCatalogue models,
            PlatformTransactionManager transactions,
            Moments moments,
            HuhangProperties properties) {
        return new PostgresReadModels(
                models, transactions, moments, properties.query().longestWait());
    }

    @Bean
    ProjectionRunner projectionRunner(
            ReadModelCatalogue models,
            CaseLog log,
            LogSignal signal,
            PlatformTransactionManager transactions,
            HuhangProperties properties) {
        return new ProjectionRunner(
                models,
                log,
                signal,
                new TransactionTemplate(transactions),
                properties.readModels().segments(),
                properties.readModels().rememberedCases());
    }

    @Bean
    Rebuilds rebuilds(
            ReadModelCatalogue models,
            DataSource database,
            Schemas schemas,
            CaseLog log,
            LogScan scan,
            PlatformTransactionManager transactions,
            HuhangProperties properties,
            InstantSource clock) {
        HuhangProperties.ReadModels settings = properties.readModels();
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
    RebuildWatch rebuildWatch(ReadModelCatalogue models, Rebuilds rebuilds, HuhangProperties properties) {
        return new RebuildWatch(models, rebuilds, properties.readModels().whenOutdated());
    }

    @Bean
    RebuildScreen rebuildScreen(ReadModelCatalogue models) {
        Console console = System.console();
        return new RebuildScreen(models, new Progress(System.out, true), console != null && console.isTerminal());
    }

    @Bean
    Unparking unparking(CaseLog log, PlatformTransactionManager transactions) {
        return new Unparking(log, new TransactionTemplate(transactions));
    }

    @Bean
    ReadModelMetrics readModelMetrics(ReadModelCatalogue models, CaseLog log) {
        return new ReadModelMetrics(models, log);
    }

    @Bean
    ReadModelHealth readModelsHealthIndicator(
            ReadModelCatalogue models, ProjectionRunner runner, HuhangProperties properties) {
        return new ReadModelHealth(models, runner, properties.role());
    }
}
