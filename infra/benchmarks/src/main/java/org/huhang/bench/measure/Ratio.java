package org.huhang.bench.measure;

/**
 * One line of what is promised: how one figure of a run stands to another of the same run.
 *
 * @param above what is divided, by its key in {@link Results}
 * @param below by what; empty where {@code above} is itself the figure
 * @param must the least (or most) it has to be; {@code aim} what is hoped for
 */
public record Ratio(String name, String above, String below, Better better, double must, double aim) {

    public enum Better {
        HIGHER,
        LOWER
    }

    public enum Verdict {
        AIM_REACHED("aim reached"),
        MUST_REACHED("must reached"),
        MISSED("MISSED"),
        NOT_MEASURED("not measured in this run");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public static Ratio atLeast(String name, String above, String below, double must, double aim) {
        return new Ratio(name, above, below, Better.HIGHER, must, aim);
    }

    public static Ratio atMost(String name, String figure, double must, double aim) {
        return new Ratio(name, figure, "", Better.LOWER, must, aim);
    }

    public double of(Results results) {
        return below.isEmpty() ? results.of(above) : results.of(above) / results.of(below);
    }

    public Verdict verdict(Results results) {
        double value = of(results);
        if (Double.isNaN(value)) {
            return Verdict.NOT_MEASURED;
        }
        if (reaches(value, aim)) {
            return Verdict.AIM_REACHED;
        }
        return reaches(value, must) ? Verdict.MUST_REACHED : Verdict.MISSED;
    }

    private boolean reaches(double value, double bound) {
        return switch (better) {
            case HIGHER -> value >= bound;
            case LOWER -> value <= bound;
        };
    }
}
