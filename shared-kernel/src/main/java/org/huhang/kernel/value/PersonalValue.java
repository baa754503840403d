package org.huhang.kernel.value;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A value that tells who a person is (个人信息). It shows itself to nobody by default: {@code toString} and plain JSON
 * give a mask. Two places reveal it on purpose: the log's codec, and a read view that its reader may see.
 */
public sealed interface PersonalValue permits PersonName, DocumentNumber, Address, Contact, Narrative {

    String MASK = "***";

    /** The value itself. Every caller is a place to review. */
    String reveal();

    @JsonValue
    default String masked() {
        return MASK;
    }
}
