package org.huhang.app.access;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What these tests enter about people. Each value contains a mark that stands nowhere else, so that one can search whatever
 * comes out of the application for it.
 */
final class Personal {

    static final String NAME = "慕容";
    static final String DOCUMENT = "E7731";
    static final String CONTACT = "13809317";
    static final String ADDRESS = "皋陶巷";
    static final String WORDS = "踽踽独行";

    static final List<String> MARKS = List.of(NAME, DOCUMENT, CONTACT, ADDRESS, WORDS);

    private Personal() {}

    /** The marks in a text, also where JSON writes them as escapes. */
    static List<String> in(String text) {
        return MARKS.stream()
                .filter(mark -> text.contains(mark) || text.toLowerCase().contains(escaped(mark)))
                .toList();
    }

    private static String escaped(String mark) {
        return mark.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining());
    }
}
