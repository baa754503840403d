package org.huhang.app.access;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huhang.command.ask.CommandCatalogue;
import org.huhang.kernel.time.Shanghai;

/** A valid body for every command: as written here, or else made up field by field. */
final class Bodies {

    private static final String IDENTITY = """
        "identity": {"name": "慕容%s", "otherNames": ["慕容小%s"], "sex": "FEMALE", "birthDate": "2015-05-20",
            "documents": [%s]}\
        """;

    private static final Map<String, String> BY_COMMAND = Map.ofEntries(
            Map.entry(
                    "record-living-arrangement",
                    "\"guardians\": [{\"relation\": \"GRANDPARENT\", \"name\": \"慕容氏\", \"livesWithChild\": true}]"),
            Map.entry("attach-document", "\"document\": {\"type\": \"PASSPORT\", \"number\": \"E77319999\"}"),
            Map.entry("correct-identity", IDENTITY.formatted("改", "改", "") + ", \"reason\": \"踽踽独行\""),
            Map.entry("move-residence", "\"to\": \"620102002\", \"address\": \"皋陶巷9号\""),
            Map.entry("move-hukou", "\"to\": \"620102002\", \"householdType\": \"URBAN\""),
            Map.entry("merge", "\"otherCase\": \"{otherCase}\", \"reason\": \"踽踽独行\""),
            Map.entry("unmerge", "\"otherCase\": \"{otherCase}\", \"reason\": \"踽踽独行\""),
            Map.entry("close", "\"reason\": \"NO_LONGER_IN_NEED\", \"note\": \"踽踽独行\""),
            Map.entry("decide-screening-review", "\"status\": \"MIGRANT\", \"reason\": \"踽踽独行\""),
            Map.entry("end-screened-status", "\"reason\": \"RETURNED\""),
            Map.entry("reassess-key-care", "\"grounds\": [\"DISABILITY\"], \"risk\": \"LOW\""),
            Map.entry("delist-key-care", "\"reason\": \"GROUNDS_ENDED\", \"note\": \"踽踽独行\""),
            Map.entry(
                    "assign-temporary-care",
                    "\"mode\": \"FOSTER_FAMILY\", \"carer\": {\"name\": \"慕容家\", \"contact\": \"13809317002\"}"),
            Map.entry(
                    "change-temporary-care",
                    "\"mode\": \"RELATIVE\", \"carer\": {\"name\": \"慕容家\", \"contact\": \"13809317002\"},"
                            + " \"reason\": \"踽踽独行\""),
            Map.entry("void-entry", "\"entry\": \"{otherCase}/1\", \"reason\": \"踽踽独行\""),
            Map.entry(
                    "correct-residence",
                    "\"entry\": \"{otherCase}/1\", \"division\": \"620102002\", \"address\": \"皋陶巷9号\", \"reason\": \"踽踽独行\""),
            Map.entry(
                    "correct-hukou",
                    "\"entry\": \"{otherCase}/1\", \"division\": \"620102002\", \"householdType\": \"URBAN\", \"reason\": \"踽踽独行\""),
            Map.entry(
                    "correct-living-arrangement",
                    "\"entry\": \"{otherCase}/1\", \"guardians\": [{\"relation\": \"GRANDPARENT\", \"name\": \"慕容氏\", \"livesWithChild\": true}],"
                            + " \"reason\": \"踽踽独行\""),
            Map.entry(
                    "correct-key-care",
                    "\"entry\": \"{otherCase}/1\", \"grounds\": [\"DISABILITY\"], \"risk\": \"LOW\","
                            + " \"reason\": \"踽踽独行\""),
            Map.entry("assign-area", "\"areas\": [\"620102001203\"]"),
            Map.entry("end-post", "\"reason\": \"REPLACED\", \"note\": \"踽踽独行\""),
            Map.entry("record-training", "\"training\": \"IN_SERVICE\", \"subject\": \"踽踽独行\""),
            Map.entry("tokens", "\"tokenId\": \"{otherCase}\""),
            Map.entry("subjects", "\"subject\": \"{otherCase}\""));

    private Bodies() {}

    /** @param otherCase for a command that concerns two */
    static String of(String command, UUID otherCase) {
        String members = BY_COMMAND.containsKey(command) ? BY_COMMAND.get(command) : madeUp(command);
        if (command.equals("tokens") || command.equals("subjects")) {
            return "{" + members.replace("{otherCase}", otherCase.toString()) + "}";
        }
        String separator = members.isEmpty() ? "" : ", ";
        return "{" + members.replace("{otherCase}", otherCase.toString()) + separator + "\"on\": \"" + today() + "\"}";
    }

    /** Names, words and constants as this world has them; the day comes by itself. */
    private static String madeUp(String command) {
        return Arrays.stream(CommandCatalogue.named(command).orElseThrow().getRecordComponents())
                .filter(field -> !field.getName().equals("on"))
                .map(field -> "\"%s\": %s".formatted(field.getName(), madeUp(field.getGenericType())))
                .collect(Collectors.joining(", "));
    }

    private static String madeUp(Type type) {
        if (type instanceof ParameterizedType several) {
            String one = madeUp(several.getActualTypeArguments()[0]);
            return several.getRawType() == Optional.class ? one : "[" + one + "]";
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return "\"" + plain.getEnumConstants()[0] + "\"";
        }
        return switch (plain.getSimpleName()) {
            case "Boolean" -> "true";
            case "PersonName" -> "\"慕容访\"";
            case "Narrative" -> "\"踽踽独行\"";
            default -> throw new AssertionError("No sample of a " + plain.getSimpleName() + " in a body");
        };
    }

    /** @param number of a passport, within these tests; 0 for a child without papers */
    static String register(String residence, String hukou, String name, int number) {
        String document = number == 0 ? "" : "{\"type\": \"PASSPORT\", \"number\": \"E7731%04d\"}".formatted(number);
        return """
            {%s, "hukouDivision": "%s", "householdType": "RURAL", "residenceDivision": "%s",
             "residenceAddress": "皋陶巷7号", "residenceSince": "2020-01-10",
             "guardians": [{"relation": "MOTHER", "name": "慕容母", "contact": "13809317001",
                            "livesWithChild": true, "ability": "ABLE"}],
             "agency": "EDUCATION", "on": "%s"}\
            """.formatted(IDENTITY.formatted(name, name, document), hukou, residence, today());
    }

    static String appoint(String village, String name) {
        return """
            {"name": "慕容%s", "post": "CHILD_DIRECTOR", "areas": ["%s"], "contact": "13809317003",
             "on": "%s"}\
            """.formatted(name, village, today().minusDays(1));
    }

    /** A screening list of one child. */
    static String list(String residence, String hukou, String name) {
        return """
            姓名,性别,出生日期,户籍地代码,居住地代码,居住地址,来居住地日期,监护人1姓名,监护人1关系,监护人1电话,监护人1同住
            慕容%s,女,2015-05-20,%s,%s,皋陶巷7号,2020-01-10,慕容母,母亲,13809317001,是
            """.formatted(name, hukou, residence);
    }

    static LocalDate today() {
        return LocalDate.now(Shanghai.ZONE);
    }
}
