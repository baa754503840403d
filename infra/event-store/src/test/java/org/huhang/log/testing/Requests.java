package org.huhang.log.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.huhang.command.area.file.FileCommand.Close;
import org.huhang.command.area.file.FileCommand.Register;
import org.huhang.command.ask.CaseCommand;
import org.huhang.command.port.CommandGateway.Request;
import org.huhang.command.port.IdempotencyKey;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.access.Jurisdiction;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.CloseReason;
import org.huhang.kernel.value.DocumentNumber;
import org.huhang.kernel.value.DocumentType;
import org.huhang.kernel.value.HouseholdType;
import org.huhang.kernel.value.IdentityDocument;
import org.huhang.kernel.value.PersonName;
import org.huhang.kernel.value.Sex;
import org.huhang.kernel.value.SourceAgency;

/** What an officer of 萧山区 asks on 2026-03-01. */
public final class Requests {

    public static final Instant NOW = Instant.parse("2026-03-01T04:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private Requests() {}

    public static Request of(CaseId caseId, CaseCommand command) {
        return new Request(caseId.stream(), command, by("officer-1"), NOW, OptionalLong.empty(), Optional.empty());
    }

    public static Request keyed(Request request, String key, String digest) {
        return new Request(
                request.stream(),
                request.command(),
                request.by(),
                request.at(),
                request.expectedVersion(),
                Optional.of(new IdempotencyKey("officer-1", key, digest)));
    }

    public static Request expecting(Request request, long version) {
        return new Request(
                request.stream(),
                request.command(),
                request.by(),
                request.at(),
                OptionalLong.of(version),
                request.key());
    }

    public static Request from(Request request, Attribution by) {
        return new Request(
                request.stream(), request.command(), by, request.at(), request.expectedVersion(), request.key());
    }

    public static Attribution by(String officer) {
        return by(new Actor(officer, Role.COUNTY_OFFICER, Jurisdiction.of("330109")));
    }

    public static Attribution by(Actor actor) {
        return new Attribution(actor, "request-1", Attribution.Channel.API, Optional.empty(), false);
    }

    public static Register register(String name, IdentityDocument... documents) {
        return new Register(
                new ChildIdentity(
                        PersonName.of(name), List.of(), Sex.FEMALE, LocalDate.of(2015, 5, 20), List.of(documents)),
                DivisionCode.of("340122100"),
                HouseholdType.RURAL,
                DivisionCode.of("330109001"),
                Optional.empty(),
                LocalDate.of(2025, 1, 10),
                List.of(),
                SourceAgency.EDUCATION,
                TODAY);
    }

    public static Close close() {
        return new Close(CloseReason.NO_LONGER_IN_NEED, Optional.empty(), TODAY);
    }

    public static IdentityDocument passport(String number) {
        return new IdentityDocument(DocumentType.PASSPORT, DocumentNumber.of(number), Optional.empty());
    }

    public static IdentityDocument birthCertificate(String number) {
        return new IdentityDocument(DocumentType.BIRTH_CERTIFICATE, DocumentNumber.of(number), Optional.empty());
    }
}
