package org.huhang.app.projection;

import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.huhang.app.HuhangProperties;
import org.huhang.app.OnQuerySide;
import org.huhang.app.schema.Schemas;
import org.huhang.kernel.log.CaseLog;
import org.huhang.log.LogSource;
import org.huhang.query.Projection;
import org.huhang.query.ReadModels;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
@OnQuerySide
class ProjectionConfiguration {

    @Bean
    ReadModelCatalogue readModelCatalogue(List<Projection> projections, DataSource database) {
        return new ReadModelCatalogue(projections, JdbcClient.create(database));
    }

    @Bean
    ReadModels readModels(
            ReadModelCatalogue models, PlatformTransactionManager transactions, HuhangProperties properties) {
        return new PostgresReadModels(models, transactions, properties.query().longestWait());
    }

    @Bean
    ProjectionRunner projectionRunner(ReadModelCatalogue models, LogSource source, TransactionManager transactions) {
        return new ProjectionRunner(models, source, transactions);
    }

    @Bean
    Rebuilds rebuilds(
            ReadModelCatalogue models,
            DataSource database,
            Schemas schemas,
            CaseLog log,
            PlatformTransactionManager transactions) {
        return new Rebuilds(models, JdbcClient.create(database), schemas, log, transactions, new Turns(database));
    }
}
