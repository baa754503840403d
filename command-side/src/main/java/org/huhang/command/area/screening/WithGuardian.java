package org.huhang.command.area.screening;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huhang.kernel.policy.Provision;
import org.huhang.kernel.value.Guardian;
import org.huhang.kernel.value.Relation;
import org.huhang.kernel.value.ReviewReason;
import org.huhang.kernel.value.ScreenedOutReason;

/**
 * Lives with a parent or another guardian (随父母或其他监护人). A child with nobody but an entrusted carer, or a relative whose
 * guardianship nobody recorded, fails the words of the text and goes to a person, who sees the child. Nobody lives with a
 * guardian who is dead, missing or held, whatever else was entered.
 */
record WithGuardian(Provision<Boolean> provision) implements Criterion {

    @Override
    public String name() {
        return "LIVES_WITH_GUARDIAN";
    }

    @Override
    public Optional<Judgement> judge(Inquiry inquiry) {
        List<Guardian> guardians = inquiry.facts().guardians();
        List<Relation> household = guardians.stream()
                .filter(Guardian::livesWithChild)
                .filter(guardian -> guardian.ability().canBeAtHome())
                .map(Guardian::relation)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
        Map<String, String> observed =
                Map.of("livesWith", household.stream().map(Relation::name).collect(Collectors.joining(",")));
        if (household.stream().anyMatch(WithGuardian::guards)) {
            return met(observed);
        }
        if (!household.isEmpty()) {
            return unknown(ReviewReason.CARER_IS_NOT_A_GUARDIAN, observed);
        }
        return guardians.isEmpty()
                ? unknown(ReviewReason.FACTS_MISSING, observed)
                : notMet(ScreenedOutReason.NOT_WITH_PARENT_OR_GUARDIAN, observed);
    }

    /** 民法典27: an aunt guards only where village or civil affairs consented; she is then an OTHER_GUARDIAN. */
    private static boolean guards(Relation relation) {
        return switch (relation) {
            case FATHER, MOTHER, GRANDPARENT, ADULT_SIBLING, OTHER_GUARDIAN -> true;
            case OTHER_RELATIVE, ENTRUSTED_CARER -> false;
        };
    }
}
