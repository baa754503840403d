package org.huhang.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.huhang.kernel.identity.ResidentIdNumber;
import org.huhang.kernel.value.DocumentNumber;
import org.junit.jupiter.api.Test;

class ChildrenTest {

    private final Children children = new Children(LocalDate.of(2026, 3, 1));

    @Test
    void no_two_children_share_a_card_and_every_card_holds() {
        Set<String> cards = new HashSet<>();
        for (long number = 0; number < 43_000_000; number += 431) {
            String card = children.card(number);
            assertThat(cards.add(card)).as(card).isTrue();
            assertThat(ResidentIdNumber.read(DocumentNumber.of(card))
                            .orElseThrow()
                            .checkCharacterHolds())
                    .isTrue();
        }
    }

    @Test
    void every_one_is_a_child_and_born_before_it_arrived() {
        for (long number = 0; number < 5_000_000; number += 1009) {
            assertThat(children.born(number)).isBefore(children.arrived()).isAfter(LocalDate.of(2011, 2, 28));
        }
    }
}
