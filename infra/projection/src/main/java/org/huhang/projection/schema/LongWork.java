package org.huhang.projection.schema;

/** Work whose single statements may take very long, such as making an index: it waits for the database without a bound. */
public final class LongWork {

    private static final ScopedValue<Boolean> UNDER_WAY = ScopedValue.newInstance();

    private LongWork() {}

    public static <R, X extends Throwable> R call(ScopedValue.CallableOp<? extends R, X> work) throws X {
        return ScopedValue.where(UNDER_WAY, true).call(work);
    }

    /** On this thread. */
    public static boolean isUnderWay() {
        return UNDER_WAY.isBound();
    }
}
