package org.huhang.kernel.value;

/** What a guardian or carer is to the child. */
public enum Relation {
    FATHER,
    MOTHER,
    GRANDPARENT,
    ADULT_SIBLING,
    OTHER_RELATIVE,
    /** A person or organisation willing to guard, with the consent of the village or of civil affairs (民法典27). */
    OTHER_GUARDIAN,
    /** 受委托照护人: looks after the child for a guardian, and is not one (未成年人保护法22). */
    ENTRUSTED_CARER
}
