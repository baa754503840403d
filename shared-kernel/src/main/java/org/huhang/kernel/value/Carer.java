package org.huhang.kernel.value;

import java.util.Optional;

/** Who gives temporary care: a person or an institution, by name. */
public record Carer(PersonName name, Optional<Contact> contact) {}
