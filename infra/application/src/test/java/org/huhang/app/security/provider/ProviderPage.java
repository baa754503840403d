package org.huhang.app.security.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.huhang.app.architecture.ProjectFolder;

/** The commands of the page on providers, block by block. */
record ProviderPage(String text) {

    private static final Pattern BLOCK = Pattern.compile("(?s)```sh\n(.*?)```");
    private static final Pattern VARIABLE = Pattern.compile("HUHANG_([A-Z_]+)=(\\S+)");

    static ProviderPage read() {
        try {
            return new ProviderPage(Files.readString(ProjectFolder.path().resolve("infra/PROVIDER.md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts Keycloak. */
    String start() {
        return blocks().get(0);
    }

    /** Makes the realm, a user and a client. */
    String setUp() {
        return blocks().get(1);
    }

    /** How Huhang is configured, e.g. {@code --huhang.security.token-type=at+jwt}. */
    List<String> keys() {
        return VARIABLE.matcher(blocks().get(2))
                .results()
                .map(found -> "--huhang." + key(found.group(1)) + "=" + found.group(2))
                .toList();
    }

    /** Logs in and shows the ledger. */
    String use() {
        return blocks().get(3);
    }

    private List<String> blocks() {
        return BLOCK.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    /** All that the page sets lies in the section {@code security}. */
    private static String key(String variable) {
        return variable.toLowerCase(Locale.ROOT).replaceFirst("_", ".").replace('_', '-');
    }
}
