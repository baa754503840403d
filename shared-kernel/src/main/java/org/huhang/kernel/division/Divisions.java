package org.huhang.kernel.division;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The national division codes with every change by its day. What is asked without a day is answered for the day the tables
 * were taken up on.
 */
public interface Divisions {

    /** Names these tables by their newest change. Recorded beside every code that is read by them. */
    DivisionEdition latest();

    Standing standing(DivisionCode code);

    /**
     * Where a recorded place lies on a day, whatever became of its code before or since. A township's own way to another
     * county is followed where it is on record.
     */
    Location locate(DivisionRef place, LocalDate day);

    /**
     * The changes that {@link #locate} answers by, in order of day: by which the place came to where it is said to lie, and by
     * which it may lie elsewhere.
     */
    List<DivisionChange> bearing(DivisionRef place, LocalDate day);

    /** County-level units of today that {@code code} amounts to: itself, or what its county has become. In order. */
    Set<DivisionCode> counties(DivisionCode code);

    /**
     * The code under which this division is administered today: the single one that came after it; of a township that came to
     * another county its new number there, which is not official, or its old one where it has no other; the code itself where
     * nothing else is known.
     */
    DivisionCode current(DivisionCode code);

    /** To whom a place belongs today: who answers for what is recorded under its code, whenever that was. */
    Affiliation affiliation(DivisionCode place);

    /** Likewise on any day. */
    Affiliation affiliation(DivisionCode place, LocalDate day);

    /**
     * Codes, counties before townships, that do not stand for themselves alone today, with the units that what is recorded
     * under them may belong to: one where it went there, several where it was divided or a change leaves it open.
     */
    Map<DivisionCode, Set<DivisionCode>> elsewhere();

    /** Of a township, or a village in it, whether its code stands in the published list of townships. */
    boolean isOfficial(DivisionCode code);

    /** The same tables as they stand on another day. */
    Divisions asOf(LocalDate today);

    /** Digest of all that {@link Affiliation#scope} rests on today: the same wherever that answers the same. */
    String fingerprint();

    /**
     * Name of these tables as they stand, e.g. {@code 202606-3f9a1c2b4d5e6f70}: the edition, and a digest of every row and of
     * how far each change has come. What two tables of one name are asked, they answer alike.
     */
    String tables();

    /** Full name from the province down, e.g. 浙江省杭州市萧山区瓜沥镇; the last known one for an abolished code. */
    String fullName(DivisionCode code);

    /** Divisions one level below, in order of code, as of today; villages are not published. */
    List<Division> below(DivisionCode code);

    /**
     * Whether the prefecture-level city is divided into counties today; Dongguan is not. While it is announced that it will be,
     * and not known to be in force, it is not; one that is abolished is said to be if it ever was.
     */
    boolean hasCounties(DivisionCode prefecture);

    /**
     * Whether the code tells the county-level unit: counties, townships and villages do, and so does a city that has no
     * counties today. The form of the code decides, not whether it is in force.
     */
    boolean isCountyOrFiner(DivisionCode code);
}
