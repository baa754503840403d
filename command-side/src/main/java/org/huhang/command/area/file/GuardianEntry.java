package org.huhang.command.area.file;

import java.time.LocalDate;
import java.util.Optional;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.refusal.Required;
import org.huhang.kernel.value.Contact;
import org.huhang.kernel.value.GuardianAbility;
import org.huhang.kernel.value.PersonName;
import org.huhang.kernel.value.Relation;

/**
 * A guardian or carer as an officer enters one.
 *
 * @param awaySince first day of working away, for a guardian who does; with {@code worksIn} where it is known
 */
public record GuardianEntry(
        Relation relation,
        PersonName name,
        Optional<Contact> contact,
        Boolean livesWithChild,
        GuardianAbility ability,
        Optional<LocalDate> awaySince,
        Optional<DivisionCode> worksIn) {

    /** Of one child: parents, grandparents and those who stand in for them. */
    public static final int MOST = 20;

    public GuardianEntry {
        ability = ability == null ? GuardianAbility.UNKNOWN : ability;
        Required.field("relation", relation)
                .and("name", name)
                .and("livesWithChild", livesWithChild)
                .orRefuse();
    }
}
