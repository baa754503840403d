package org.huhang.app.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is done to a good body. */
final class Damage {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEP = 3_000;

    private final Dice dice;

    Damage(Dice dice) {
        this.dice = dice;
    }

    /** One member, somewhere, is not as the schema asks for it. */
    JsonNode once(JsonNode good) {
        JsonNode body = good.deepCopy();
        List<ObjectNode> objects = new ArrayList<>();
        collect(body, objects);
        if (objects.isEmpty()) {
            return JSON.numberNode(dice.anyLong());
        }
        ObjectNode object = dice.one(objects);
        List<String> names = List.copyOf(object.propertyNames());
        if (names.isEmpty() || dice.chance(0.1)) {
            return added(body, object);
        }
        String name = dice.one(names);
        switch (dice.below(9)) {
            case 0 -> object.remove(name);
            case 1 -> object.putNull(name);
            case 2 -> object.put(name, dice.anyLong());
            case 3 -> object.put(name, dice.chance(0.5));
            case 4 -> object.put(name, dice.text(dice.one(List.of(0, 1, 99, 101, 301, 4001, 5000))));
            case 5 -> object.put(name, dice.odd());
            case 6 -> object.set(name, JSON.arrayNode().add(object.get(name)));
            case 7 -> object.set(name, JSON.objectNode().set("value", object.get(name)));
            default ->
                object.put(name, dice.one(List.of("2026-02-30", "0000-00-00", "+10000-01-01", "99999999", "MIGRANT")));
        }
        return body;
    }

    private JsonNode added(JsonNode body, ObjectNode object) {
        object.put(dice.chance(0.5) ? "nmae" : dice.text(8), dice.text(4));
        return body;
    }

    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        if (node instanceof ObjectNode || node instanceof ArrayNode) {
            node.values().forEach(child -> collect(child, objects));
        }
    }

    /** What no client would send for {@code good}. */
    byte[] hostile(JsonNode good) {
        String text = good.toString();
        return switch (dice.below(13)) {
            case 0 -> new byte[0];
            case 1 -> bytes("[".repeat(DEEP));
            case 2 -> bytes("{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP));
            case 3 -> bytes(text.substring(0, dice.between(0, text.length() - 1)));
            case 4 -> bytes("{\"on\": 1e999999999, \"risk\": -0.0}");
            case 5 -> bytes("{" + "\"x\": 1, ".repeat(dice.between(1, 2_000)) + "\"on\": null}");
            case 6 -> bytes(text.replaceFirst("\\{", "{\"on\": \"2026-01-01\", \"on\": 1, "));
            case 7 -> bytes(text.replace("\":\"", "\":\"\\u0000\\ud800"));
            case 8 -> broken(bytes(text));
            case 9 -> text.getBytes(StandardCharsets.UTF_16);
            case 10 ->
                bytes(dice.one(List.of("null", "true", "[]", "\"\"", "0", "{}", "NaN", "<a/>", "a=b&c=d", "\uFEFF{}")));
            case 11 -> bytes(many());
            default -> bytes(text.replaceFirst(":", ": " + "9".repeat(dice.between(20, 5_000)) + ", \"z\":"));
        };
    }

    private String many() {
        StringBuilder text = new StringBuilder("{");
        int members = dice.between(100, 3_000);
        for (int i = 0; i < members; i++) {
            text.append('"').append(i).append("\":").append(i).append(',');
        }
        return text.append("\"on\":0}").toString();
    }

    private byte[] broken(byte[] bytes) {
        for (int i = 0; i < 4 && bytes.length > 0; i++) {
            bytes[dice.below(bytes.length)] = (byte) dice.between(0x80, 0xFF);
        }
        return bytes;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
