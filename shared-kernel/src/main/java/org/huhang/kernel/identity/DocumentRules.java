package org.huhang.kernel.identity;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huhang.kernel.refusal.Refusal.FieldError;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.value.IdentityDocument;
import org.huhang.kernel.value.Sex;

/**
 * Whether a document's number is one of its type and agrees with the child's birth date and sex. An error names the field
 * and the rule and never carries the number.
 */
public final class DocumentRules {

    private static final String PROVINCES = "(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])[0-9]{4}";

    /** Of the foreigners' card, to 2023: a country, a place, YYMMDD and two digits; the second edition begins with 9. */
    private static final String FIRST_EDITION = "[A-Z]{3}[0-9]{12}";

    private static final DateTimeFormatter TWO_DIGIT_YEAR = DateTimeFormatter.ofPattern("uuMMdd");

    private DocumentRules() {}

    /**
     * @param field path of the number in the request, for the errors
     * @return every rule broken; a number that is malformed or mistyped is not compared any further
     */
    public static List<FieldError> check(String field, IdentityDocument document, LocalDate birthDate, Sex sex) {
        List<FieldError> malformed = form(field, document);
        return malformed.isEmpty() ? errors(field, disagreements(document, birthDate, sex)) : malformed;
    }

    /** What the number itself says against it, whoever the child is. */
    public static List<FieldError> form(String field, IdentityDocument document) {
        String number = document.number().reveal();
        return errors(
                field,
                switch (document.type()) {
                    case RESIDENT_ID -> gb11643(document, PROVINCES);
                    case HONG_KONG_MACAO_RESIDENCE_PERMIT -> gb11643(document, "(81|82)0000");
                    case TAIWAN_RESIDENCE_PERMIT -> gb11643(document, "830000");
                    case FOREIGN_PERMANENT_RESIDENT_ID ->
                        number.matches(FIRST_EDITION) ? List.of() : gb11643(document, "9[0-9]{5}");
                    case PASSPORT -> form(number, "[A-Z0-9]{5,20}");
                    case BIRTH_CERTIFICATE -> form(number, "[A-Z][0-9]{9}");
                });
    }

    private static List<RefusalCode> disagreements(IdentityDocument document, LocalDate birthDate, Sex sex) {
        String number = document.number().reveal();
        return switch (document.type()) {
            case RESIDENT_ID, HONG_KONG_MACAO_RESIDENCE_PERMIT, TAIWAN_RESIDENCE_PERMIT ->
                compared(document, birthDate, Optional.of(sex));
            // That the second edition tells the sex is not established, so it is not compared.
            case FOREIGN_PERMANENT_RESIDENT_ID ->
                number.matches(FIRST_EDITION)
                        ? birthDateOfFirstEdition(number, birthDate)
                        : compared(document, birthDate, Optional.empty());
            case PASSPORT, BIRTH_CERTIFICATE -> List.of();
        };
    }

    private static List<FieldError> errors(String field, List<RefusalCode> broken) {
        return broken.stream()
                .map(code -> new FieldError(field, code, Map.of()))
                .toList();
    }

    private static List<RefusalCode> form(String number, String pattern) {
        return number.matches(pattern) ? List.of() : List.of(RefusalCode.DOCUMENT_NUMBER_MALFORMED);
    }

    private static List<RefusalCode> gb11643(IdentityDocument document, String prefix) {
        Optional<ResidentIdNumber> read = ResidentIdNumber.read(document.number());
        if (read.isEmpty() || !read.get().prefix().matches(prefix)) {
            return List.of(RefusalCode.ID_NUMBER_MALFORMED);
        }
        if (!read.get().checkCharacterHolds()) {
            return List.of(RefusalCode.ID_NUMBER_CHECK_DIGIT);
        }
        return read.get().birthDate().isEmpty() ? List.of(RefusalCode.ID_NUMBER_MALFORMED) : List.of();
    }

    private static List<RefusalCode> compared(IdentityDocument document, LocalDate birthDate, Optional<Sex> sex) {
        ResidentIdNumber number = ResidentIdNumber.read(document.number()).orElseThrow();
        List<RefusalCode> broken = new ArrayList<>();
        if (!number.birthDate().equals(Optional.of(birthDate))) {
            broken.add(RefusalCode.ID_NUMBER_BIRTH_DATE_DISAGREES);
        }
        if (sex.isPresent() && number.sex() != sex.get()) {
            broken.add(RefusalCode.ID_NUMBER_SEX_DISAGREES);
        }
        return broken;
    }

    private static List<RefusalCode> birthDateOfFirstEdition(String number, LocalDate birthDate) {
        return number.startsWith(TWO_DIGIT_YEAR.format(birthDate), 7)
                ? List.of()
                : List.of(RefusalCode.ID_NUMBER_BIRTH_DATE_DISAGREES);
    }
}
