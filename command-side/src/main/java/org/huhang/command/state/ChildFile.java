package org.huhang.command.state;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.huhang.command.screening.ScreeningFacts;
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
 */
public record ChildFile(
        LocalDate registeredOn,
        LocalDate firstResidenceSince,
        ChildIdentity identity,
        Hukou hukou,
        LocalDate hukouOn,
        Residence residence,
        LocalDate residenceOn,
        List<Guardian> guardians,
        LocalDate guardiansOn) {

    public ChildFile {
        guardians = List.copyOf(guardians);
    }

    public ScreeningFacts screeningFacts() {
        return new ScreeningFacts(identity.birthDate(), hukou, residence, guardians);
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
                registeredOn, firstResidenceSince, identity, to, on, residence, residenceOn, guardians, guardiansOn);
    }

    public ChildFile with(Residence to, LocalDate on) {
        return new ChildFile(
                registeredOn, firstResidenceSince, identity, hukou, hukouOn, to, on, guardians, guardiansOn);
    }

    ChildFile with(List<Guardian> arrangement, LocalDate on) {
        return new ChildFile(
                registeredOn, firstResidenceSince, identity, hukou, hukouOn, residence, residenceOn, arrangement, on);
    }
}
