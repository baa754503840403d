package org.huhang.app.projection;

import java.io.Console;
import java.time.Duration;
import java.util.SortedSet;
import org.huhang.app.HuhangProperties;
import org.huhang.app.OnQuerySide;
import org.huhang.app.request.AnswerTags;
import org.huhang.app.request.FairShareFilter;
import org.huhang.app.start.Progress;
import org.huhang.projection.ProjectionConfiguration;
import org.huhang.projection.ProjectionRunner;
import org.huhang.projection.ProjectionSettings;
import org.huhang.projection.ReadModelCatalogue;
import org.huhang.projection.ReadObserver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The runtime of read models, where questions are answered, and what of it the application shows. */
@Configuration(proxyBeanMethods = false)
@OnQuerySide
@Import(ProjectionConfiguration.class)
class ReadModelWiring {

    @Bean
    ProjectionSettings projectionSettings(HuhangProperties properties) {
        HuhangProperties.ReadModels of = properties.readModels();
        return new ProjectionSettings(
                of.segments(),
                of.rememberedCases(),
                of.cursors(),
                of.rebuildCasesInMemory(),
                of.whenOutdated(),
                properties.query().longestWait());
    }

    @Bean
    ReadObserver readObserver() {
        return new ReadObserver() {
            @Override
            public void rowsAreOf(SortedSet<String> fingerprints) {
                AnswerTags.rowsAreOf(fingerprints);
            }

            @Override
            public void waited(Duration time) {
                FairShareFilter.isIdle(time);
            }
        };
    }

    @Bean
    RebuildScreen rebuildScreen(ReadModelCatalogue models) {
        Console console = System.console();
        return new RebuildScreen(models, new Progress(System.out, true), console != null && console.isTerminal());
    }

    @Bean
    ReadModelHealth readModelsHealthIndicator(
            ReadModelCatalogue models, ProjectionRunner runner, HuhangProperties properties) {
        return new ReadModelHealth(models, runner, properties.role());
    }
}
