package org.huhang.kernel.value;

/** How closely a listed child is followed; the visit interval of each level is policy data. */
public enum RiskLevel {
    HIGH,
    MEDIUM,
    LOW
}
