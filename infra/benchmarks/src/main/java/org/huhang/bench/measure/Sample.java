package org.huhang.bench.measure;

/**
 * One subject in one round.
 *
 * @param applicationMicros processor time of the application, by unit of work; NaN where none takes part
 * @param databaseMicros processor time of PostgreSQL and all its children, by unit of work
 */
public record Sample(
        String subject,
        String unit,
        int connections,
        int round,
        double perSecond,
        double applicationMicros,
        double databaseMicros,
        Done done) {

    public String key() {
        return key(subject, connections);
    }

    public static String key(String subject, int connections) {
        return subject + " @" + connections;
    }

    public String line() {
        String shown = "%-16s %,12.0f %s/s".formatted(key(), perSecond, unit);
        if (done.latencies().count() > 0) {
            shown += "  p50 %.2f ms  p99 %.2f ms"
                    .formatted(done.latencies().millis(0.5), done.latencies().millis(0.99));
        }
        if (!Double.isNaN(applicationMicros)) {
            shown += "  application %.0f µs".formatted(applicationMicros);
        }
        shown += "  PostgreSQL %.1f µs".formatted(databaseMicros);
        return done.refused() == 0 ? shown : shown + "  REFUSED " + done.refused();
    }
}
