package org.huhang.command.state;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huhang.command.screening.MoveNearby;
import org.huhang.command.screening.ScreeningFacts;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.Guardian;
import org.huhang.kernel.value.Hukou;
import org.huhang.kernel.value.IdentityDocument;
import org.huhang.kernel.value.Residence;

/**
 * Who the child is, where they live and with whom, as last recorded.
 *
 * @param firstResidenceSince since when the child had lived where it lived at registration
 * @param residenceOn day of the last recorded change of residence; {@code residence.since()} may be older, after a move
 *     within the county
 * @param inTownshipSince arrival in the township of residence, where a recorded move tells it
 * @param movesNearby those since the arrival that {@code residence.since()} tells, in order
 */
public record ChildFile(
        LocalDate registeredOn,
        LocalDate firstResidenceSince,
        ChildIdentity identity,
        Hukou hukou,
        LocalDate hukouOn,
        Residence residence,
        LocalDate residenceOn,
        Optional<LocalDate> inTownshipSince,
        List<MoveNearby> movesNearby,
        List<Guardian> guardians,
        LocalDate guardiansOn) {

    private static final int TOWNSHIP = DivisionCode.Level.TOWNSHIP.prefixLength();

    public ChildFile {
        movesNearby = List.copyOf(movesNearby);
        guardians = List.copyOf(guardians);
    }

    public ScreeningFacts screeningFacts() {
        return new ScreeningFacts(identity.birthDate(), hukou, residence, inTownshipSince, movesNearby, guardians);
    }

    ChildFile with(ChildIdentity corrected) {
        return new ChildFile(
                registeredOn,
                firstResidenceSince,
                corrected,
                hukou,
                hukouOn,
                residence,
                residenceOn,
                inTownshipSince,
                movesNearby,
                guardians,
                guardiansOn);
    }

    ChildFile with(IdentityDocument attached) {
        return with(new ChildIdentity(
                identity.name(),
                identity.otherNames(),
                identity.sex(),
                identity.birthDate(),
                Stream.concat(identity.documents().stream(), Stream.of(attached))
                        .toList()));
    }

    public ChildFile with(Hukou to, LocalDate on) {
        return new ChildFile(
                registeredOn,
                firstResidenceSince,
                identity,
                to,
                on,
                residence,
                residenceOn,
                inTownshipSince,
                movesNearby,
                guardians,
                guardiansOn);
    }

    public ChildFile with(Residence to, LocalDate on) {
        return new ChildFile(
                registeredOn,
                firstResidenceSince,
                identity,
                hukou,
                hukouOn,
                to,
                on,
                townshipAfter(to, on),
                movesAfter(to, on),
                guardians,
                guardiansOn);
    }

    ChildFile with(List<Guardian> arrangement, LocalDate on) {
        return new ChildFile(
                registeredOn,
                firstResidenceSince,
                identity,
                hukou,
                hukouOn,
                residence,
                residenceOn,
                inTownshipSince,
                movesNearby,
                arrangement,
                on);
    }

    /**
     * Known after a move to another county or between two townships that are both named. Within a county of which only the
     * county was recorded, a move may or may not have left the township.
     */
    private Optional<LocalDate> townshipAfter(Residence to, LocalDate on) {
        DivisionCode here = residence.division().code();
        DivisionCode there = to.division().code();
        if (isToAnotherCounty(to)) {
            return Optional.of(on);
        }
        if (!namesTownship(here) || !namesTownship(there)) {
            return here.equals(there) ? inTownshipSince : Optional.empty();
        }
        return township(here).equals(township(there)) ? inTownshipSince : Optional.of(on);
    }

    private List<MoveNearby> movesAfter(Residence to, LocalDate on) {
        if (isToAnotherCounty(to)) {
            return List.of();
        }
        return to.division().code().equals(residence.division().code())
                ? movesNearby
                : Stream.concat(
                                movesNearby.stream(),
                                Stream.of(new MoveNearby(residence.division(), to.division(), on)))
                        .toList();
    }

    private boolean isToAnotherCounty(Residence to) {
        return !to.since().equals(residence.since());
    }

    private static boolean namesTownship(DivisionCode code) {
        return code.digits().length() >= TOWNSHIP;
    }

    private static String township(DivisionCode code) {
        return code.digits().substring(0, TOWNSHIP);
    }
}
