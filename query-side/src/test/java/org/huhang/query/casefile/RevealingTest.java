package org.huhang.query.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.query.kit.Happenings.*;
import static org.huhang.query.kit.Story.CHILD;

import java.util.List;
import org.huhang.kernel.division.PublishedDivisions;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.value.PersonalValue;
import org.huhang.query.fact.Revealing;
import org.huhang.query.kit.Story;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RevealingTest {

    @Test
    void a_fact_is_shown_in_the_clear_and_nothing_of_it_is_masked() {
        JsonNode visit = Revealing.content(visited("2024-04-01", "2024-05-01"));

        assertThat(visit.get("seen").stringValue()).isEqualTo("家中整洁");
        assertThat(visit.get("childView").stringValue()).isEqualTo("想念爸爸");
        assertThat(visit.get("effectiveOn").stringValue()).isEqualTo("2024-04-01");
        assertThat(Revealing.content(registered("2024-03-01")).toString())
                .contains("李明", "幸福路7号", "13900000000")
                .doesNotContain(PersonalValue.MASK);
    }

    @Test
    void a_document_says_the_same_through_any_mapper() {
        List<Recorded> history = new Story()
                .recorded(registered("2024-03-01"), lapsed("2024-04-01"), closed("2024-05-01"))
                .history(CHILD);
        CaseDocument document = new Writing(PublishedDivisions.load())
                .write(Pictures.now(history).orElseThrow(), Facts.of(Pictures.history(history)));

        JsonNode plain = JsonMapper.shared().valueToTree(document);

        assertThat(plain).isEqualTo(Revealing.tree(document));
        assertThat(plain.toString()).contains("李明", "母亲失联").doesNotContain(PersonalValue.MASK);
    }
}
