package org.huhang.command.api.openapi;

import io.swagger.v3.oas.models.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.huhang.kernel.access.Jurisdiction;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.DivisionEdition;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.value.Address;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.Contact;
import org.huhang.kernel.value.DocumentNumber;
import org.huhang.kernel.value.EntryId;
import org.huhang.kernel.value.Narrative;
import org.huhang.kernel.value.PersonName;
import org.huhang.kernel.value.PolicyEditionId;

/** Values that are one text on the wire, as a reader of the API documents is to see them. */
public final class ValueSchemas {

    /** The pattern of an exact match of {@code DivisionCode.of}. */
    static final String DIVISION = "^[1-8][0-9]([0-9]{4}|[0-9]{7}|[0-9]{10})$";

    private ValueSchemas() {}

    /** One fresh schema for each type: a reader may alter what it is given. */
    public static Map<Class<?>, Schema<?>> all() {
        Map<Class<?>, Schema<?>> all = new LinkedHashMap<>();
        all.put(LocalDate.class, text("Day in Asia/Shanghai").format("date").example("2026-03-01"));
        all.put(Instant.class, text("Instant, UTC").format("date-time"));
        all.put(CaseId.class, text("Case (档案编号)").format("uuid"));
        all.put(
                StreamId.class,
                text("Stream of facts, e.g. of a member of staff (人员编号)").format("uuid"));
        all.put(
                EntryId.class,
                text("Entry of a child's record (记录编号): the case that it was made in, a stroke, and its version there")
                        .pattern(EntryId.PATTERN)
                        .maxLength(46)
                        .example("6f1d1a52-6b0e-4f0f-8f6e-0c6c9a4f2a01/7"));
        all.put(
                DivisionCode.class,
                text("行政区划代码: 6 digits for a county, 9 for a township, 12 for a village")
                        .pattern(DIVISION)
                        .example("330109"));
        all.put(
                Jurisdiction.class,
                text("Division code, or 000000 for the nation").pattern("^[0-9]{6,12}$"));
        all.put(
                DivisionEdition.class,
                text("Tables of division codes, by the day of their newest change; by a month in older facts")
                        .pattern("^[0-9]{4}(-[0-9]{2}-[0-9]{2}|[0-9]{2})$")
                        .example("2025-11-06"));
        all.put(PolicyEditionId.class, text("Edition of a policy").example("NATIONAL-2024"));
        all.put(PersonName.class, personal("Name (姓名)", PersonName.LONGEST));
        all.put(DocumentNumber.class, personal("Document number (证件号码)", DocumentNumber.LONGEST));
        all.put(Address.class, personal("Address (住址)", Address.LONGEST));
        all.put(Contact.class, personal("Contact (联系方式)", Contact.LONGEST));
        all.put(Narrative.class, personal("Free text (文字说明)", Narrative.LONGEST));
        return all;
    }

    private static Schema<?> personal(String description, int longest) {
        return text(description + "; personal").minLength(1).maxLength(longest);
    }

    private static Schema<?> text(String description) {
        Schema<?> schema = new Schema<>();
        schema.addType("string");
        schema.description(description);
        return schema;
    }
}
