package org.huhang.command.imports;

import static java.util.Map.entry;

import java.util.Map;
import org.huhang.kernel.value.DocumentType;
import org.huhang.kernel.value.GuardianAbility;
import org.huhang.kernel.value.HouseholdType;
import org.huhang.kernel.value.Relation;
import org.huhang.kernel.value.Sex;
import org.huhang.kernel.value.SourceAgency;

/** What officers write in a cell, and what it means. */
final class Terms {

    static final Map<String, Sex> SEX = Map.of("男", Sex.MALE, "女", Sex.FEMALE, "男性", Sex.MALE, "女性", Sex.FEMALE);

    static final Map<String, Boolean> YES_OR_NO = Map.of("是", true, "否", false);

    /** A child without papers is written 无; that is no document, not a kind of one. */
    static final String NO_DOCUMENT = "无";

    static final Map<String, DocumentType> DOCUMENT_TYPE = Map.ofEntries(
            entry("居民身份证", DocumentType.RESIDENT_ID),
            entry("身份证", DocumentType.RESIDENT_ID),
            entry("港澳居民居住证", DocumentType.HONG_KONG_MACAO_RESIDENCE_PERMIT),
            entry("台湾居民居住证", DocumentType.TAIWAN_RESIDENCE_PERMIT),
            entry("外国人永久居留身份证", DocumentType.FOREIGN_PERMANENT_RESIDENT_ID),
            entry("护照", DocumentType.PASSPORT),
            entry("出生医学证明", DocumentType.BIRTH_CERTIFICATE));

    static final Map<String, HouseholdType> HOUSEHOLD_TYPE = Map.ofEntries(
            entry("农村", HouseholdType.RURAL),
            entry("农业", HouseholdType.RURAL),
            entry("农业户口", HouseholdType.RURAL),
            entry("城镇", HouseholdType.URBAN),
            entry("非农业", HouseholdType.URBAN),
            entry("非农业户口", HouseholdType.URBAN),
            entry("无户口", HouseholdType.UNREGISTERED),
            entry("不详", HouseholdType.UNKNOWN));

    static final Map<String, Relation> RELATION = Map.ofEntries(
            entry("父亲", Relation.FATHER),
            entry("父", Relation.FATHER),
            entry("母亲", Relation.MOTHER),
            entry("母", Relation.MOTHER),
            entry("祖父母", Relation.GRANDPARENT),
            entry("外祖父母", Relation.GRANDPARENT),
            entry("祖父", Relation.GRANDPARENT),
            entry("祖母", Relation.GRANDPARENT),
            entry("外祖父", Relation.GRANDPARENT),
            entry("外祖母", Relation.GRANDPARENT),
            entry("兄姐", Relation.ADULT_SIBLING),
            entry("其他亲属", Relation.OTHER_RELATIVE),
            entry("其他监护人", Relation.OTHER_GUARDIAN),
            entry("受委托照护人", Relation.ENTRUSTED_CARER));

    static final Map<String, GuardianAbility> ABILITY = Map.ofEntries(
            entry("有", GuardianAbility.ABLE),
            entry("正常", GuardianAbility.ABLE),
            entry("重病", GuardianAbility.SERIOUSLY_ILL),
            entry("重残", GuardianAbility.SEVERELY_DISABLED),
            entry("羁押", GuardianAbility.HELD),
            entry("服刑", GuardianAbility.HELD),
            entry("失联", GuardianAbility.MISSING),
            entry("死亡", GuardianAbility.DECEASED),
            entry("不详", GuardianAbility.UNKNOWN));

    static final Map<String, SourceAgency> AGENCY = Map.ofEntries(
            entry("村居", SourceAgency.VILLAGE),
            entry("村（居）委会", SourceAgency.VILLAGE),
            entry("乡镇街道", SourceAgency.TOWNSHIP),
            entry("民政", SourceAgency.CIVIL_AFFAIRS),
            entry("教育", SourceAgency.EDUCATION),
            entry("公安", SourceAgency.PUBLIC_SECURITY),
            entry("卫健", SourceAgency.HEALTH),
            entry("社会组织", SourceAgency.COMMISSIONED_ORGANISATION),
            entry("其他", SourceAgency.OTHER));

    private Terms() {}
}
