package org.huhang.bench.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.axonframework.serialization.json.JacksonSerializer;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.DocumentNumber;
import org.huhang.kernel.value.DocumentType;
import org.huhang.kernel.value.IdentityDocument;
import org.huhang.kernel.value.PersonName;
import org.huhang.kernel.value.Sex;
import org.junit.jupiter.api.Test;

class StockAxonTest {

    @Test
    void plain_axon_keeps_personal_values_and_gives_them_back() {
        ChildIdentity identity = new ChildIdentity(
                PersonName.of("王小明"),
                List.of(),
                Sex.MALE,
                LocalDate.of(2016, 3, 1),
                List.of(new IdentityDocument(DocumentType.PASSPORT, DocumentNumber.of("E1234567"), Optional.empty())));
        JacksonSerializer serializer = StockAxon.serializer();

        ChildIdentity again = serializer.deserialize(serializer.serialize(identity, String.class));

        assertThat(again).isEqualTo(identity);
        assertThat(again.name().reveal()).isEqualTo("王小明");
    }
}
