package org.huhang.kernel.access;

import static org.huhang.kernel.access.Role.*;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The one table of who may do what. Commands carry their stable name; everything else is a way of reading. Where a role
 * may do something it may do it inside its jurisdiction only: see {@link Access}.
 */
public enum Act {
    // The file
    REGISTER("register", CHILD_DIRECTOR, SUPERVISOR, COUNTY_OFFICER),
    RECORD_LIVING_ARRANGEMENT("record-living-arrangement", CHILD_DIRECTOR, SUPERVISOR, COUNTY_OFFICER),
    ATTACH_DOCUMENT("attach-document", CHILD_DIRECTOR, SUPERVISOR, COUNTY_OFFICER),
    CORRECT_IDENTITY("correct-identity", SUPERVISOR, COUNTY_OFFICER),
    MOVE_RESIDENCE("move-residence", CHILD_DIRECTOR, SUPERVISOR, COUNTY_OFFICER),
    MOVE_HUKOU("move-hukou", SUPERVISOR, COUNTY_OFFICER),
    MERGE("merge", COUNTY_OFFICER),
    UNMERGE("unmerge", COUNTY_OFFICER),
    CLOSE("close", COUNTY_OFFICER),
    REOPEN("reopen", COUNTY_OFFICER),

    // Corrections
    VOID_ENTRY("void-entry", CHILD_DIRECTOR, SUPERVISOR, COUNTY_OFFICER),
    CORRECT_RESIDENCE("correct-residence", SUPERVISOR, COUNTY_OFFICER),
    CORRECT_HUKOU("correct-hukou", SUPERVISOR, COUNTY_OFFICER),
    CORRECT_LIVING_ARRANGEMENT("correct-living-arrangement", SUPERVISOR, COUNTY_OFFICER),
    CORRECT_KEY_CARE("correct-key-care", SUPERVISOR, COUNTY_OFFICER),

    // Screening
    SCREEN("screen", CHILD_DIRECTOR, SUPERVISOR, COUNTY_OFFICER),
    DECIDE_SCREENING_REVIEW("decide-screening-review", COUNTY_OFFICER),
    END_SCREENED_STATUS("end-screened-status", SUPERVISOR, COUNTY_OFFICER, SYSTEM),

    // Key care
    LIST_KEY_CARE("list-key-care", SUPERVISOR, COUNTY_OFFICER),
    REASSESS_KEY_CARE("reassess-key-care", SUPERVISOR, COUNTY_OFFICER),
    DELIST_KEY_CARE("delist-key-care", COUNTY_OFFICER),
    RECORD_VISIT("record-visit", CHILD_DIRECTOR, SUPERVISOR, COUNTY_OFFICER),
    RECORD_ATTEMPTED_VISIT("record-attempted-visit", CHILD_DIRECTOR, SUPERVISOR, COUNTY_OFFICER),

    // Guardianship
    RECORD_GUARDIANSHIP_LAPSE("record-guardianship-lapse", SUPERVISOR, COUNTY_OFFICER),
    ASSIGN_TEMPORARY_CARE("assign-temporary-care", COUNTY_OFFICER),
    CHANGE_TEMPORARY_CARE("change-temporary-care", COUNTY_OFFICER),
    REVIEW_TEMPORARY_CARE("review-temporary-care", COUNTY_OFFICER),
    ASSESS_RETURN("assess-return", COUNTY_OFFICER),
    RETURN_TO_GUARDIAN("return-to-guardian", COUNTY_OFFICER),
    ASSUME_LONG_TERM_GUARDIANSHIP("assume-long-term-guardianship", COUNTY_OFFICER),
    END_LONG_TERM_GUARDIANSHIP("end-long-term-guardianship", COUNTY_OFFICER),

    // Schooling
    RECORD_SCHOOL_ENROLMENT("record-school-enrolment", CHILD_DIRECTOR, SUPERVISOR, COUNTY_OFFICER),
    RECORD_DROPOUT("record-dropout", CHILD_DIRECTOR, SUPERVISOR, COUNTY_OFFICER),
    RECORD_RETURN_TO_SCHOOL("record-return-to-school", CHILD_DIRECTOR, SUPERVISOR, COUNTY_OFFICER),

    // Staff: a township's office sees to the child directors of its villages, the county's to supervisors as well
    APPOINT("appoint", SUPERVISOR, COUNTY_OFFICER),
    ASSIGN_AREA("assign-area", SUPERVISOR, COUNTY_OFFICER),
    END_POST("end-post", SUPERVISOR, COUNTY_OFFICER),
    RECORD_TRAINING("record-training", SUPERVISOR, COUNTY_OFFICER),

    // Reading
    DRY_RUN_SCREENING(null, CHILD_DIRECTOR, SUPERVISOR, COUNTY_OFFICER),
    IMPORT(null, COUNTY_OFFICER),
    READ_CASE(null, CHILD_DIRECTOR, SUPERVISOR, COUNTY_OFFICER, CITY_OFFICER, PROVINCE_OFFICER, INSPECTOR),
    READ_HISTORY(null, SUPERVISOR, COUNTY_OFFICER, CITY_OFFICER, PROVINCE_OFFICER, INSPECTOR),
    REPLAY(null, COUNTY_OFFICER, CITY_OFFICER, PROVINCE_OFFICER, INSPECTOR),
    READ_LEDGER(null, CHILD_DIRECTOR, SUPERVISOR, COUNTY_OFFICER, CITY_OFFICER, PROVINCE_OFFICER, INSPECTOR),
    READ_WORKLIST(null, CHILD_DIRECTOR, SUPERVISOR, COUNTY_OFFICER, CITY_OFFICER, PROVINCE_OFFICER, INSPECTOR),
    READ_STATISTICS(
            null, SUPERVISOR, COUNTY_OFFICER, CITY_OFFICER, PROVINCE_OFFICER, MINISTRY_OFFICER, INSPECTOR, ANALYST),
    READ_STAFF(null, SUPERVISOR, COUNTY_OFFICER, CITY_OFFICER, PROVINCE_OFFICER, INSPECTOR),
    READ_TRAINING_COVERAGE(
            null, SUPERVISOR, COUNTY_OFFICER, CITY_OFFICER, PROVINCE_OFFICER, MINISTRY_OFFICER, INSPECTOR, ANALYST),
    READ_AUDIT(null, COUNTY_OFFICER, CITY_OFFICER, PROVINCE_OFFICER, INSPECTOR),
    RUN_READ_MODELS(null, OPERATOR),
    READ_METRICS(null, OPERATOR),
    REVOKE_TOKENS(null, OPERATOR);

    private static final Map<String, Act> BY_COMMAND = Arrays.stream(values())
            .filter(act -> act.command != null)
            .collect(Collectors.toUnmodifiableMap(act -> act.command, Function.identity()));

    private final String command;
    private final Set<Role> roles;

    Act(String command, Role... roles) {
        this.command = command;
        this.roles = Set.of(roles);
    }

    /** @throws IllegalArgumentException for a command without a row: nobody may run what the table does not name */
    public static Act ofCommand(String name) {
        Act act = BY_COMMAND.get(name);
        if (act == null) {
            throw new IllegalArgumentException("The table of rights has no row for command " + name);
        }
        return act;
    }

    public Optional<String> command() {
        return Optional.ofNullable(command);
    }

    public Set<Role> roles() {
        return roles;
    }
}
