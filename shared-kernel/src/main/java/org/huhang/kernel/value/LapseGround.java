package org.huhang.kernel.value;

/** Why a civil affairs department must step in: Minors Protection Law (未成年人保护法), art. 92 (1)-(7). */
public enum LapseGround {
    /** (一) vagrant or begging, or identity unknown and no parents found for now. */
    UNIDENTIFIED_OR_VAGRANT,
    /** (二) guardian's whereabouts unknown and nobody else can guard. */
    GUARDIAN_MISSING,
    /** (三) guardian unable for an objective cause or an emergency. */
    OBJECTIVE_CAUSE_OR_EMERGENCY,
    /** (四) guardian refuses or neglects, leaving the child uncared for. */
    REFUSAL_OR_NEGLECT,
    /** (五) guardian instigates or uses the child to break the law. */
    INSTIGATED_TO_BREAK_THE_LAW,
    /** (六) guardian seriously harms the child, or the child is in danger of it. */
    SERIOUS_HARM_OR_DANGER,
    /** (七) any other circumstance in law. */
    OTHER_BY_LAW
}
