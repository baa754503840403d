package org.huhang.app.faults;

import java.util.List;
import java.util.Optional;

/** A line a client says of an errand, as whoever outlives the client keeps it. */
sealed interface Heard {

    /** Ends a line that was said to its end: a kill may cut one short. */
    String END = " .";

    Errand errand();

    /** It is being sent now, perhaps not for the first time. */
    record Asked(Errand errand) implements Heard {}

    /** @param version of the case after it
     * @param position of its last fact
     * @param facts names of those on its own case */
    record Done(Errand errand, long version, long position, List<String> facts) implements Heard {}

    /** A refusal of the moment: asked again, the errand may be carried out. */
    record Declined(Errand errand, String code) implements Heard {}

    /** No answer, or one that says to try again: nobody knows yet. */
    record Unanswered(Errand errand, String why) implements Heard {}

    default String line() {
        return switch (this) {
                    case Asked it -> "asked " + it.errand.name();
                    case Done it ->
                        "done " + it.errand.name() + " " + it.version + " " + it.position + " "
                                + String.join(",", it.facts);
                    case Declined it -> "declined " + it.errand.name() + " " + it.code;
                    case Unanswered it -> "unanswered " + it.errand.name() + " " + it.why;
                }
                + END;
    }

    /** @return empty for whatever else a client says, and for a line cut short */
    static Optional<Heard> in(String line) {
        if (!line.endsWith(END)) {
            return Optional.empty();
        }
        String[] words = line.split(" ");
        return switch (words[0]) {
            case "asked" -> Optional.of(new Asked(Errand.named(words[1])));
            case "done" ->
                Optional.of(new Done(
                        Errand.named(words[1]),
                        Long.parseLong(words[2]),
                        Long.parseLong(words[3]),
                        List.of(words[4].split(","))));
            case "declined" -> Optional.of(new Declined(Errand.named(words[1]), words[2]));
            case "unanswered" -> Optional.of(new Unanswered(Errand.named(words[1]), words[2]));
            default -> Optional.empty();
        };
    }
}
