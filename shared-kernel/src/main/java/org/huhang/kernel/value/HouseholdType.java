package org.huhang.kernel.value;

/** Nature of the household registration (户口性质). Only some policy editions ask for it. */
public enum HouseholdType {
    RURAL,
    URBAN,
    UNREGISTERED,
    UNKNOWN
}
