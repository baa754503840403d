package org.huhang.kernel.value;

/** Why the State is no longer guardian of a child: Minors Protection Law, art. 95, and what takes away a ground of art. 94. */
public enum LongTermEndReason {
    /** 被收养: the adoption is registered. Art. 95. */
    ADOPTED,
    /** 恢复监护人资格: the court restored the guardian whose guardianship it had revoked. Civil Code (民法典), art. 38. */
    GUARDIANSHIP_RESTORED,
    /** 查找到父母或者其他监护人: the ground of art. 94 (1) is gone. */
    PARENTS_FOUND,
    /** 监护人恢复监护能力: the ground of art. 94 (3) is gone. */
    GUARDIAN_ABLE_AGAIN,
    /** 其他情形: any other circumstance in law. */
    OTHER_BY_LAW
}
