package org.huhang.kernel.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import java.util.regex.Pattern;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;

/**
 * Names one entry of a child's record.
 *
 * @param caseId the file that it was made in, which may have been merged into another since
 * @param version of its fact in that file's stream
 */
public record EntryId(CaseId caseId, long version) {

    /** How it is written: case and version, with a stroke between them. */
    public static final String PATTERN =
            "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}/[0-9]{1,9}$";

    private static final Pattern WRITTEN = Pattern.compile(PATTERN);

    /** @throws Refused {@code WRONG_TYPE} */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static EntryId of(String text) {
        if (!WRITTEN.matcher(text).matches()) {
            throw new Refused(Refusal.of(RefusalCode.WRONG_TYPE, Map.of("expected", "caseId/version")));
        }
        String[] parts = text.split("/");
        return new EntryId(CaseId.of(parts[0]), Long.parseLong(parts[1]));
    }

    @Override
    @JsonValue
    public String toString() {
        return caseId + "/" + version;
    }
}
