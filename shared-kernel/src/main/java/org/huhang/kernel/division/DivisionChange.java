package org.huhang.kernel.division;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * One change of one code above the township (行政区划变更). The day of its document and the day it took effect are two: a
 * document is often carried out weeks later, and of most changes only the document's day is on record.
 *
 * @param code whose change it is
 * @param name of the code afterwards; of an abolished one, its last
 * @param counterparts of an abolished code its successors; of a created or renamed one the units it was made of, or the
 *     prefecture or province where only that is known; of a part the units the area went to
 * @param announced day of the document; none where it is not on record
 * @param effective day it took effect; none where it is not known
 * @param listed the first yearly list that shows it: it was in force then at the latest
 */
public record DivisionChange(
        What what,
        DivisionCode code,
        String name,
        Set<DivisionCode> counterparts,
        Optional<LocalDate> announced,
        Optional<LocalDate> effective,
        Optional<LocalDate> listed,
        Optional<String> document) {

    public enum What {
        ABOLISHED,
        CREATED,
        /** Another name or a larger area under the same code. */
        RENAMED,
        /** An area went to another unit; the code stays. */
        PART
    }

    /** How far a change has come on a day. */
    public enum Phase {
        TO_COME,
        /** Announced, and not known to be in force yet. */
        UNDER_WAY,
        IN_FORCE
    }

    public DivisionChange {
        counterparts = Set.copyOf(counterparts);
    }

    public Phase on(LocalDate day) {
        if (day.isBefore(earliest())) {
            return Phase.TO_COME;
        }
        return day.isBefore(surely()) ? Phase.UNDER_WAY : Phase.IN_FORCE;
    }

    /** The first day it may have been in force; where no document is on record, the first of the year it was listed in. */
    public LocalDate earliest() {
        return effective.orElseGet(() -> {
            LocalDate seen = listed.orElse(LocalDate.MAX);
            LocalDate told = announced.orElseGet(() -> seen.withDayOfYear(1));
            return told.isBefore(seen) ? told : seen;
        });
    }

    /** Its document with the day, or the day alone where none is on record. */
    public String citation() {
        LocalDate day = announced.or(() -> effective).or(() -> listed).orElseThrow();
        return document.map(named -> day + " " + named).orElseGet(day::toString);
    }

    /** Whether both came at once: nothing that went by one went on by the other. */
    public boolean isOfOneDayWith(DivisionChange other) {
        return announced.or(() -> effective).isPresent()
                && announced.equals(other.announced)
                && effective.equals(other.effective)
                && listed.equals(other.listed);
    }

    /** The first day it was in force for certain. */
    public LocalDate surely() {
        return effective.orElseGet(() -> {
            LocalDate seen = listed.orElse(LocalDate.MAX);
            return announced.filter(seen::isBefore).orElse(seen);
        });
    }
}
