package org.huhang.log.codec;

import org.huhang.kernel.value.Address;
import org.huhang.kernel.value.Contact;
import org.huhang.kernel.value.DocumentNumber;
import org.huhang.kernel.value.Narrative;
import org.huhang.kernel.value.PersonName;
import org.huhang.kernel.value.PersonalValue;

/** What sort of personal value passes the gate. */
public enum PersonalKind {
    PERSON_NAME,
    DOCUMENT_NUMBER,
    ADDRESS,
    CONTACT,
    NARRATIVE;

    static PersonalKind of(PersonalValue value) {
        return switch (value) {
            case PersonName it -> PERSON_NAME;
            case DocumentNumber it -> DOCUMENT_NUMBER;
            case Address it -> ADDRESS;
            case Contact it -> CONTACT;
            case Narrative it -> NARRATIVE;
        };
    }

    Class<? extends PersonalValue> type() {
        return switch (this) {
            case PERSON_NAME -> PersonName.class;
            case DOCUMENT_NUMBER -> DocumentNumber.class;
            case ADDRESS -> Address.class;
            case CONTACT -> Contact.class;
            case NARRATIVE -> Narrative.class;
        };
    }

    /** As it was kept: a value that today's rules would refuse is read all the same. */
    PersonalValue restore(String plain) {
        return switch (this) {
            case PERSON_NAME -> new PersonName(plain);
            case DOCUMENT_NUMBER -> new DocumentNumber(plain);
            case ADDRESS -> new Address(plain);
            case CONTACT -> new Contact(plain);
            case NARRATIVE -> new Narrative(plain);
        };
    }
}
