package org.huhang.app.security;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Tells a host that is this machine and reached by nobody else. */
public final class Loopback {

    private Loopback() {}

    /** @param host a name or an address, an IPv6 one with or without brackets; blank is every address, and so none of these */
    public static boolean is(String host) {
        try {
            return !host.isBlank() && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
