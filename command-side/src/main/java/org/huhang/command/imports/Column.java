package org.huhang.command.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of a county's screening list, under the headings officers use. Their order in the file is free. */
enum Column {
    NAME("姓名", true, "identity.name", "儿童姓名"),
    SEX("性别", true, "identity.sex"),
    BIRTH_DATE("出生日期", true, "identity.birthDate", "出生年月日"),
    DOCUMENT_TYPE("证件类型", false, "identity.documents[0].type"),
    DOCUMENT_NUMBER("证件号码", false, "identity.documents[0]", "身份证号", "身份证号码"),
    HUKOU_DIVISION("户籍地代码", true, "hukouDivision", "户籍地区划代码"),
    HOUSEHOLD_TYPE("户口性质", false, "householdType"),
    RESIDENCE_DIVISION("居住地代码", true, "residenceDivision", "居住地区划代码", "现居住地代码"),
    RESIDENCE_ADDRESS("居住地址", false, "residenceAddress", "现居住地址"),
    RESIDENCE_SINCE("来居住地日期", true, "residenceSince", "到居住地日期", "居住起始日期"),
    GUARDIAN_1_NAME("监护人1姓名", false, "guardians[0].name", "监护人姓名"),
    GUARDIAN_1_RELATION("监护人1关系", false, "guardians[0].relation", "监护人关系"),
    GUARDIAN_1_CONTACT("监护人1电话", false, "guardians[0].contact", "监护人电话"),
    GUARDIAN_1_LIVES_WITH("监护人1同住", false, "guardians[0].livesWithChild", "监护人同住"),
    GUARDIAN_1_ABILITY("监护人1监护能力", false, "guardians[0].ability", "监护人监护能力"),
    GUARDIAN_1_AWAY_SINCE("监护人1外出日期", false, "guardians[0].awaySince", "监护人外出日期"),
    GUARDIAN_1_WORKS_IN("监护人1外出地代码", false, "guardians[0].worksIn", "监护人外出地代码"),
    GUARDIAN_2_NAME("监护人2姓名", false, "guardians[1].name"),
    GUARDIAN_2_RELATION("监护人2关系", false, "guardians[1].relation"),
    GUARDIAN_2_CONTACT("监护人2电话", false, "guardians[1].contact"),
    GUARDIAN_2_LIVES_WITH("监护人2同住", false, "guardians[1].livesWithChild"),
    GUARDIAN_2_ABILITY("监护人2监护能力", false, "guardians[1].ability"),
    GUARDIAN_2_AWAY_SINCE("监护人2外出日期", false, "guardians[1].awaySince"),
    GUARDIAN_2_WORKS_IN("监护人2外出地代码", false, "guardians[1].worksIn"),
    AGENCY("信息来源", false, "agency"),
    SCREENED_ON("摸排日期", false, "on", "筛查日期");

    private static final Map<String, Column> BY_HEADING = Arrays.stream(values())
            .flatMap(column -> column.headings.stream().map(heading -> Map.entry(heading, column)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final List<String> headings;
    private final boolean required;
    private final String path;

    Column(String heading, boolean required, String path, String... aliases) {
        this.headings = Stream.concat(Stream.of(heading), Stream.of(aliases)).toList();
        this.required = required;
        this.path = path;
    }

    static Optional<Column> headed(String heading) {
        return Optional.ofNullable(BY_HEADING.get(heading.replaceAll("[\\s\\u3000*＊]", "")));
    }

    /** The column that fed a field of the command, for a refusal that names the field. */
    static Optional<Column> feeding(String fieldPath) {
        return Arrays.stream(values())
                .filter(column -> column.path.equals(fieldPath))
                .findFirst()
                .or(() -> Arrays.stream(values())
                        .filter(column -> fieldPath.startsWith(column.path))
                        .reduce((first, second) -> second.path.length() > first.path.length() ? second : first));
    }

    String heading() {
        return headings.getFirst();
    }

    boolean required() {
        return required;
    }
}
