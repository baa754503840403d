package org.huhang.app.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes requests of what the document says. */
final class Shots {

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final List<String> TYPES = List.of(
            "application/json", "*/*", "text/plain", "application/xml", "application/x-www-form-urlencoded", "a/b;c=d");
    private static final List<String> ACCEPTED = List.of(
            "text/csv",
            "application/json;q=0",
            "application/hal+json",
            "*/*;q=0.1",
            "image/*",
            "application/problem+json",
            "a");

    /** Others need what these did, or few of them find what they need. */
    private static final Set<String> OFTENER =
            Set.of("register", "screen", "decide-screening-review", "record-guardianship-lapse", "return-to-guardian");

    private final JsonNode document;
    private final List<Operation> operations;
    private final List<Operation> oftener;
    private final Callers callers;
    private final Pool pool;

    Shots(JsonNode document, Callers callers, Pool pool) {
        this.document = document;
        this.operations = Operation.all(document);
        this.oftener = operations.stream()
                .filter(operation -> OFTENER.contains(operation.id()))
                .toList();
        this.callers = callers;
        this.pool = pool;
    }

    List<Operation> operations() {
        return operations;
    }

    /** Whether it was sent with its operation's own method. */
    boolean isOf(Shot shot) {
        return operations.stream()
                .anyMatch(operation -> operation.id().equals(shot.operation())
                        && operation.method().equals(shot.method()));
    }

    Shot shot(Dice dice) {
        Operation operation = dice.chance(0.2) ? dice.one(oftener) : dice.one(operations);
        while (operation.isHeavy() && dice.chance(0.7)) {
            operation = dice.one(operations);
        }
        Mood mood = Mood.of(dice);
        Sense sense = new Sense(dice, pool);
        Map<String, String> headers = headers(operation, mood, dice, sense);
        Pool.Known known = operation.isCommand() ? pool.forCommand(operation.id(), dice) : null;
        boolean damagedBody = mood == Mood.NEARLY_VALID
                && dice.chance(0.6)
                && !operation.content().isEmpty();
        String target =
                target(operation, mood == Mood.NEARLY_VALID && damagedBody ? Mood.VALID : mood, dice, sense, known);
        byte[] body =
                body(operation, damagedBody || mood == Mood.HOSTILE ? mood : Mood.VALID, dice, sense, known, headers);
        String method = mood == Mood.HOSTILE && dice.chance(0.2) ? dice.one(METHODS) : operation.method();
        return new Shot(operation.id(), mood, method, target, headers, body);
    }

    private Map<String, String> headers(Operation operation, Mood mood, Dice dice, Sense sense) {
        Map<String, String> headers = new LinkedHashMap<>();
        callers.caller(operation, mood, dice).ifPresent(caller -> headers.put("Authorization", caller));
        for (JsonNode parameter : operation.parameters("header")) {
            String name = parameter.path("name").asString("");
            if (dice.chance(mood == Mood.VALID ? 0.2 : 0.5)) {
                headers.put(
                        name,
                        mood == Mood.VALID
                                ? sense.parameter(operation.id(), name).orElse("x")
                                : oddHeader(dice));
            }
        }
        if (mood == Mood.HOSTILE && dice.chance(0.3)) {
            headers.put("Accept", dice.one(ACCEPTED));
        }
        if (mood != Mood.VALID && dice.chance(0.3)) {
            headers.put(
                    dice.one(List.of(
                            "Accept-Language",
                            "X-Request-Id",
                            "If-None-Match",
                            "Range",
                            "X-HTTP-Method-Override",
                            "Origin")),
                    oddHeader(dice));
        }
        return headers;
    }

    /** Of what a header may hold at all; the rest is sent over bare sockets, see {@link Bare}. */
    private static String oddHeader(Dice dice) {
        return switch (dice.below(6)) {
            case 0 -> "\"" + dice.below(9) + "\"";
            case 1 -> "W/\"" + dice.below(9) + "-gzip\"";
            case 2 -> "x".repeat(dice.between(0, 300));
            case 3 -> "bytes=0-0,-1";
            case 4 -> "en;q=2, *;q=-1, zh-" + Long.toString(dice.anyLong() >>> 1, 36);
            default -> "!#$%&'*+-.^_`|~ \" , ; = " + dice.below(100);
        };
    }

    private String target(Operation operation, Mood mood, Dice dice, Sense sense, Pool.Known known) {
        String path = operation.path();
        for (JsonNode parameter : operation.parameters("path")) {
            String name = parameter.path("name").asString("");
            String value = known != null && (name.equals("caseId") || name.equals("staffId"))
                    ? known.caseId()
                    : sense.parameter(operation.id(), name).orElse("x");
            boolean odd = mood == Mood.HOSTILE && dice.chance(0.3) || mood == Mood.NEARLY_VALID && dice.chance(0.2);
            path = path.replace("{" + name + "}", odd ? encoded(oddPart(value, dice)) : value);
        }
        if (mood == Mood.HOSTILE && dice.chance(0.1)) {
            path += dice.one(List.of("/", "/..", "/%2e%2e", ";a=b", "//", "/%00", "/x", "%20", "/%E4", ".json"));
        }
        String query = operation.parameters("query").stream()
                .map(parameter -> queryOf(operation, parameter, mood, dice, sense))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("&"));
        if (mood != Mood.VALID && dice.chance(0.2)) {
            query += (query.isEmpty() ? "" : "&") + encoded(dice.chance(0.5) ? "limti" : dice.text(5)) + "="
                    + encoded(dice.odd());
        }
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static String oddPart(String value, Dice dice) {
        return switch (dice.below(4)) {
            case 0 -> dice.odd();
            case 1 -> value.substring(0, value.length() / 2);
            case 2 -> value.toUpperCase(Locale.ROOT) + "0";
            default -> dice.text(dice.between(1, 60));
        };
    }

    private Optional<String> queryOf(Operation operation, JsonNode parameter, Mood mood, Dice dice, Sense sense) {
        String name = parameter.path("name").asString("");
        boolean required = parameter.path("required").asBoolean(false);
        if (!required && !dice.chance(0.3) || required && mood == Mood.NEARLY_VALID && dice.chance(0.2)) {
            return Optional.empty();
        }
        if (mood == Mood.HOSTILE && dice.chance(0.5) || mood == Mood.NEARLY_VALID && dice.chance(0.3)) {
            return Optional.of(name + "=" + encoded(oddValue(name, dice)));
        }
        JsonNode schema = parameter.path("schema");
        Optional<String> value = sense.parameter(operation.id(), name);
        if (value.isEmpty() && (schema.has("enum") || schema.has("items"))) {
            JsonNode made = new Values(document, dice, sense).of(schema);
            value = Optional.of(
                    made.isArray()
                            ? made.valueStream().map(JsonNode::asString).collect(Collectors.joining(","))
                            : made.asString());
        }
        return value.map(given -> name + "=" + encoded(given));
    }

    private String oddValue(String name, Dice dice) {
        return switch (dice.below(6)) {
            case 0 -> dice.odd();
            case 1 -> name.equals("cursor") ? pool.anyCursor(dice).orElse("") : "";
            case 2 -> name.equals("min-position") ? "-1" : Long.toString(dice.anyLong());
            case 3 ->
                dice.one(List.of(
                        "2026-02-30",
                        "1899-12-31",
                        "2026-13",
                        "9999-12-31T24:00:00Z",
                        "000000",
                        "33010",
                        "0",
                        "201",
                        "true "));
            case 4 -> dice.text(dice.between(1, 250));
            default -> "x".repeat(dice.between(200, 2_000));
        };
    }

    private byte[] body(
            Operation operation, Mood mood, Dice dice, Sense sense, Pool.Known known, Map<String, String> headers) {
        JsonNode content = operation.content();
        if (content.isEmpty()) {
            return mood == Mood.HOSTILE && dice.chance(0.1) ? dice.text(200).getBytes(StandardCharsets.UTF_8) : null;
        }
        if (!content.has("application/json")) {
            headers.put("Content-Type", mood == Mood.HOSTILE ? dice.one(TYPES) : "text/csv");
            String list = sense.list();
            return (mood == Mood.VALID ? list : mood == Mood.NEARLY_VALID ? list.replace(',', ';') : dice.text(300))
                    .getBytes(StandardCharsets.UTF_8);
        }
        headers.put("Content-Type", mood == Mood.HOSTILE && dice.chance(0.2) ? dice.one(TYPES) : "application/json");
        JsonNode good = new Values(document, dice, sense)
                .of(content.path("application/json").path("schema"));
        if (good instanceof ObjectNode object && object.has("otherCase")) {
            object.put("otherCase", other(known, operation, dice));
        }
        if (good instanceof ObjectNode object && object.has("entry")) {
            object.put("entry", (known == null ? pool.forCommand(operation.id(), dice) : known).entry());
        }
        Damage damage = new Damage(dice);
        return switch (mood) {
            case VALID -> good.toString().getBytes(StandardCharsets.UTF_8);
            case NEARLY_VALID -> damage.once(good).toString().getBytes(StandardCharsets.UTF_8);
            case HOSTILE -> damage.hostile(good);
        };
    }

    private String other(Pool.Known known, Operation operation, Dice dice) {
        return known != null && known.other() != null && operation.id().equals("unmerge")
                ? known.other()
                : pool.forCommand("merge", dice).caseId();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
