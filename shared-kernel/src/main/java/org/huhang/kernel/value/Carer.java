package org.huhang.kernel.value;

import java.util.Optional;
import org.huhang.kernel.refusal.Required;

/** Who gives temporary care: a person or an institution, by name. */
public record Carer(PersonName name, Optional<Contact> contact) {
    public Carer {
        Required.field("name", name).orRefuse();
    }
}
