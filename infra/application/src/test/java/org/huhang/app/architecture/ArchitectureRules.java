package org.huhang.app.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Set;

/** Who may know whom. Each rule has a class under {@code bites} that breaks it. */
final class ArchitectureRules {

    private static final String KERNEL = "org.huhang.kernel..";
    private static final String COMMAND = "org.huhang.command..";
    private static final String QUERY = "org.huhang.query..";
    private static final String LOG = "org.huhang.log..";
    private static final String PROJECTION = "org.huhang.projection..";
    private static final String APP = "org.huhang.app..";
    private static final String[] SQL = {"java.sql..", "javax.sql..", "org.springframework.jdbc..", "org.postgresql.."};
    static final String[] MODEL = {
        "org.huhang.command.ask..",
        "org.huhang.command.decide..",
        "org.huhang.command.area..",
        "org.huhang.command.beside..",
        "org.huhang.command.port.."
    };

    private static final Set<String> CLOCKS = Set.of(
            Clock.class.getName(),
            Instant.class.getName(),
            InstantSource.class.getName(),
            LocalDate.class.getName(),
            LocalDateTime.class.getName(),
            OffsetDateTime.class.getName(),
            YearMonth.class.getName(),
            ZonedDateTime.class.getName());

    static final ArchRule THE_KERNEL_KNOWS_THE_JDK_AND_JACKSON_ANNOTATIONS_ONLY = classes()
            .that()
            .resideInAPackage(KERNEL)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(KERNEL, "java..", "com.fasterxml.jackson.annotation..");

    static final ArchRule THE_COMMAND_SIDE_KNOWS_NO_SQL_NO_READ_MODEL_AND_NO_INFRASTRUCTURE = noClasses()
            .that()
            .resideInAPackage(COMMAND)
            .should()
            .dependOnClassesThat(resideInAnyPackage(QUERY, LOG, PROJECTION, APP).or(resideInAnyPackage(SQL)));

    static final ArchRule DECISIONS_KNOW_NEITHER_AXON_NOR_SPRING = noClasses()
            .that()
            .resideInAnyPackage(MODEL)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.axonframework..", "org.springframework..", "tools.jackson..");

    static final ArchRule AXON_STAYS_AT_THE_RIM = noClasses()
            .that()
            .resideOutsideOfPackages("org.huhang.command.axon..", LOG, APP)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.axonframework..");

    static final ArchRule THE_QUERY_SIDE_KNOWS_NO_COMMAND_AND_NO_INFRASTRUCTURE = noClasses()
            .that()
            .resideInAPackage(QUERY)
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage(COMMAND, LOG, PROJECTION, APP).or(resideInAPackage("org.axonframework..")));

    static final ArchRule WHAT_KEEPS_READ_MODELS_KNOWS_NO_COMMAND = noClasses()
            .that()
            .resideInAPackage(PROJECTION)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(COMMAND);

    static final ArchRule NO_READ_MODEL_KNOWS_ANOTHER = slices().matching(
                    "org.huhang.query.(ledger|statistics|audit|worklist|casefile|beside)..")
            .should()
            .notDependOnEachOther();

    static final ArchRule NOTHING_DEPENDS_ON_THE_APPLICATION = noClasses()
            .that()
            .resideOutsideOfPackage(APP)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(APP);

    static final ArchRule NO_DECISION_CALLS_A_CLOCK = noClasses()
            .that()
            .resideInAPackage(KERNEL)
            .or()
            .resideInAnyPackage(MODEL)
            .should()
            .callMethodWhere(DescribedPredicate.describe("asks for the time", ArchitectureRules::asksForTheTime));

    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils");

    private ArchitectureRules() {}

    private static boolean asksForTheTime(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        return CLOCKS.contains(owner)
                && (call.getName().equals("now")
                        || call.getName().startsWith("system")
                        || call.getName().equals("instant"));
    }
}
