package org.huhang.command.area.screening;

import java.time.LocalDate;
import java.util.Optional;
import org.huhang.kernel.division.CentralUrban;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.kernel.policy.ScreeningEdition;
import org.huhang.kernel.value.Finding;

/**
 * One line of a rule's table of examples.
 *
 * @param about reads on from the rule's name
 * @param expected the answer; empty where the question does not arise
 * @param why the reason or doubt the answer must carry; null for a criterion met
 */
record Example(
        Class<? extends Criterion> rule,
        String about,
        AChild child,
        LocalDate on,
        Optional<Finding.Outcome> expected,
        Enum<?> why) {

    Optional<Judgement> judge(PolicyBook policies) {
        ScreeningEdition edition = editionAsking(policies);
        Criterion criterion =
                Rules.of(edition).filter(rule::isInstance).findFirst().orElseThrow();
        return criterion.judge(Inquiry.of(child.facts(), on, edition, policies));
    }

    /** The edition of the child's place, or the one that asks this question. */
    private ScreeningEdition editionAsking(PolicyBook policies) {
        ScreeningEdition own = policies.screening().editionFor(child.home().code(), on);
        return Rules.of(own).anyMatch(rule::isInstance)
                ? own
                : policies.screening().editions().stream()
                        .filter(edition -> Rules.of(edition).anyMatch(rule::isInstance))
                        .findFirst()
                        .orElseThrow();
    }

    static PolicyBook policies(CentralUrban centralUrban) {
        PolicyBook book = PolicyBook.published();
        return new PolicyBook(
                book.divisions(),
                centralUrban,
                book.screening(),
                book.visits(),
                book.temporaryCare(),
                book.ages(),
                book.staffTraining(),
                book.voiding(),
                book.workingDays());
    }

    @Override
    public String toString() {
        return rule.getSimpleName() + ": " + about + " (" + on + ") → "
                + expected.map(Enum::name).orElse("does not arise");
    }
}
