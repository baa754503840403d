package org.huhang.command.area.file;

import static org.huhang.kernel.refusal.RefusalCode.*;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.huhang.command.decide.Circumstances;
import org.huhang.command.decide.Faults;
import org.huhang.kernel.identity.DocumentRules;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.IdentityDocument;

/** What an identity must be to be recorded of a child registered on a given day. */
final class IdentityRules {

    private IdentityRules() {}

    /** @param path of the identity within the request */
    static Faults check(String path, ChildIdentity identity, LocalDate registration, Circumstances at) {
        LocalDate birth = identity.birthDate();
        boolean unborn = birth.isAfter(at.today());
        boolean adult = !at.policies().ages().isChild(birth, registration);
        Faults faults = new Faults()
                .when(unborn, path + ".birthDate", DATE_IN_THE_FUTURE)
                .when(!unborn && birth.isAfter(registration), path + ".birthDate", BEFORE_BIRTH)
                .when(adult, path + ".birthDate", NOT_A_CHILD);
        List<IdentityDocument> documents = identity.documents();
        return IntStream.range(0, documents.size())
                .mapToObj(i -> check(path + ".documents[" + i + "]", documents.get(i), identity)
                        .when(
                                holds(documents.subList(0, i), documents.get(i)),
                                path + ".documents[" + i + "].type",
                                DOCUMENT_ALREADY_ATTACHED))
                .reduce(faults, Faults::and);
    }

    static Faults check(String path, IdentityDocument document, ChildIdentity identity) {
        return new Faults()
                .addAll(DocumentRules.check(path + ".number", document, identity.birthDate(), identity.sex()));
    }

    /**
     * Why the two cannot be of one person. Names may differ: that is how a child comes to be registered twice.
     *
     * @param path of both within their cases; documents are numbered as in {@code one}
     */
    static Faults contradictions(String path, ChildIdentity one, ChildIdentity other) {
        List<IdentityDocument> documents = one.documents();
        return IntStream.range(0, documents.size())
                .mapToObj(i -> new Faults()
                        .when(
                                other.documents().stream().anyMatch(held -> contradict(documents.get(i), held)),
                                path + ".documents[" + i + "].number",
                                IDENTITIES_CONTRADICT))
                .reduce(
                        new Faults()
                                .when(one.sex() != other.sex(), path + ".sex", IDENTITIES_CONTRADICT)
                                .when(
                                        !one.birthDate().equals(other.birthDate()),
                                        path + ".birthDate",
                                        IDENTITIES_CONTRADICT),
                        Faults::and);
    }

    private static boolean contradict(IdentityDocument one, IdentityDocument other) {
        return one.type() == other.type()
                && one.type().numberIsForLife()
                && !one.number().equals(other.number());
    }

    /** One document of a type: a second number for one person is a mistake in one of the two. */
    static boolean holds(List<IdentityDocument> documents, IdentityDocument document) {
        return documents.stream().anyMatch(held -> held.type() == document.type());
    }
}
