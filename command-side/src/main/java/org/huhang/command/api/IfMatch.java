package org.huhang.command.api;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.huhang.kernel.log.VersionTag;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;

/**
 * {@code If-Match}: the version of the case the caller last saw, as its ETag gave it, e.g. {@code "7"}, or as a compressing
 * proxy changed that ({@link VersionTag}); or {@code *} for whichever version there is. In a list of tags those of others
 * count for nothing, as RFC 9110 has it, and those of ours have to agree: whoever names two versions has not looked.
 */
final class IfMatch {

    private IfMatch() {}

    /**
     * @param given what stood under that name, each time it stood there
     * @return empty when the caller does not care, or only that the case exists, which every command asks for anyway
     * @throws Refused {@code IF_MATCH_MALFORMED}
     */
    static OptionalLong read(List<String> given) {
        if (given.isEmpty() || given.size() == 1 && given.getFirst().strip().equals("*")) {
            return OptionalLong.empty();
        }
        Set<Long> versions = VersionTag.versions(given).orElse(Set.of());
        if (versions.size() != 1) {
            throw new Refused(RefusalCode.IF_MATCH_MALFORMED);
        }
        return OptionalLong.of(versions.iterator().next());
    }
}
