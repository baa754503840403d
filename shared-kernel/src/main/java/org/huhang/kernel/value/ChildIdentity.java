package org.huhang.kernel.value;

import java.time.LocalDate;
import java.util.List;
import org.huhang.kernel.refusal.Required;

/**
 * Who the child is.
 *
 * @param documents none for a child without papers (无证件), a real and protected case
 */
public record ChildIdentity(
        PersonName name,
        @AtMost(20) List<PersonName> otherNames,
        Sex sex,
        LocalDate birthDate,
        @AtMost(10) List<IdentityDocument> documents) {

    public ChildIdentity {
        otherNames = otherNames == null ? List.of() : List.copyOf(otherNames);
        documents = documents == null ? List.of() : List.copyOf(documents);
        Required.field("name", name).and("sex", sex).and("birthDate", birthDate).orRefuse();
    }
}
