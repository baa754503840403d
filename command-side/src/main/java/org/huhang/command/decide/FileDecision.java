package org.huhang.command.decide;

import static org.huhang.command.decide.Decision.accept;
import static org.huhang.command.decide.Decision.refuse;
import static org.huhang.kernel.refusal.RefusalCode.*;

import java.time.LocalDate;
import org.huhang.command.ask.FileCommand.AttachDocument;
import org.huhang.command.ask.FileCommand.CorrectIdentity;
import org.huhang.command.ask.FileCommand.RecordLivingArrangement;
import org.huhang.command.state.CaseState.Registered;
import org.huhang.command.state.ChildFile;
import org.huhang.kernel.area.file.FileEvent.IdentityCorrected;
import org.huhang.kernel.area.file.FileEvent.IdentityDocumentAttached;
import org.huhang.kernel.area.file.FileEvent.LivingArrangementRecorded;
import org.huhang.kernel.value.ChildIdentity;

/** Who the child is and with whom it lives, after registration. */
final class FileDecision {

    private FileDecision() {}

    static Decision arrange(Registered state, RecordLivingArrangement ask, Circumstances at) {
        ChildFile child = state.child();
        return GuardianRules.check(ask.guardians(), ask.on(), at)
                .when(ask.on().isBefore(child.guardiansOn()), "on", BEFORE_LAST_CHANGE)
                .orElse(() -> accept(new LivingArrangementRecorded(GuardianRules.read(ask.guardians(), at), ask.on())));
    }

    static Decision attach(Registered state, AttachDocument ask) {
        ChildIdentity identity = state.child().identity();
        return IdentityRules.check("document", ask.document(), identity)
                .when(
                        IdentityRules.holds(identity.documents(), ask.document()),
                        "document.type",
                        DOCUMENT_ALREADY_ATTACHED)
                .orElse(() -> accept(new IdentityDocumentAttached(ask.document(), ask.on())));
    }

    /** What is corrected was always so: it takes effect on the day of registration, and must fit that day. */
    static Decision correct(Registered state, CorrectIdentity ask, Circumstances at) {
        ChildFile child = state.child();
        if (ask.identity().equals(child.identity())) {
            return refuse(NOTHING_CHANGES);
        }
        LocalDate registration = child.registeredOn();
        LocalDate birth = ask.identity().birthDate();
        boolean livedUnborn =
                !birth.isAfter(registration) && child.firstResidenceSince().isBefore(birth);
        return IdentityRules.check("identity", ask.identity(), registration, at)
                .when(livedUnborn, "identity.birthDate", BEFORE_BIRTH)
                .orElse(() -> accept(new IdentityCorrected(ask.identity(), ask.reason(), registration)));
    }
}
