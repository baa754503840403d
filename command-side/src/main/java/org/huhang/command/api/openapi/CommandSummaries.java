package org.huhang.command.api.openapi;

import java.util.Locale;
import java.util.ResourceBundle;

/** What each command is for, in a line of each language, kept by its name in {@code commands_*.properties}. */
final class CommandSummaries {

    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private CommandSummaries() {}

    static ResourceBundle in(Locale language) {
        return ResourceBundle.getBundle("commands", language, EXACT);
    }

    /** @throws java.util.MissingResourceException for a command nobody has described */
    static String both(String command) {
        return in(Locale.SIMPLIFIED_CHINESE).getString(command) + " · "
                + in(Locale.ENGLISH).getString(command);
    }
}
