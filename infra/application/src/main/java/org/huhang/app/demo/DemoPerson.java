package org.huhang.app.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.huhang.kernel.identity.ResidentIdNumber;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.Contact;
import org.huhang.kernel.value.DocumentNumber;
import org.huhang.kernel.value.DocumentType;
import org.huhang.kernel.value.IdentityDocument;
import org.huhang.kernel.value.PersonName;
import org.huhang.kernel.value.Sex;

/** People who do not exist. */
final class DemoPerson {

    private static final String SURNAMES = "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹";
    private static final String GIVEN = "子雨梓欣宇涵浩然诗语思源佳怡明轩俊杰晨曦嘉文博雅静安乐天一心可心若溪志远海燕春花秋月国强建华";
    private static final int FIRST_SEQUENCE = 100;
    private static final int SEQUENCES = 440;
    private static final int BIRTHDAYS = 256;

    private DemoPerson() {}

    static PersonName name(RandomGenerator random) {
        return name(random, "" + pick(SURNAMES, random));
    }

    static PersonName relativeOf(PersonName child, RandomGenerator random) {
        return name(random, child.reveal().substring(0, 1));
    }

    private static PersonName name(RandomGenerator random, String surname) {
        String given = "" + pick(GIVEN, random) + (random.nextInt(5) == 0 ? "" : pick(GIVEN, random));
        return PersonName.of(surname + given);
    }

    /** Numbers of the range 19900000000 up, which no network has given out as a block of zeros. */
    static Contact contact(RandomGenerator random) {
        return Contact.of("199" + String.format("%08d", random.nextInt(100_000)));
    }

    /**
     * @param issuedIn six digits of the county that issued its papers
     * @param birthDate as {@link #birthDate} gives it
     */
    static ChildIdentity child(int number, String issuedIn, LocalDate birthDate, RandomGenerator random) {
        Sex sex = random.nextInt(100) < 52 ? Sex.MALE : Sex.FEMALE;
        return new ChildIdentity(
                name(random),
                List.of(),
                sex,
                birthDate,
                papers(number, issuedIn, birthDate, sex, random).stream().toList());
    }

    private static Optional<IdentityDocument> papers(
            int number, String issuedIn, LocalDate birthDate, Sex sex, RandomGenerator random) {
        int luck = random.nextInt(100);
        if (luck < 2) {
            return Optional.empty();
        }
        if (luck < 5) {
            return Optional.of(
                    document(DocumentType.BIRTH_CERTIFICATE, DocumentNumber.of(String.format("D%09d", number))));
        }
        return Optional.of(card(number, issuedIn, birthDate, sex));
    }

    /**
     * A day of birth of which children who would share a sequence number have different ones.
     *
     * @param before by less than {@value #BIRTHDAYS} days
     */
    static LocalDate birthDate(int number, LocalDate before) {
        return before.minusDays(Math.floorMod(before.toEpochDay() - number, BIRTHDAYS));
    }

    /** The child's 居民身份证, the same whenever it is asked for; no two of the first {@code 256 × 440} children share one. */
    static IdentityDocument card(int number, String issuedIn, LocalDate birthDate, Sex sex) {
        int sequence = FIRST_SEQUENCE + number / BIRTHDAYS % SEQUENCES * 2 + (sex == Sex.MALE ? 1 : 0);
        return document(DocumentType.RESIDENT_ID, ResidentIdNumber.compose(issuedIn, birthDate, sequence));
    }

    private static IdentityDocument document(DocumentType type, DocumentNumber number) {
        return new IdentityDocument(type, number, Optional.empty());
    }

    private static char pick(String from, RandomGenerator random) {
        return from.charAt(random.nextInt(from.length()));
    }
}
