package org.huhang.kernel.value;

/** How temporary care is given: Minors Protection Law, art. 93. */
public enum CareMode {
    /** 委托亲属抚养. */
    RELATIVE,
    /** 家庭寄养. */
    FOSTER_FAMILY,
    /** 未成年人救助保护机构. */
    PROTECTION_INSTITUTION,
    /** 儿童福利机构. */
    WELFARE_INSTITUTION
}
