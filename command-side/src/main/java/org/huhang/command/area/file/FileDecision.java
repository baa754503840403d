package org.huhang.command.area.file;

import static org.huhang.command.decide.Decision.accept;
import static org.huhang.command.decide.Decision.refuse;
import static org.huhang.kernel.refusal.RefusalCode.*;

import java.time.LocalDate;
import org.huhang.command.area.file.FileCommand.AttachDocument;
import org.huhang.command.area.file.FileCommand.Close;
import org.huhang.command.area.file.FileCommand.CorrectIdentity;
import org.huhang.command.area.file.FileCommand.Merge;
import org.huhang.command.area.file.FileCommand.MoveHukou;
import org.huhang.command.area.file.FileCommand.MoveResidence;
import org.huhang.command.area.file.FileCommand.RecordLivingArrangement;
import org.huhang.command.area.file.FileCommand.Register;
import org.huhang.command.area.file.FileCommand.Reopen;
import org.huhang.command.area.file.FileCommand.Unmerge;
import org.huhang.command.decide.Circumstances;
import org.huhang.command.decide.Decision;
import org.huhang.kernel.area.CaseState.Registered;
import org.huhang.kernel.area.file.ChildFile;
import org.huhang.kernel.area.file.FileEvent.IdentityCorrected;
import org.huhang.kernel.area.file.FileEvent.IdentityDocumentAttached;
import org.huhang.kernel.area.file.FileEvent.LivingArrangementRecorded;
import org.huhang.kernel.value.ChildIdentity;

/** The file of a child who is known: who it is, with whom it lives, and the life of the case. */
final class FileDecision {

    private FileDecision() {}

    static Decision decide(Registered state, FileCommand ask, Circumstances at) {
        return switch (ask) {
            case Register _ -> refuse(ALREADY_REGISTERED);
            case RecordLivingArrangement arrangement -> arrange(arrangement, at);
            case AttachDocument document -> attach(state, document);
            case CorrectIdentity correction -> correct(state, correction, at);
            case MoveResidence move -> MoveDecision.residence(state, move, at);
            case MoveHukou move -> MoveDecision.hukou(state, move, at);
            case Close close -> LifecycleDecision.close(state, close, at);
            case Reopen reopening -> LifecycleDecision.reopen(state, reopening, at);
            case Merge merge -> MergeDecision.merge(state, at.other(merge.otherCase()), merge, at);
            case Unmerge unmerge -> MergeDecision.unmerge(state, at.other(unmerge.otherCase()), unmerge, at);
        };
    }

    private static Decision arrange(RecordLivingArrangement ask, Circumstances at) {
        return GuardianRules.check(ask.guardians(), ask.on(), at)
                .orElse(() -> accept(new LivingArrangementRecorded(GuardianRules.read(ask.guardians(), at), ask.on())));
    }

    private static Decision attach(Registered state, AttachDocument ask) {
        ChildIdentity identity = state.child().identity();
        return IdentityRules.check("document", ask.document(), identity)
                .when(
                        IdentityRules.holds(identity.documents(), ask.document()),
                        "document.type",
                        DOCUMENT_ALREADY_ATTACHED)
                .orElse(() -> accept(new IdentityDocumentAttached(ask.document(), ask.on())));
    }

    /** What is corrected was always so: it takes effect on the day of registration, and must fit that day. */
    private static Decision correct(Registered state, CorrectIdentity ask, Circumstances at) {
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
