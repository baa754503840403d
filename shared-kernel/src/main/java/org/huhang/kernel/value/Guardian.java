package org.huhang.kernel.value;

import java.util.Optional;

/**
 * Somebody who guards or looks after the child, and how the child lives with them.
 *
 * @param livesWithChild whether child and guardian share a home now
 * @param absence present while this person works away
 */
public record Guardian(
        Relation relation,
        PersonName name,
        Optional<Contact> contact,
        boolean livesWithChild,
        GuardianAbility ability,
        Optional<Absence> absence) {}
