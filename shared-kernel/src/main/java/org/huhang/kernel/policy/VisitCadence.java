package org.huhang.kernel.policy;

import java.time.LocalDate;
import java.time.Period;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huhang.kernel.value.KeyCareGround;
import org.huhang.kernel.value.PolicyEditionId;
import org.huhang.kernel.value.RiskLevel;

/** How often children on the key-care ledger are visited (走访探视): by risk, and never less often than the nation asks. */
public final class VisitCadence {

    static final String FILE = "visit-cadence.tsv";
    private static final String SEARCH_AFTER = "search-after-attempts";
    private static final Set<String> PARAMETERS = Set.of(
            "valid-from",
            "high-risk-every",
            "medium-risk-every",
            "low-risk-every",
            "every-listed-child-at-least-every",
            "vulnerable-at-least-every",
            "vulnerable-grounds",
            SEARCH_AFTER);

    private final DatedEditions<Edition> editions;

    private VisitCadence(DatedEditions<Edition> editions) {
        this.editions = editions;
    }

    static VisitCadence read(PolicyFolder folder) {
        return new VisitCadence(DatedEditions.read(folder, FILE, PARAMETERS, Edition::of));
    }

    /**
     * The last day for the next visit. A stricter cadence that begins before that day is kept to from its first day on,
     * and is then the edition named.
     *
     * @param grounds on which the child is listed
     * @param since day of the last visit, or of the listing or reassessment where there was none since
     */
    public VisitDue nextVisitDue(RiskLevel risk, Set<KeyCareGround> grounds, LocalDate since) {
        VisitDue due = editions.on(since).due(risk, grounds, since);
        for (Edition later : editions.after(since)) {
            VisitDue stricter = later.due(risk, grounds, later.from());
            if (stricter.by().isBefore(due.by())) {
                due = stricter;
            }
        }
        return due;
    }

    /** The edition in force on {@code day}; the first one for a day before all. */
    public Edition on(LocalDate day) {
        return editions.on(day);
    }

    public List<Edition> editions() {
        return editions.inOrder();
    }

    /** @param edition of the cadence that gave the day */
    public record VisitDue(LocalDate by, PolicyEditionId edition) {}

    /**
     * @param everyListedChild the national ceiling for all
     * @param vulnerable the national ceiling for children listed on one of {@code vulnerableGrounds}
     * @param searchAfter how many attempts without a visit in between call for somebody to look into it
     */
    public record Edition(
            PolicyEditionId id,
            LocalDate from,
            Provision<Period> highRisk,
            Provision<Period> mediumRisk,
            Provision<Period> lowRisk,
            Optional<Provision<Period>> everyListedChild,
            Optional<Provision<Period>> vulnerable,
            Provision<Set<KeyCareGround>> vulnerableGrounds,
            Provision<Integer> searchAfter)
            implements DatedEditions.Edition {

        private static Edition of(EditionRows rows) {
            return new Edition(
                    rows.id(),
                    rows.get("valid-from").day(),
                    rows.get("high-risk-every").period(),
                    rows.get("medium-risk-every").period(),
                    rows.get("low-risk-every").period(),
                    rows.get("every-listed-child-at-least-every").periodOrNone(),
                    rows.get("vulnerable-at-least-every").periodOrNone(),
                    rows.get("vulnerable-grounds").someOf(KeyCareGround.class),
                    attempts(rows));
        }

        private static Provision<Integer> attempts(EditionRows rows) {
            Provision<Integer> number = rows.get(SEARCH_AFTER).number();
            if (number.value() == 0) {
                throw rows.wrong(SEARCH_AFTER, "calls for a search before anybody tried; the least is 1");
            }
            return number;
        }

        private VisitDue due(RiskLevel risk, Set<KeyCareGround> grounds, LocalDate start) {
            LocalDate by = start.plus(byRisk(risk).value());
            if (everyListedChild.isPresent()) {
                by = earlier(by, start.plus(everyListedChild.get().value()));
            }
            if (vulnerable.isPresent() && !Collections.disjoint(grounds, vulnerableGrounds.value())) {
                by = earlier(by, start.plus(vulnerable.get().value()));
            }
            return new VisitDue(by, id);
        }

        private static LocalDate earlier(LocalDate one, LocalDate other) {
            return other.isBefore(one) ? other : one;
        }

        private Provision<Period> byRisk(RiskLevel risk) {
            return switch (risk) {
                case HIGH -> highRisk;
                case MEDIUM -> mediumRisk;
                case LOW -> lowRisk;
            };
        }
    }
}
