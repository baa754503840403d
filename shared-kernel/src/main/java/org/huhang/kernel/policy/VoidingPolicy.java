package org.huhang.kernel.policy;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.value.PolicyEditionId;

/**
 * How long after it was recorded an entry may be voided (作废). Personal Information Protection Law (个人信息保护法), art. 46, asks
 * that what is wrong be corrected; no law says for how long an office does so by itself.
 */
public final class VoidingPolicy {

    static final String FILE = "voiding.tsv";
    private static final Set<String> PARAMETERS =
            Set.of("valid-from", "child-director", "supervisor", "county-officer");

    private final DatedEditions<Edition> editions;

    private VoidingPolicy(DatedEditions<Edition> editions) {
        this.editions = editions;
    }

    static VoidingPolicy read(PolicyFolder folder) {
        return new VoidingPolicy(DatedEditions.read(folder, FILE, PARAMETERS, Edition::of));
    }

    /** The edition in force on {@code day}; the first one for a day before all. */
    public Edition on(LocalDate day) {
        return editions.on(day);
    }

    public List<Edition> editions() {
        return editions.inOrder();
    }

    public record Edition(
            PolicyEditionId id,
            LocalDate from,
            Provision<Period> childDirector,
            Provision<Period> supervisor,
            Provision<Period> countyOfficer)
            implements DatedEditions.Edition {

        private static Edition of(EditionRows rows) {
            return new Edition(
                    rows.id(),
                    rows.get("valid-from").day(),
                    rows.get("child-director").period(),
                    rows.get("supervisor").period(),
                    rows.get("county-officer").period());
        }

        /** From the day of recording, for who has that role. */
        public Provision<Period> within(Role role) {
            return switch (role) {
                case CHILD_DIRECTOR -> childDirector;
                case SUPERVISOR -> supervisor;
                case COUNTY_OFFICER,
                        CITY_OFFICER,
                        PROVINCE_OFFICER,
                        MINISTRY_OFFICER,
                        INSPECTOR,
                        ANALYST,
                        OPERATOR,
                        SYSTEM -> countyOfficer;
            };
        }
    }
}
