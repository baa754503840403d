package org.huhang.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.query.kit.Story.CHILD;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.huhang.kernel.area.file.FileEvent.CaseClosed;
import org.huhang.kernel.area.file.FileEvent.CaseReopened;
import org.huhang.kernel.area.file.FileEvent.CasesMerged;
import org.huhang.kernel.area.file.FileEvent.CasesUnmerged;
import org.huhang.kernel.area.file.FileEvent.ChildRegistered;
import org.huhang.kernel.area.file.FileEvent.ResidenceMoved;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.GuardianshipLapsed;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.LongTermGuardianshipAssumed;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.LongTermGuardianshipEnded;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.ReturnedToGuardian;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.TemporaryCareAssigned;
import org.huhang.kernel.area.keycare.KeyCareEvent.KeyCareDelisted;
import org.huhang.kernel.area.keycare.KeyCareEvent.KeyCareListed;
import org.huhang.kernel.area.keycare.KeyCareEvent.KeyCareReassessed;
import org.huhang.kernel.area.screening.ScreeningEvent.LeftBehindStatusEnded;
import org.huhang.kernel.area.screening.ScreeningEvent.MigrantStatusEnded;
import org.huhang.kernel.area.screening.ScreeningEvent.ScreenedAsLeftBehind;
import org.huhang.kernel.area.screening.ScreeningEvent.ScreenedAsMigrant;
import org.huhang.kernel.area.screening.ScreeningEvent.ScreenedOut;
import org.huhang.kernel.area.screening.ScreeningEvent.ScreeningReferredToReview;
import org.huhang.kernel.log.Recorded;
import org.huhang.query.area.Measure;
import org.huhang.query.kit.FixedDivisions;
import org.huhang.query.kit.ReadModelKit;
import org.huhang.query.kit.Story;

class SpellsPropertyTest {

    @Provide
    Arbitrary<Story> stories() {
        return RandomStory.any();
    }

    @Property(tries = 500)
    void spells_say_of_every_day_what_its_facts_in_order_say(@ForAll("stories") Story story) {
        Set<Spell> spells = Spells.of(SpellsTest.timeline(story));
        for (int i = 0; i < RandomStory.DAYS; i++) {
            LocalDate day = RandomStory.START.plusDays(i);
            Set<String> counted = new HashSet<>();
            for (Spell spell : spells) {
                if (!spell.from().isAfter(day) && spell.to().isAfter(day)) {
                    assertThat(counted.add(spell.measure() + "@" + spell.residence()))
                            .as("one spell a measure and day")
                            .isTrue();
                }
            }
            assertThat(counted).as("%s", day).isEqualTo(dayByDay(story.history(CHILD), day));
        }
    }

    @Property(tries = 60)
    void what_was_known_at_any_position_can_still_be_told(@ForAll("stories") Story story) {
        ReadModelKit tables = ReadModelKit.empty(new StatisticsProjection(new FixedDivisions()))
                .follow(story);
        Timeline line = Timeline.empty();
        for (Recorded fact : story.history(CHILD)) {
            line = History.evolve(line, fact, () -> story.upTo(fact));
            assertThat(known(tables, fact)).isEqualTo(texts(Spells.of(line)));
        }
    }

    private static Set<String> known(ReadModelKit tables, Recorded fact) {
        return new HashSet<>(tables.read(StatisticsProjection.NAME, db -> db.sql("""
            SELECT concat_ws(' ', measure, from_date, to_date, residence, hukou, because) FROM spell s
            WHERE s.known_from <= :at AND (s.known_to IS NULL OR s.known_to > :at)\
            """)
                .param("at", fact.position())
                .query(String.class)
                .list()));
    }

    private static Set<String> texts(Set<Spell> spells) {
        Set<String> texts = new HashSet<>();
        for (Spell spell : spells) {
            texts.add(String.join(
                    " ",
                    spell.measure().name(),
                    spell.from().toString(),
                    spell.to().equals(LocalDate.MAX) ? "infinity" : spell.to().toString(),
                    spell.residence(),
                    spell.hukou(),
                    spell.because()
                            .toString()
                            .replace(" ", "")
                            .replace('[', '{')
                            .replace(']', '}')));
        }
        return texts;
    }

    /** The same worked out another way: one day at a time, no spells at all. */
    private static Set<String> dayByDay(List<Recorded> facts, LocalDate day) {
        int merges = 0;
        for (Recorded fact : facts) {
            merges = switch (fact.event()) {
                case CasesMerged _ -> merges + 1;
                case CasesUnmerged _ -> Math.max(0, merges - 1);
                default -> merges;
            };
        }
        Recorded first = facts.getFirst();
        LocalDate registration = first.event().effectiveOn();
        boolean open = true;
        String residence =
                ((ChildRegistered) first.event()).residence().division().code().digits();
        Measure status = null;
        boolean review = false;
        Measure guardianship = null;
        Set<Measure> care = EnumSet.noneOf(Measure.class);
        List<Recorded> inOrder = facts.stream()
                .filter(fact -> !fact.event().effectiveOn().isAfter(day))
                .sorted(Comparator.comparing((Recorded fact) -> fact.event().effectiveOn())
                        .thenComparing(Recorded::version))
                .toList();
        for (Recorded fact : inOrder) {
            if (!open && !(fact.event() instanceof CaseReopened || fact.event() instanceof ChildRegistered)) {
                continue;
            }
            switch (fact.event()) {
                case ChildRegistered e -> {
                    open = true;
                    residence = e.residence().division().code().digits();
                }
                case ResidenceMoved e -> residence = e.to().division().code().digits();
                case CaseClosed _ -> open = false;
                case CaseReopened _ -> open = true;
                case ScreenedAsMigrant _ -> {
                    status = Measure.MIGRANT;
                    review = false;
                }
                case ScreenedAsLeftBehind _ -> {
                    status = Measure.LEFT_BEHIND;
                    review = false;
                }
                case ScreeningReferredToReview _ -> review = true;
                case ScreenedOut _ -> {
                    status = null;
                    review = false;
                }
                case MigrantStatusEnded _ -> {
                    review = review && status != Measure.MIGRANT;
                    status = status == Measure.MIGRANT ? null : status;
                }
                case LeftBehindStatusEnded _ -> {
                    review = review && status != Measure.LEFT_BEHIND;
                    status = status == Measure.LEFT_BEHIND ? null : status;
                }
                case KeyCareListed _ -> care = EnumSet.of(Measure.KEY_CARE, Measure.HARDSHIP, Measure.DISABILITY);
                case KeyCareReassessed _ ->
                    care = care.isEmpty() ? care : EnumSet.of(Measure.KEY_CARE, Measure.HARDSHIP);
                case KeyCareDelisted _ -> care = EnumSet.noneOf(Measure.class);
                case GuardianshipLapsed _ ->
                    guardianship = guardianship == null ? Measure.GUARDIANSHIP_LAPSED : guardianship;
                case TemporaryCareAssigned _ -> guardianship = guardianship == null ? null : Measure.TEMPORARY_CARE;
                case ReturnedToGuardian _ -> guardianship = null;
                case LongTermGuardianshipEnded _ ->
                    guardianship = guardianship == Measure.LONG_TERM_GUARDIANSHIP ? null : guardianship;
                case LongTermGuardianshipAssumed _ ->
                    guardianship = guardianship == null ? null : Measure.LONG_TERM_GUARDIANSHIP;
                default -> {}
            }
        }
        boolean registered = !day.isBefore(registration);
        Set<String> counted = new HashSet<>();
        if (!registered || merges > 0 || !open) {
            return counted;
        }
        Set<Measure> measures = EnumSet.copyOf(care.isEmpty() ? EnumSet.noneOf(Measure.class) : care);
        measures.add(Measure.ON_FILE);
        if (status != null) {
            measures.add(status);
        }
        if (review) {
            measures.add(Measure.UNDER_REVIEW);
        }
        if (guardianship != null) {
            measures.add(guardianship);
        }
        for (Measure measure : measures) {
            counted.add(measure + "@" + residence);
        }
        return counted;
    }
}
