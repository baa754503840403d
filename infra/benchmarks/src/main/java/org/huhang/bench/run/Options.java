package org.huhang.bench.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a run is to be done.
 *
 * @param quick whether it is only tried out; nothing it prints is a measurement
 * @param length of one subject in one round
 * @param openLoad how long the load at 70 % of the maximum lasts
 * @param cases registered and listed beforehand
 * @param rows of each list imported
 * @param office requests a second of the office that is to be left in peace; {@code hostile} of the caller beside it
 * @param beside the hostile callers that have their turn; none for all
 * @param rev the commit that this build is measured against; blank for none
 * @param pairs how often the two have their turns
 * @param out where the raw data is kept; {@code work} where the database is made, and removed at the end
 */
record Options(
        boolean quick,
        int rounds,
        Duration warmUp,
        Duration length,
        Duration openLoad,
        List<Integer> connections,
        int cases,
        int rows,
        long facts,
        int office,
        int hostile,
        List<String> beside,
        String rev,
        int pairs,
        Path out,
        Path work) {

    private static final String USAGE = """
            Options, all with defaults:
              --quick              try everything in about two minutes; no measurement
              --rounds=5           how often each subject has its turn
              --warm-up=60         seconds at least of the same mix before anything is measured
              --length=8           seconds of one turn
              --open-load=600      seconds of the load at 70 % of the maximum
              --connections=1,16,64,256
              --cases=20000        registered and listed beforehand
              --rows=20000         of each imported list
              --facts=1000000      of the log that is rebuilt from
              --office=60          requests a second of the office that is to be left in peace
              --hostile=40         requests a second of the caller beside it
              --beside=<names>     of hostile callers, between commas (default: all)
              --rev=<commit>       to measure against, where -Drev does not name it
              --pairs=9            how often this build and that one have their turns
              --out=<folder>       for the raw data (default: target/results)
              --work=<folder>      for the database, on the disk to be measured (default: target)
            """;

    static Options of(String... arguments) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String argument : arguments) {
            if (argument.isBlank()) {
                continue;
            }
            int equals = argument.indexOf('=');
            given.put(
                    equals < 0 ? argument : argument.substring(0, equals),
                    equals < 0 ? "true" : argument.substring(equals + 1));
        }
        boolean quick = Boolean.parseBoolean(take(given, "--quick", "false"));
        Options options = new Options(
                quick,
                Integer.parseInt(take(given, "--rounds", quick ? "2" : "5")),
                seconds(take(given, "--warm-up", quick ? "3" : "60")),
                seconds(take(given, "--length", quick ? "1" : "8")),
                seconds(take(given, "--open-load", quick ? "5" : "600")),
                Arrays.stream(take(given, "--connections", quick ? "1,64" : "1,16,64,256")
                                .split(","))
                        .map(Integer::valueOf)
                        .toList(),
                Integer.parseInt(take(given, "--cases", quick ? "500" : "20000")),
                Integer.parseInt(take(given, "--rows", quick ? "500" : "20000")),
                Long.parseLong(take(given, "--facts", quick ? "20000" : "1000000")),
                Integer.parseInt(take(given, "--office", "60")),
                Integer.parseInt(take(given, "--hostile", "40")),
                Arrays.stream(take(given, "--beside", "").split(","))
                        .filter(name -> !name.isBlank())
                        .toList(),
                take(given, "--rev", System.getProperty("rev", "")),
                Integer.parseInt(take(given, "--pairs", quick ? "1" : "9")),
                Path.of(take(given, "--out", "target/results")).toAbsolutePath(),
                Path.of(take(given, "--work", "target")).toAbsolutePath());
        if (!given.isEmpty()) {
            throw new IllegalArgumentException("There is no option " + given.keySet() + ".\n" + USAGE);
        }
        return options;
    }

    /** For the raw data. */
    Map<String, Object> shown() {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("measurement", !quick);
        shown.put("rounds", rounds);
        shown.put("warmUpSeconds", warmUp.toSeconds());
        shown.put("turnSeconds", length.toSeconds());
        shown.put("openLoadSeconds", openLoad.toSeconds());
        shown.put("connections", connections);
        shown.put("cases", cases);
        shown.put("rows", rows);
        shown.put("facts", facts);
        shown.put("officeRequestsASecond", office);
        shown.put("hostileRequestsASecond", hostile);
        shown.put("rev", rev);
        shown.put("pairs", pairs);
        return shown;
    }

    private static String take(Map<String, String> given, String option, String otherwise) {
        String value = given.remove(option);
        return value == null ? otherwise : value;
    }

    private static Duration seconds(String text) {
        return Duration.ofSeconds(Long.parseLong(text));
    }
}
