package org.huhang.app.connector;

import java.time.Duration;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;

/** HTTP/1.1 with a deadline for the whole of a request's head, where Tomcat has one only from read to read. */
public final class DeadlineProtocol extends Http11NioProtocol {

    /** Milliseconds an idle connection is kept while places run short. */
    private static final int CROWDED_KEEP_ALIVE = 1_000;

    private Duration headerDeadline = Duration.ofSeconds(10);

    void setHeaderDeadline(Duration headerDeadline) {
        this.headerDeadline = headerDeadline;
    }

    Duration headerDeadline() {
        return headerDeadline;
    }

    /** Who has nothing to ask does not keep the last quarter of the places from others. */
    @Override
    public int getKeepAliveTimeout() {
        boolean crowded = getMaxConnections() > 0 && 4L * getConnectionCount() > 3L * getMaxConnections();
        return crowded ? Math.min(CROWDED_KEEP_ALIVE, super.getKeepAliveTimeout()) : super.getKeepAliveTimeout();
    }

    @Override
    protected Processor createProcessor() {
        return new DeadlineProcessor(this, getAdapter());
    }
}
