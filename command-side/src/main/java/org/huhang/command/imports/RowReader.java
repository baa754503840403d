package org.huhang.command.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huhang.command.area.file.FileCommand.Register;
import org.huhang.command.area.file.GuardianEntry;
import org.huhang.command.area.screening.ScreeningCommand.Screen;
import org.huhang.command.imports.RecordReader.Raw;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.identity.DocumentRules;
import org.huhang.kernel.refusal.Refusal.FieldError;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.value.Address;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.Contact;
import org.huhang.kernel.value.DocumentNumber;
import org.huhang.kernel.value.DocumentType;
import org.huhang.kernel.value.IdentityDocument;
import org.huhang.kernel.value.PersonName;
import org.huhang.kernel.value.Relation;
import org.huhang.kernel.value.Sex;
import org.huhang.kernel.value.SourceAgency;

/** Makes sense of one row, or says of every cell at fault what is wrong with it. */
final class RowReader {

    private static final List<Column> FIRST_GUARDIAN = guardianColumns(Column.GUARDIAN_1_NAME);
    private static final List<Column> SECOND_GUARDIAN = guardianColumns(Column.GUARDIAN_2_NAME);

    private final Heading heading;

    RowReader(Heading heading) {
        this.heading = heading;
    }

    sealed interface Reading {
        record Understood(ListedChild child) implements Reading {}

        record NotUnderstood(List<FieldError> reasons) implements Reading {}
    }

    /** @param today stands in where the list gives no 摸排日期 */
    Reading read(Raw raw, LocalDate today) {
        return switch (raw) {
            case Raw.TooWide _ -> notUnderstood(RefusalCode.ROW_TOO_WIDE);
            case Raw.Malformed _ -> notUnderstood(RefusalCode.ROW_MALFORMED);
            case Raw.Cells cells
            when cells.latin1().size() > heading.width() -> notUnderstood(RefusalCode.ROW_TOO_WIDE);
            case Raw.Cells cells -> read(Cells.of(heading, cells.latin1()), today);
        };
    }

    private static Reading read(Cells cells, LocalDate today) {
        PersonName name = cells.name(Column.NAME);
        Sex sex = cells.term(Column.SEX, Terms.SEX);
        LocalDate birthDate = cells.date(Column.BIRTH_DATE);
        List<IdentityDocument> documents = document(cells).stream().toList();
        LocalDate on = cells.isBlank(Column.SCREENED_ON) ? today : cells.date(Column.SCREENED_ON);
        DivisionCode hukou = cells.value(Column.HUKOU_DIVISION, DivisionCode::of);
        var householdType = cells.optionalTerm(Column.HOUSEHOLD_TYPE, Terms.HOUSEHOLD_TYPE);
        DivisionCode residence = cells.value(Column.RESIDENCE_DIVISION, DivisionCode::of);
        Optional<Address> address = cells.optional(Column.RESIDENCE_ADDRESS, Address::of);
        LocalDate since = cells.date(Column.RESIDENCE_SINCE);
        List<GuardianEntry> guardians = Stream.of(FIRST_GUARDIAN, SECOND_GUARDIAN)
                .flatMap(columns -> guardian(cells, columns).stream())
                .toList();
        SourceAgency agency = cells.optionalTerm(Column.AGENCY, Terms.AGENCY).orElse(SourceAgency.CIVIL_AFFAIRS);
        if (!cells.errors().isEmpty()) {
            return new Reading.NotUnderstood(cells.errors());
        }
        Register register = new Register(
                new ChildIdentity(name, List.of(), sex, birthDate, documents),
                hukou,
                householdType.orElse(null),
                residence,
                address,
                since,
                guardians,
                agency,
                on);
        return new Reading.Understood(ListedChild.of(register, new Screen(agency, on), cells.digest()));
    }

    private static Optional<IdentityDocument> document(Cells cells) {
        boolean none = cells.text(Column.DOCUMENT_TYPE).equals(Terms.NO_DOCUMENT);
        if (cells.isBlank(Column.DOCUMENT_NUMBER)) {
            if (!none && !cells.isBlank(Column.DOCUMENT_TYPE)) {
                cells.fault(Column.DOCUMENT_NUMBER, RefusalCode.MISSING_FIELD);
            }
            return Optional.empty();
        }
        if (none) {
            cells.fault(Column.DOCUMENT_TYPE, RefusalCode.VALUE_NOT_ALLOWED);
            return Optional.empty();
        }
        int before = cells.errors().size();
        DocumentType type =
                cells.optionalTerm(Column.DOCUMENT_TYPE, Terms.DOCUMENT_TYPE).orElse(DocumentType.RESIDENT_ID);
        DocumentNumber number = cells.value(Column.DOCUMENT_NUMBER, DocumentNumber::of);
        if (cells.errors().size() > before) {
            return Optional.empty();
        }
        IdentityDocument document = new IdentityDocument(type, number, Optional.empty());
        DocumentRules.form("", document).forEach(fault -> cells.fault(Column.DOCUMENT_NUMBER, fault.code()));
        return Optional.of(document);
    }

    /** Empty when all cells of this guardian are. */
    private static Optional<GuardianEntry> guardian(Cells cells, List<Column> columns) {
        if (columns.stream().allMatch(cells::isBlank)) {
            return Optional.empty();
        }
        int before = cells.errors().size();
        PersonName name = cells.name(columns.get(0));
        Relation relation = cells.term(columns.get(1), Terms.RELATION);
        Optional<Contact> contact = cells.optional(columns.get(2), Contact::of);
        Boolean livesWithChild = cells.term(columns.get(3), Terms.YES_OR_NO);
        var ability = cells.optionalTerm(columns.get(4), Terms.ABILITY);
        Optional<LocalDate> awaySince =
                cells.isBlank(columns.get(5)) ? Optional.empty() : Optional.ofNullable(cells.date(columns.get(5)));
        Optional<DivisionCode> worksIn = cells.optional(columns.get(6), DivisionCode::of);
        return cells.errors().size() > before
                ? Optional.empty()
                : Optional.of(new GuardianEntry(
                        relation, name, contact, livesWithChild, ability.orElse(null), awaySince, worksIn));
    }

    private static List<Column> guardianColumns(Column first) {
        return new ArrayList<>(List.of(Column.values()).subList(first.ordinal(), first.ordinal() + 7));
    }

    private static Reading notUnderstood(RefusalCode code) {
        return new Reading.NotUnderstood(List.of(new FieldError("", code, Map.of())));
    }
}
