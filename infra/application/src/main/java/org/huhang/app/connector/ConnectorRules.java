package org.huhang.app.connector;

import java.time.Duration;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.ContinueResponseTiming;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * What Tomcat may do by itself with what a stranger sends: nothing is read of a body before somebody of ours asks for it,
 * nothing of it is kept, and nothing of a request is logged.
 */
@Component
class ConnectorRules implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final Duration headerDeadline;

    ConnectorRules(@Value("${huhang.request.header-deadline:10s}") Duration headerDeadline) {
        this.headerDeadline = headerDeadline;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        // What Tomcat cannot parse it would log with its value and a stack trace.
        System.setProperty("org.apache.juli.logging.UserDataHelper.CONFIG", "NONE");
        factory.setProtocol(DeadlineProtocol.class.getName());
        factory.addConnectorCustomizers(this::customize);
    }

    private void customize(Connector connector) {
        // Asking for a query parameter reads no body.
        connector.setParseBodyMethods("");
        DeadlineProtocol protocol = (DeadlineProtocol) connector.getProtocolHandler();
        protocol.setHeaderDeadline(headerDeadline);
        protocol.setConnectionTimeout(Math.toIntExact(headerDeadline.toMillis()));
        // 100 Continue is said only to whoever may send a body, and not to those who are turned away.
        protocol.setContinueResponseTiming(ContinueResponseTiming.ON_REQUEST_BODY_READ.toString());
        // A body nobody asked for ends its connection, see DeadlineProcessor; Tomcat would read on for as long as it
        // drips.
        protocol.setMaxSwallowSize(0);
    }
}
