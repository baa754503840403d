package org.huhang.command.api.json;

import java.util.regex.Pattern;
import tools.jackson.core.TokenStreamContext;

/** Where in a request a value stood, as a client would write it: {@code identity.documents[0].number}. */
final class JsonPath {

    /** What we take for a field's name; anything else a caller put there might be a person's. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_-]{0,39}");

    private JsonPath() {}

    /** Of the object or list that is being read; empty for the body itself. */
    static String of(TokenStreamContext container) {
        TokenStreamContext parent = container.getParent();
        if (parent == null || parent.inRoot()) {
            return "";
        }
        return parent.inArray()
                ? of(parent) + "[" + parent.getCurrentIndex() + "]"
                : join(of(parent), shown(parent.currentName()));
    }

    /** The name as it may be repeated to a caller. */
    static String shown(String name) {
        return NAME.matcher(name).matches() ? name : "?";
    }

    static String join(String path, String field) {
        return path.isEmpty() ? field : path + "." + field;
    }
}
