package org.huhang.kernel.value;

/** Which criterion a child did not meet. All that failed are recorded, not the first. */
public enum ScreenedOutReason {
    TOO_OLD,
    NO_COUNTY_CROSSING,
    NO_TOWNSHIP_CROSSING,
    WITHIN_ONE_CITYS_CENTRAL_DISTRICTS,
    WITHIN_ONE_CITY_WITHOUT_COUNTIES,
    NOT_WITH_PARENT_OR_GUARDIAN,
    LESS_THAN_HALF_A_YEAR,
    PARENTS_NOT_AWAY,
    OTHER_PARENT_ABLE,
    LIVES_WITH_PARENTS,
    NOT_RURAL_HOUSEHOLD,
    PARENTS_ABSENCE_TOO_SHORT,
    PARENTS_WITHIN_THE_COUNTY,
    DECIDED_BY_REVIEW
}
