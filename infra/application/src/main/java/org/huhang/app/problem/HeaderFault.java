package org.huhang.app.problem;

import java.util.Map;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.res.StringManager;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;

/** Tells a head that is too large from one that is not HTTP. Tomcat answers 400 to both, and says only in its message which it was. */
final class HeaderFault {

    private static final String TOO_LARGE =
            StringManager.getManager("org.apache.coyote.http11").getString("iib.requestheadertoolarge.error");
    private static final String TOO_MANY = upToItsNumber(
            StringManager.getManager("org.apache.tomcat.util.http").getString("headers.maxCountFail", "\0"));

    private HeaderFault() {}

    static Optional<Refusal> of(Throwable thrown, Request request) {
        boolean tooLarge =
                switch (thrown) {
                    case IllegalArgumentException large -> TOO_LARGE.equals(large.getMessage());
                    case IllegalStateException many ->
                        many.getMessage() != null && many.getMessage().startsWith(TOO_MANY);
                    case null, default -> false;
                };
        return tooLarge ? Optional.of(Refusal.of(RefusalCode.HEADERS_TOO_LARGE, limit(request))) : Optional.empty();
    }

    private static Map<String, String> limit(Request request) {
        return request.getConnector().getProtocolHandler() instanceof AbstractHttp11Protocol<?> protocol
                ? Map.of("longest", protocol.getMaxHttpRequestHeaderSize() / 1024 + " kB")
                : Map.of();
    }

    private static String upToItsNumber(String message) {
        return message.substring(0, message.indexOf('\0'));
    }
}
