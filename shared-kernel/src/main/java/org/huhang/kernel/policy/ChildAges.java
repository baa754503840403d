package org.huhang.kernel.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.huhang.kernel.time.Counting;
import org.huhang.kernel.value.PolicyEditionId;

/** Ages at which a child's position changes. The age limit of screening stands with the screening editions. */
public final class ChildAges {

    static final String FILE = "child-ages.tsv";
    private static final Set<String> PARAMETERS = Set.of("valid-from", "child-below", "own-view-from");

    private final DatedEditions<Edition> editions;

    private ChildAges(DatedEditions<Edition> editions) {
        this.editions = editions;
    }

    static ChildAges read(PolicyFolder folder) {
        return new ChildAges(DatedEditions.read(folder, FILE, PARAMETERS, Edition::of));
    }

    /** The edition in force on {@code day}; the first one for a day before all. */
    public Edition on(LocalDate day) {
        return editions.on(day);
    }

    public boolean isChild(LocalDate birthDate, LocalDate on) {
        return Counting.ageOn(birthDate, on) < on(on).childBelow().value();
    }

    /** The day from which on who was born then is no child any more, by the editions in force on each day. */
    public LocalDate adultFrom(LocalDate birthDate) {
        return editions().stream()
                .flatMap(edition -> Stream.of(
                        edition.from(),
                        Counting.turns(birthDate, edition.childBelow().value())))
                .collect(LastStretch.from(day -> !isChild(birthDate, day)));
    }

    /** Whether the child's own view is to be asked for and recorded. */
    public boolean ownViewRequired(LocalDate birthDate, LocalDate on) {
        return Counting.ageOn(birthDate, on) >= on(on).ownViewFrom().value();
    }

    public List<Edition> editions() {
        return editions.inOrder();
    }

    /** Ages in complete years. */
    public record Edition(
            PolicyEditionId id, LocalDate from, Provision<Integer> childBelow, Provision<Integer> ownViewFrom)
            implements DatedEditions.Edition {

        private static Edition of(EditionRows rows) {
            return new Edition(
                    rows.id(),
                    rows.get("valid-from").day(),
                    rows.get("child-below").number(),
                    rows.get("own-view-from").number());
        }
    }
}
