package org.huhang.query.api;

import java.util.Map;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;

/** How many rows a page shows at most. */
public record Limit(int rows) {

    public static final int MOST = 200;
    public static final int USUAL = 50;

    /**
     * @param text the parameter {@code limit}; null for the usual
     * @throws Refused {@code INVALID_PARAMETER} unless a whole number from 1 to 200
     */
    public static Limit of(String text) {
        if (text == null) {
            return new Limit(USUAL);
        }
        // Three digits bound the number before it is parsed.
        int rows = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
        if (rows < 1 || rows > MOST) {
            throw new Refused(Refusal.at("limit", RefusalCode.INVALID_PARAMETER, Map.of("allowed", "1-" + MOST)));
        }
        return new Limit(rows);
    }

    public int plusOne() {
        return rows + 1;
    }
}
