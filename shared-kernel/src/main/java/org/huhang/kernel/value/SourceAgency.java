package org.huhang.kernel.value;

/** Which agency found the child (信息来源). Plan 2024 (四). */
public enum SourceAgency {
    VILLAGE,
    TOWNSHIP,
    CIVIL_AFFAIRS,
    EDUCATION,
    PUBLIC_SECURITY,
    HEALTH,
    COMMISSIONED_ORGANISATION,
    OTHER
}
