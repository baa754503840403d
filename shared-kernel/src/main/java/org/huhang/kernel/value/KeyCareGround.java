package org.huhang.kernel.value;

/** Why a child is on the key-care ledger (重点关爱服务对象信息台账). Plan 2024 (五). */
public enum KeyCareGround {
    /** 生活困难. */
    HARDSHIP,
    /** 残疾. */
    DISABILITY,
    /** 监护缺失. */
    GUARDIANSHIP_MISSING,
    /** 流浪. */
    VAGRANCY,
    /** 心理行为异常. */
    MENTAL_OR_BEHAVIOURAL,
    /** 主动求助: the family asked; a township crossing suffices. */
    ASKED_FOR_HELP
}
