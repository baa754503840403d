package org.huhang.kernel.value;

/** Why the State becomes guardian for good: Minors Protection Law, art. 94 (1)-(5). */
public enum LongTermGround {
    /** (一) parents or other guardians cannot be found. */
    PARENTS_NOT_FOUND,
    /** (二) guardians dead or declared dead and nobody else can guard. */
    GUARDIANS_DEAD,
    /** (三) guardians lost the ability and nobody else can guard. */
    GUARDIANS_UNABLE,
    /** (四) the court revoked the guardianship and appointed civil affairs. */
    APPOINTED_BY_COURT,
    /** (五) any other circumstance in law. */
    OTHER_BY_LAW
}
