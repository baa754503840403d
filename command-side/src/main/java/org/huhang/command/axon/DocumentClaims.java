package org.huhang.command.axon;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huhang.command.port.IdentityLookup;
import org.huhang.kernel.area.file.FileEvent;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.IdentityDocument;

/** Which identity documents a decision's facts would tie to the case, and whether another case holds one. */
public final class DocumentClaims {

    /** Everybody asks in this order, so that two who want the same two papers do not wait for each other. */
    private static final Comparator<Claim> ORDER = Comparator.comparing((Claim claim) -> claim.document.type())
            .thenComparing(claim -> claim.document.number().reveal());

    private DocumentClaims() {}

    public static Optional<Refusal> refusal(StreamId stream, List<? extends Event> events, IdentityLookup index) {
        return events.stream()
                .flatMap(DocumentClaims::of)
                .sorted(ORDER)
                .filter(claim -> index.holderOf(claim.document)
                        .filter(holder -> !holder.stream().equals(stream))
                        .isPresent())
                .map(claim -> Refusal.at(claim.field, RefusalCode.DOCUMENT_BELONGS_TO_ANOTHER_CASE))
                .toList()
                .stream()
                .findFirst();
    }

    private record Claim(String field, IdentityDocument document) {}

    private static Stream<Claim> of(Event event) {
        return event instanceof FileEvent it ? ofFile(it) : Stream.empty();
    }

    private static Stream<Claim> ofFile(FileEvent event) {
        return switch (event) {
            case FileEvent.ChildRegistered it -> ofIdentity(it.identity());
            case FileEvent.IdentityCorrected it -> ofIdentity(it.identity());
            case FileEvent.IdentityDocumentAttached it -> Stream.of(new Claim("document.number", it.document()));
            case FileEvent.LivingArrangementRecorded other -> Stream.empty();
            case FileEvent.ResidenceMoved other -> Stream.empty();
            case FileEvent.HukouMoved other -> Stream.empty();
            case FileEvent.CasesMerged other -> Stream.empty();
            case FileEvent.CasesUnmerged other -> Stream.empty();
            case FileEvent.CaseClosed other -> Stream.empty();
            case FileEvent.CaseReopened other -> Stream.empty();
        };
    }

    private static Stream<Claim> ofIdentity(ChildIdentity identity) {
        return IntStream.range(0, identity.documents().size())
                .mapToObj(i -> new Claim(
                        "identity.documents[" + i + "].number",
                        identity.documents().get(i)));
    }
}
