package org.huhang.command.api.json;

import static org.huhang.command.api.Bodies.REGISTER;
import static org.huhang.command.api.Bodies.VISIT;
import static org.huhang.command.api.Bodies.bytes;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.huhang.command.area.file.FileCommand.Register;
import org.huhang.command.area.keycare.KeyCareCommand.RecordVisit;
import org.huhang.kernel.refusal.Refused;

/** Whatever a body has become on its way, it is read or refused; nothing else ever comes out. */
class MutatedBodyProperties {

    private static final List<String> SCRAPS = List.of(
            "null",
            "[]",
            "{}",
            "\"\"",
            "-1",
            "1e400",
            "true",
            ",",
            "\"on\":",
            "[[",
            "\\u0000",
            "\uD83D",
            "9".repeat(2000),
            "\"2025-02-30\"",
            "\"$ref\"",
            "{\"a\":{}}");

    @Property
    void a_body_with_other_bytes_is_read_or_refused(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int hits) {
        Random random = new Random(seed);
        byte[] body = bytes(random.nextBoolean() ? REGISTER : VISIT);
        for (int hit = 0; hit < hits; hit++) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        readOrRefused(body);
    }

    @Property
    void a_body_with_a_piece_replaced_is_read_or_refused(@ForAll long seed) {
        Random random = new Random(seed);
        String body = random.nextBoolean() ? REGISTER : VISIT;
        int from = random.nextInt(body.length());
        int to = Math.min(body.length(), from + random.nextInt(20));
        readOrRefused(bytes(body.substring(0, from) + SCRAPS.get(random.nextInt(SCRAPS.size())) + body.substring(to)));
    }

    @Property
    void a_body_with_a_value_replaced_is_read_or_refused(@ForAll long seed) {
        Random random = new Random(seed);
        String[] pieces = REGISTER.split("(?<=: )|(?=, \")");
        pieces[random.nextInt(pieces.length)] = SCRAPS.get(random.nextInt(SCRAPS.size()));
        readOrRefused(bytes(String.join("", pieces)));
    }

    private static void readOrRefused(byte[] body) {
        try {
            var tree = StrictJson.tree(body);
            CanonicalJson.of(tree);
            StrictJson.read(tree, Register.class);
            StrictJson.read(tree, RecordVisit.class);
        } catch (Refused refused) {
            if (refused.refusal().code() == null) {
                throw new AssertionError("A refusal without a code");
            }
        }
    }
}
