package org.huhang.bench.load;

import java.util.SplittableRandom;

/** When requests are due. */
public interface Schedule {

    void begin(long start);

    /** By {@link System#nanoTime}; never moved by how long anything took. */
    long nextDue(long now);

    /** Takes the next one; the one after it is next from here on. */
    long take(long now);

    /** As soon as somebody is free to send. */
    static Schedule always() {
        return new Schedule() {
            @Override
            public void begin(long start) {}

            @Override
            public long nextDue(long now) {
                return now;
            }

            @Override
            public long take(long now) {
                return now;
            }
        };
    }

    /** As independent callers come: intervals are exponentially distributed around {@code 1 / perSecond}. */
    static Schedule atRandom(double perSecond, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new Schedule() {
            private double next;

            @Override
            public void begin(long start) {
                next = start + interval();
            }

            @Override
            public long nextDue(long now) {
                return (long) next;
            }

            @Override
            public long take(long now) {
                long due = (long) next;
                next += interval();
                return due;
            }

            private double interval() {
                return -Math.log(1 - random.nextDouble()) * 1e9 / perSecond;
            }
        };
    }
}
