package org.huhang.query.area;

import org.huhang.kernel.value.KeyCareGround;

/** What is counted: a child either is this on a day or is not. A child may be several at once. */
public enum Measure {
    /** An open case, whatever else holds. */
    ON_FILE(Axis.STATUS),
    /** 流动儿童, by a county crossing. */
    MIGRANT(Axis.STATUS),
    /** By a township crossing only: counted by Ningxia 2024 for statistics, and not part of {@link #MIGRANT}. */
    MIGRANT_TOWNSHIP(Axis.STATUS),
    /** 留守儿童. */
    LEFT_BEHIND(Axis.STATUS),
    UNDER_REVIEW(Axis.STATUS),
    /** On the key-care ledger (重点关爱服务对象信息台账), on whichever ground. */
    KEY_CARE(Axis.STATUS),
    /** 监护缺失, before anybody stands in. */
    GUARDIANSHIP_LAPSED(Axis.STATUS),
    /** 临时监护. */
    TEMPORARY_CARE(Axis.STATUS),
    /** 长期监护. */
    LONG_TERM_GUARDIANSHIP(Axis.STATUS),
    HARDSHIP(Axis.GROUND),
    DISABILITY(Axis.GROUND),
    GUARDIANSHIP_MISSING(Axis.GROUND),
    VAGRANCY(Axis.GROUND),
    MENTAL_OR_BEHAVIOURAL(Axis.GROUND),
    ASKED_FOR_HELP(Axis.GROUND);

    /** The table a measure stands in: what children are, or on which grounds they are on the ledger. */
    public enum Axis {
        STATUS,
        GROUND
    }

    private final Axis axis;

    Measure(Axis axis) {
        this.axis = axis;
    }

    public Axis axis() {
        return axis;
    }

    public static Measure of(KeyCareGround ground) {
        return switch (ground) {
            case HARDSHIP -> HARDSHIP;
            case DISABILITY -> DISABILITY;
            case GUARDIANSHIP_MISSING -> GUARDIANSHIP_MISSING;
            case VAGRANCY -> VAGRANCY;
            case MENTAL_OR_BEHAVIOURAL -> MENTAL_OR_BEHAVIOURAL;
            case ASKED_FOR_HELP -> ASKED_FOR_HELP;
        };
    }
}
