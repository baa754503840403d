package org.huhang.kernel.value;

/** Why the rules alone could not judge and a person must. */
public enum ReviewReason {
    /** The child lives with an entrusted carer who is not a guardian. */
    CARER_IS_NOT_A_GUARDIAN,
    /** A criterion could not be established from what is recorded. */
    FACTS_MISSING,
    /** The two division codes cannot be brought to one edition. */
    DIVISIONS_NOT_COMPARABLE,
    /** Both places are districts of one city, which has not yet said which of its districts are central urban. */
    CENTRAL_DISTRICTS_NOT_SET
}
