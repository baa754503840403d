package org.huhang.query.api;

import java.util.function.BiConsumer;
import org.huhang.kernel.refusal.Refused;

/** In which form a query parameter's value is written, so that all values that are not can be refused at once. */
public enum Form {
    DAY(Parameters::date),
    MONTH(Parameters::month),
    MOMENT(KnownAt::read),
    POSITION(Parameters::position),
    DIVISION(Parameters::division),
    IDENTIFIER(Parameters::uuid),
    FLAG(Parameters::flag),
    TEXT(Parameters::text),
    AGE(Parameters::age),
    OVERDUE(Parameters::overdue),
    AGE_BAND(AgeBand::of),
    LIMIT((_, text) -> Limit.of(text)),
    /** Only the list that it goes on in can tell. */
    CURSOR((_, _) -> {});

    private final BiConsumer<String, String> reading;

    Form(BiConsumer<String, String> reading) {
        this.reading = reading;
    }

    /**
     * @param name of the parameter
     * @throws Refused unless the value is of this form
     */
    void require(String name, String text) {
        reading.accept(name, text);
    }
}
