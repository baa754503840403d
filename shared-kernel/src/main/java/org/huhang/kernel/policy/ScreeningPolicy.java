package org.huhang.kernel.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.table.UnreadableTable;
import org.huhang.kernel.time.Counting;
import org.huhang.kernel.value.PolicyEditionId;

/** The editions of monitoring and screening (监测摸排): the national text and what provinces put in its place. */
public record ScreeningPolicy(List<ScreeningEdition> editions) {

    static final String FILE = "screening-editions.tsv";

    public ScreeningPolicy {
        editions = List.copyOf(editions);
    }

    /** @throws UnreadableTable also when two editions of one area overlap, or no national one is open-ended */
    static ScreeningPolicy read(PolicyFolder folder) {
        List<EditionRows> rows = EditionRows.read(folder, FILE, ScreeningEdition.PARAMETERS);
        List<ScreeningEdition> editions =
                rows.stream().map(ScreeningEdition::of).toList();
        for (int i = 0; i < editions.size(); i++) {
            for (ScreeningEdition earlier : editions.subList(0, i)) {
                if (earlier.overlaps(editions.get(i))) {
                    throw rows.get(i)
                            .wrong(
                                    "valid-from",
                                    "%s and %s are in force at the same time in the same area"
                                            .formatted(
                                                    earlier.id(),
                                                    editions.get(i).id()));
                }
            }
        }
        if (editions.stream()
                .noneMatch(
                        edition -> edition.area().isEmpty() && edition.until().isEmpty())) {
            throw new UnreadableTable(FILE, 1, "no nationwide edition has valid-until \"open\"; one must be in force");
        }
        return new ScreeningPolicy(editions);
    }

    /**
     * The edition that judges a child who lives in {@code residence}: of those in force on the day, the one for the
     * smallest area. For a day on which none is, the earliest there is for the place: children are entered with their
     * history, and before the first text nothing else defined them.
     */
    public ScreeningEdition editionFor(DivisionCode residence, LocalDate on) {
        List<ScreeningEdition> here = editions.stream()
                .filter(edition -> edition.appliesIn(residence))
                .toList();
        return here.stream()
                .filter(edition -> edition.inForceOn(on))
                .max(Comparator.comparingInt(edition ->
                        edition.area().map(area -> area.prefix().length()).orElse(0)))
                .orElseGet(() -> here.stream()
                        .min(Comparator.comparing(ScreeningEdition::from))
                        .orElseThrow());
    }

    /** The day from which on a child who lives in {@code residence} is too old to be screened, by the editions in force on each day. */
    public LocalDate tooOldFrom(LocalDate birthDate, DivisionCode residence) {
        return editions.stream()
                .filter(edition -> edition.appliesIn(residence))
                .flatMap(edition -> Stream.concat(
                        Stream.of(
                                edition.from(),
                                Counting.turns(birthDate, edition.ageBelow().value())),
                        edition.until().map(last -> last.plusDays(1)).stream()))
                .collect(LastStretch.from(day -> Counting.ageOn(birthDate, day)
                        >= editionFor(residence, day).ageBelow().value()));
    }

    public Optional<ScreeningEdition> find(PolicyEditionId id) {
        return editions.stream().filter(edition -> edition.id().equals(id)).findFirst();
    }
}
