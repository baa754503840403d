package org.huhang.command.axon;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huhang.command.port.Change;
import org.huhang.command.port.IdentityLookup;
import org.huhang.command.port.StreamStore;
import org.huhang.kernel.area.CaseState;
import org.huhang.kernel.area.file.FileEvent;
import org.huhang.kernel.beside.staff.StaffState;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.stream.StreamKind;
import org.huhang.kernel.stream.StreamState;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.IdentityDocument;

/** Which identity documents a decision's facts would tie to the case, and whether another case holds one. */
public final class DocumentClaims {

    /** Everybody asks in this order, so that two who want the same two papers do not wait for each other. */
    private static final Comparator<Claim> ORDER = Comparator.comparing((Claim claim) -> claim.document.type())
            .thenComparing(claim -> claim.document.number().reveal());

    private DocumentClaims() {}

    /** @param store knows the cases that the case absorbed */
    public static Optional<Refusal> refusal(Change.Part part, IdentityLookup index, StreamStore store) {
        return part.events().stream()
                .flatMap(event -> of(event, part.before(), store))
                .sorted(ORDER)
                .filter(claim -> index.holderOf(claim.document)
                        .filter(holder -> !holder.stream().equals(part.stream()))
                        .isPresent())
                .map(claim -> Refusal.at(claim.field, RefusalCode.DOCUMENT_BELONGS_TO_ANOTHER_CASE))
                .toList()
                .stream()
                .findFirst();
    }

    /** @param field path within the command, or within the case as a reader is shown it */
    private record Claim(String field, IdentityDocument document) {}

    private static Stream<Claim> of(Event event, StreamState before, StreamStore store) {
        return event instanceof FileEvent it ? ofFile(it, before, store) : Stream.empty();
    }

    private static Stream<Claim> ofFile(FileEvent event, StreamState before, StreamStore store) {
        return switch (event) {
            case FileEvent.ChildRegistered it -> ofIdentity("", it.identity());
            case FileEvent.IdentityCorrected it -> ofIdentity("", it.identity());
            case FileEvent.IdentityDocumentAttached it -> Stream.of(new Claim("document.number", it.document()));
            case FileEvent.CaseReopened _ -> ofCase("", before, store);
            case FileEvent.LivingArrangementRecorded other -> Stream.empty();
            case FileEvent.ResidenceMoved other -> Stream.empty();
            case FileEvent.HukouMoved other -> Stream.empty();
            case FileEvent.CasesMerged other -> Stream.empty();
            case FileEvent.CasesUnmerged other -> Stream.empty();
            case FileEvent.CaseClosed other -> Stream.empty();
        };
    }

    /** Its own and those of the cases that it absorbed. */
    private static Stream<Claim> ofCase(String path, StreamState state, StreamStore store) {
        return switch (state) {
            case CaseState.Registered it ->
                Stream.concat(
                        ofIdentity(path, it.child().identity()),
                        IntStream.range(0, it.file().absorbed().size())
                                .boxed()
                                .flatMap(i -> ofCase(
                                        path + "absorbed[" + i + "].",
                                        store.load(it.file().absorbed().get(i).caseId().stream(), StreamKind.CASE),
                                        store)));
            case CaseState.Unregistered _, StaffState _ -> Stream.empty();
        };
    }

    private static Stream<Claim> ofIdentity(String path, ChildIdentity identity) {
        return IntStream.range(0, identity.documents().size())
                .mapToObj(i -> new Claim(
                        path + "identity.documents[" + i + "].number",
                        identity.documents().get(i)));
    }
}
