package org.huhang.command.area.screening;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huhang.command.area.screening.Parent.Whereabouts;
import org.huhang.kernel.policy.Provision;
import org.huhang.kernel.value.ReviewReason;
import org.huhang.kernel.value.ScreenedOutReason;

/** Both parents work away, or one does and the other is without guardianship ability (国发〔2016〕13号). */
record ParentsAway(Provision<Boolean> provision) implements Criterion {

    static final String NAME = "PARENTS_AWAY";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Judgement> judge(Inquiry inquiry) {
        Parents parents = inquiry.parents();
        Map<String, String> observed = Map.of(
                "parents",
                parents.all().stream()
                        .map(parent -> parent.whereabouts() + "/" + parent.ability())
                        .sorted()
                        .collect(Collectors.joining(",")));
        boolean away = parents.any(Whereabouts.AWAY);
        if (parents.all().stream().anyMatch(Parent::guards)) {
            return notMet(away ? ScreenedOutReason.OTHER_PARENT_ABLE : ScreenedOutReason.LIVES_WITH_PARENTS, observed);
        }
        if (!away && !parents.any(Whereabouts.UNKNOWN)) {
            return notMet(
                    parents.any(Whereabouts.WITH_THE_CHILD)
                            ? ScreenedOutReason.LIVES_WITH_PARENTS
                            : ScreenedOutReason.PARENTS_NOT_AWAY,
                    observed);
        }
        return away && parents.all().stream().allMatch(ParentsAway::awayOrUnable)
                ? met(observed)
                : unknown(ReviewReason.FACTS_MISSING, observed);
    }

    private static boolean awayOrUnable(Parent parent) {
        return parent.whereabouts() == Whereabouts.AWAY || parent.unable();
    }
}
