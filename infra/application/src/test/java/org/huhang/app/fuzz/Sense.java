package org.huhang.app.fuzz;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huhang.kernel.time.Shanghai;

/** What somebody who knows the field enters where the schema alone leaves too much open. */
final class Sense {

    /** One county's places, and two elsewhere for household registration. */
    static final String COUNTY = "620102";

    private static final List<String> HERE = List.of("620102001201", "620102001202", "620102002201");
    private static final List<String> ANYWHERE = List.of("620102001201", "620103001201", "630102", "650102");
    /** How old most children are: two cases that are merged are of one birth date. */
    private static final int OF_ONE_DAY = 8 * 365;

    private static final List<String> MODELS = List.of("ledger", "worklist", "statistics", "audit");

    private final Dice dice;
    private final Pool pool;

    Sense(Dice dice, Pool pool) {
        this.dice = dice;
        this.pool = pool;
    }

    static LocalDate today() {
        return LocalDate.now(Shanghai.ZONE);
    }

    /** @param name of a member of a body */
    Optional<String> member(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "on" -> today().toString();
                    case "birthDate" ->
                        today().minusDays(dice.chance(0.8) ? OF_ONE_DAY : dice.between(3 * 366, 14 * 365))
                                .toString();
                    case "residenceSince", "awaySince" ->
                        today().minusDays(dice.between(1, 900)).toString();
                    case "validUntil" -> today().plusDays(dice.between(1, 3000)).toString();
                    case "residenceDivision", "division" -> dice.one(HERE);
                    case "since" -> today().minusDays(dice.between(1, 900)).toString();
                    case "hukouDivision", "to", "worksIn" -> dice.one(ANYWHERE);
                    case "areas" -> dice.one(HERE);
                    case "number" -> "E" + dice.between(10_000_000, 99_999_999);
                    case "type" -> "PASSPORT";
                    case "until" ->
                        Instant.now().plus(dice.between(1, 30), ChronoUnit.DAYS).toString();
                    case "issuedBefore" ->
                        Instant.now()
                                .minus(dice.between(1, 30), ChronoUnit.DAYS)
                                .toString();
                    case "subject", "tokenId" -> "nobody-" + dice.anyLong();
                    default -> null;
                });
    }

    /** @param name of a parameter of the address or the query */
    Optional<String> parameter(String operation, String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "name" -> dice.one(MODELS);
                    case "id" ->
                        operation.equals("lift-revocation")
                                ? Integer.toString(dice.between(1, 3))
                                : pool.importId(dice);
                    case "caseId", "staffId" -> pool.forCommand(operation, dice).caseId();
                    case "cursor" -> pool.cursor(operation, dice).orElse(null);
                    case "limit" -> Integer.toString(dice.between(1, 20));
                    case "min-position" -> Integer.toString(dice.below(3));
                    case "month" ->
                        YearMonth.from(today()).minusMonths(dice.below(3)).toString();
                    case "division" -> COUNTY;
                    case "residence", "hukou" -> "620000";
                    case "on", "effectiveAt", "dueBefore" ->
                        today().minusDays(dice.below(3)).toString();
                    case "from" -> today().minusDays(9).toString();
                    case "to" -> operation.equals("audit") ? today().toString() : null;
                    case "knownAt" -> operation.startsWith("statistics") ? null : today().toString();
                    case "event" -> "ChildRegistered";
                    case "actor" -> "county-officer-" + COUNTY;
                    case "requestId" -> UUID.randomUUID().toString();
                    case "overdue", "dry-run" -> dice.chance(0.5) ? "true" : "false";
                    case "minAge", "maxAge" -> Integer.toString(dice.below(19));
                    case "file-name" -> "list.csv";
                    case "If-Match" -> "*";
                    case "Idempotency-Key" -> "key-" + dice.anyLong();
                    default -> null;
                });
    }

    /** A screening list of one child. */
    String list() {
        return """
                姓名,性别,出生日期,户籍地代码,居住地代码,居住地址,来居住地日期,监护人1姓名,监护人1关系,监护人1电话,监护人1同住
                %s,女,2015-05-20,630102,620102001201,皋陶巷7号,2020-01-10,慕容母,母亲,13809317001,是
                """.formatted(dice.words(3));
    }
}
