package org.huhang.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Stream;
import org.huhang.app.bites.CaseHelper;
import org.huhang.app.testing.BesideOthers;
import org.huhang.command.area.screening.KnowsAxon;
import org.huhang.command.ask.AsksADatabase;
import org.huhang.command.bites.KnowsAReadModel;
import org.huhang.command.decide.KnowsSpring;
import org.huhang.command.decide.ReadsTheClock;
import org.huhang.kernel.bites.KernelKnowsSpring;
import org.huhang.kernel.bites.KnowsTheApplication;
import org.huhang.projection.FollowsACommand;
import org.huhang.query.audit.KnowsTheLedger;
import org.huhang.query.ledger.KnowsACommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@BesideOthers
class ArchitectureTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.huhang");

    /** Every rule with classes that break it, in the way a hurried change would. */
    private static final Map<ArchRule, Class<?>[]> RULES = Map.of(
            ArchitectureRules.THE_KERNEL_KNOWS_THE_JDK_AND_JACKSON_ANNOTATIONS_ONLY,
            of(KernelKnowsSpring.class),
            ArchitectureRules.THE_COMMAND_SIDE_KNOWS_NO_SQL_NO_READ_MODEL_AND_NO_INFRASTRUCTURE,
            of(AsksADatabase.class, KnowsAReadModel.class),
            ArchitectureRules.DECISIONS_KNOW_NEITHER_AXON_NOR_SPRING,
            of(KnowsSpring.class, KnowsAxon.class),
            ArchitectureRules.AXON_STAYS_AT_THE_RIM,
            of(KnowsAxon.class),
            ArchitectureRules.THE_QUERY_SIDE_KNOWS_NO_COMMAND_AND_NO_INFRASTRUCTURE,
            of(KnowsACommand.class),
            ArchitectureRules.WHAT_KEEPS_READ_MODELS_KNOWS_NO_COMMAND,
            of(FollowsACommand.class),
            ArchitectureRules.NO_READ_MODEL_KNOWS_ANOTHER,
            of(KnowsTheLedger.class, KnowsACommand.class),
            ArchitectureRules.NOTHING_DEPENDS_ON_THE_APPLICATION,
            of(KnowsTheApplication.class),
            ArchitectureRules.NO_DECISION_CALLS_A_CLOCK,
            of(ReadsTheClock.class),
            ArchitectureRules.NAMES_SAY_WHAT_A_CLASS_IS,
            of(CaseHelper.class));

    /** A rule that looks at no class holds whatever happens. */
    @Test
    void every_package_that_decisions_stand_in_has_classes() {
        for (String model : ArchitectureRules.MODEL) {
            assertThat(PRODUCT.that(JavaClass.Predicates.resideInAPackage(model)))
                    .as(model)
                    .isNotEmpty();
        }
    }

    static Stream<ArchRule> rules() {
        return RULES.keySet().stream();
    }

    static Stream<Arguments> violations() {
        return RULES.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_product_keeps_every_rule(ArchRule rule) {
        assertThat(PRODUCT).isNotEmpty();
        rule.check(PRODUCT);
    }

    @ParameterizedTest
    @MethodSource("violations")
    void every_rule_bites(ArchRule rule, Class<?>[] violation) {
        JavaClasses broken = new ClassFileImporter().importClasses(violation);

        assertThatThrownBy(() -> rule.check(broken)).isInstanceOf(AssertionError.class);
    }

    private static Class<?>[] of(Class<?>... classes) {
        return classes;
    }
}
