package org.huhang.kernel.division;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The national division codes in their dated editions, with what became of abolished ones. */
public interface Divisions {

    DivisionEdition latest();

    /**
     * The newest edition already complete on {@code day} (an edition states its month's last day); the oldest one for a
     * day before all.
     */
    DivisionEdition inForceOn(LocalDate day);

    Standing standing(DivisionCode code);

    Optional<Division> find(DivisionCode code, DivisionEdition edition);

    /**
     * County-level units that {@code county} corresponds to in edition {@code to}: itself where it still stands, its
     * successor where it was renumbered or absorbed, several where it was divided, none where that is not known. An older
     * edition is asked the other way round: the units that have become part of it. A township's code stands for its
     * county. In order of code.
     */
    Set<DivisionCode> map(DivisionCode county, DivisionEdition to);

    /** The code under which this division is administered today; the code itself where no single successor is known. */
    DivisionCode current(DivisionCode code);

    /** Full name from the province down, e.g. 浙江省杭州市萧山区瓜沥镇; the last known one for an abolished code. */
    String fullName(DivisionCode code);

    /** Divisions one level below, in order of code, in the latest edition; villages are not published. */
    List<Division> below(DivisionCode code);

    /** Whether the prefecture-level city is divided into counties; Dongguan is not. */
    boolean hasCounties(DivisionCode prefecture);

    /**
     * Whether the code tells the county-level unit: counties, townships and villages do, and so does a city that has no
     * counties. The form of the code decides, not whether it is in force.
     */
    boolean isCountyOrFiner(DivisionCode code);
}
