package org.huhang.command.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.command.decide.Scenario.given;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huhang.command.area.file.FileCommand.Close;
import org.huhang.command.ask.CommandCatalogue;
import org.huhang.command.decide.OutcomesSeen.Outcome;
import org.huhang.kernel.value.CloseReason;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.ReflectionSupport;

/** Every command is shown accepted at least once and refused at least once by some {@code …DecisionTest}. */
class EveryCommandHasExamplesTest {

    @Test
    void every_command_is_accepted_once_and_refused_once() {
        List<Class<?>> examples = ReflectionSupport.findAllClassesInPackage(
                "org.huhang.command", type -> true, name -> name.endsWith("DecisionTest"));

        assertThat(missing(examples)).isEmpty();
    }

    @Test
    void a_command_without_a_refused_example_is_found_out() {
        assertThat(missing(List.of(OnlyAcceptedCloses.class)))
                .contains("close is never REFUSED", "reopen is never ACCEPTED", "reopen is never REFUSED")
                .doesNotContain("close is never ACCEPTED");
    }

    private static List<String> missing(List<Class<?>> examples) {
        OutcomesSeen seen = OutcomesSeen.during(() -> examples.forEach(EveryCommandHasExamplesTest::run));
        return CommandCatalogue.all().stream()
                .flatMap(command -> Stream.of(Outcome.values())
                        .filter(outcome -> !seen.has(command, outcome))
                        .map(outcome -> CommandCatalogue.name(command) + " is never " + outcome))
                .toList();
    }

    private static void run(Class<?> examples) {
        Arrays.stream(examples.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .forEach(method -> run(examples, method));
    }

    private static void run(Class<?> examples, Method example) {
        try {
            Constructor<?> constructor = examples.getDeclaredConstructor();
            constructor.setAccessible(true);
            example.setAccessible(true);
            example.invoke(constructor.newInstance());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(examples.getSimpleName() + "." + example.getName() + " fails", e);
        }
    }

    static class OnlyAcceptedCloses {
        @Test
        void a_case_is_closed_when_the_child_no_longer_needs_it() {
            given(Facts.registered())
                    .when(new Close(CloseReason.NO_LONGER_IN_NEED, Optional.empty(), Facts.on("2026-03-01")))
                    .thenAccepted(Facts.closed(CloseReason.NO_LONGER_IN_NEED, "2026-03-01"));
        }
    }
}
