package org.huhang.command.decide;

import static org.huhang.command.decide.Decision.refuse;
import static org.huhang.kernel.refusal.RefusalCode.*;

import java.util.function.Supplier;
import org.huhang.command.ask.CaseCommand;
import org.huhang.command.ask.FileCommand;
import org.huhang.command.ask.FileCommand.AttachDocument;
import org.huhang.command.ask.FileCommand.Close;
import org.huhang.command.ask.FileCommand.CorrectIdentity;
import org.huhang.command.ask.FileCommand.Merge;
import org.huhang.command.ask.FileCommand.MoveHukou;
import org.huhang.command.ask.FileCommand.MoveResidence;
import org.huhang.command.ask.FileCommand.OfTwoCases;
import org.huhang.command.ask.FileCommand.RecordLivingArrangement;
import org.huhang.command.ask.FileCommand.Register;
import org.huhang.command.ask.FileCommand.Reopen;
import org.huhang.command.ask.FileCommand.Unmerge;
import org.huhang.command.ask.GuardianshipCommand;
import org.huhang.command.ask.KeyCareCommand;
import org.huhang.command.ask.ScreeningCommand;
import org.huhang.command.screening.ScreeningDecision;
import org.huhang.command.state.CaseState;
import org.huhang.command.state.CaseState.Registered;
import org.huhang.command.state.CaseState.Unregistered;

/** Whether a command may happen: one pure function of the case, the command and the circumstances. */
public final class Decider {

    private Decider() {}

    /**
     * For a command that concerns one case.
     *
     * @throws IllegalArgumentException for a command of two cases, which {@link #decideOnTwo} decides
     */
    public static Decision decide(CaseState state, CaseCommand ask, Circumstances at) {
        return switch (state) {
            case Unregistered none ->
                ask instanceof Register registration ? Registration.decide(registration, at) : refuse(CASE_NOT_FOUND);
            case Registered known -> whileOpen(known, ask, at, () -> dispatch(known, ask, at));
        };
    }

    /** @param other the case named by {@code ask} beside the one addressed, in whatever state it is */
    public static Decision decideOnTwo(CaseState state, CaseState other, OfTwoCases ask, Circumstances at) {
        return switch (state) {
            case Unregistered none -> refuse(CASE_NOT_FOUND);
            case Registered known ->
                whileOpen(known, ask, at, () -> switch (ask) {
                    case Merge merge -> MergeDecision.merge(known, other, merge);
                    case Unmerge unmerge -> MergeDecision.unmerge(known, other, unmerge);
                });
        };
    }

    /** What holds for every command to a known case: it rests or it is open, and no fact is dated outside its time. */
    private static Decision whileOpen(
            Registered state, CaseCommand ask, Circumstances at, Supplier<Decision> decision) {
        return AnyCommand.unlessRefused(state, ask, at, decision);
    }

    private static Decision dispatch(Registered state, CaseCommand ask, Circumstances at) {
        return switch (ask) {
            case FileCommand file -> onFile(state, file, at);
            case ScreeningCommand screening ->
                ScreeningDecision.decide(
                        state.screening(),
                        state.child().screeningFacts(),
                        screening,
                        state.lifecycle().openSince(),
                        at.policies());
            case KeyCareCommand keyCare -> KeyCareDecision.decide(state, keyCare, at);
            case GuardianshipCommand guardianship -> GuardianshipDecision.decide(state, guardianship, at);
        };
    }

    private static Decision onFile(Registered state, FileCommand ask, Circumstances at) {
        return switch (ask) {
            case Register registration -> refuse(ALREADY_REGISTERED);
            case RecordLivingArrangement arrangement -> FileDecision.arrange(state, arrangement, at);
            case AttachDocument document -> FileDecision.attach(state, document);
            case CorrectIdentity correction -> FileDecision.correct(state, correction, at);
            case MoveResidence move -> MoveDecision.residence(state, move, at);
            case MoveHukou move -> MoveDecision.hukou(state, move, at);
            case Close close -> LifecycleDecision.close(state, close, at);
            case Reopen reopening -> LifecycleDecision.reopen(state, reopening);
            case OfTwoCases two ->
                throw new IllegalArgumentException(two.getClass().getSimpleName() + " is decided on two cases");
        };
    }
}
