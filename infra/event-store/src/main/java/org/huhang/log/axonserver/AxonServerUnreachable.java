package org.huhang.log.axonserver;

/** No Axon Server was to be had in time. */
public final class AxonServerUnreachable extends RuntimeException {

    private final String servers;

    AxonServerUnreachable(String servers) {
        super("No Axon Server at " + servers, null, false, false);
        this.servers = servers;
    }

    /** As configured: {@code host:port}, several with commas. */
    public String servers() {
        return servers;
    }
}
