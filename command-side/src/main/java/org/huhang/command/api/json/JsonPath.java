package org.huhang.command.api.json;

import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/** Where in a request a value stood, as a client would write it: {@code identity.documents[0].number}. */
final class JsonPath {

    /** What we take for a field's name; anything else a caller put there might be a person's. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_-]{0,39}");

    private JsonPath() {}

    static String of(JacksonException fault) {
        String path = "";
        for (JacksonException.Reference step : fault.getPath()) {
            path = step.getPropertyName() == null
                    ? step.getIndex() < 0 ? path : path + "[" + step.getIndex() + "]"
                    : join(path, shown(step.getPropertyName()));
        }
        return path;
    }

    /** The name as it may be repeated to a caller. */
    static String shown(String name) {
        return NAME.matcher(name).matches() ? name : "?";
    }

    static String join(String path, String field) {
        return path.isEmpty() ? field : path + "." + field;
    }
}
