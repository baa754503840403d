package org.huhang.query.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.huhang.kernel.area.file.FileEvent.ChildRegistered;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.Guardian;
import org.huhang.kernel.value.Hukou;
import org.huhang.kernel.value.IdentityDocument;
import org.huhang.kernel.value.Residence;
import org.huhang.kernel.value.SourceAgency;

/**
 * Who the child is, where they live and with whom.
 *
 * @param identityVersion of the fact that last stated the identity whole: papers attached by an earlier fact are already
 *     part of it, in whatever order facts are folded
 */
record ChildFile(
        LocalDate registeredOn,
        SourceAgency agency,
        ChildIdentity identity,
        long identityVersion,
        Hukou hukou,
        LocalDate hukouSince,
        Residence residence,
        List<Guardian> guardians,
        LocalDate guardiansSince) {

    static ChildFile opened(ChildRegistered event, long version) {
        LocalDate day = event.effectiveOn();
        return new ChildFile(
                day,
                event.agency(),
                event.identity(),
                version,
                event.hukou(),
                day,
                event.residence(),
                event.guardians(),
                day);
    }

    ChildFile with(ChildIdentity whole, long version) {
        return version < identityVersion
                ? this
                : new ChildFile(
                        registeredOn, agency, whole, version, hukou, hukouSince, residence, guardians, guardiansSince);
    }

    ChildFile with(IdentityDocument attached, long version) {
        if (version < identityVersion) {
            return this;
        }
        ChildIdentity more = new ChildIdentity(
                identity.name(),
                identity.otherNames(),
                identity.sex(),
                identity.birthDate(),
                Stream.concat(identity.documents().stream(), Stream.of(attached))
                        .toList());
        return new ChildFile(
                registeredOn, agency, more, identityVersion, hukou, hukouSince, residence, guardians, guardiansSince);
    }

    ChildFile with(Hukou to, LocalDate on) {
        return new ChildFile(
                registeredOn, agency, identity, identityVersion, to, on, residence, guardians, guardiansSince);
    }

    ChildFile with(Residence to) {
        return new ChildFile(
                registeredOn, agency, identity, identityVersion, hukou, hukouSince, to, guardians, guardiansSince);
    }

    ChildFile with(List<Guardian> arrangement, LocalDate on) {
        return new ChildFile(
                registeredOn, agency, identity, identityVersion, hukou, hukouSince, residence, arrangement, on);
    }
}
