package org.huhang.app.problem;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.http.HttpStatusCode;

/** Answers what Tomcat turns away before any of our code is asked, such as an address it cannot decode. */
public final class ProblemValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            ProblemWriter.write(
                    HeaderFault.of(thrown, request)
                            .orElseGet(() -> Explanation.ofStatus(HttpStatusCode.valueOf(status))),
                    request.getRequest(),
                    response.getResponse());
            response.finishResponse();
        } catch (IOException goneAway) {
            getContainer().getLogger().debug("Nobody is left to answer");
        }
    }
}
