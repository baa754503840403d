package org.huhang.log.append;

import org.huhang.command.port.Answer.Done;
import org.huhang.command.port.CommandGateway.Request;
import org.huhang.kernel.value.CaseId;
import org.huhang.log.testing.OneProcess;
import org.huhang.log.testing.Requests;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A process that registers children until it is killed, and says aloud what it was told. Arguments: url, user. */
final class WriterProcess {

    /** Ends a line that was written whole: a kill may cut one short. */
    static final String HEARD = "heard";

    private WriterProcess() {}

    public static void main(String[] arguments) {
        OneProcess process = new OneProcess(new DriverManagerDataSource(arguments[0], arguments[1], ""));
        for (int number = 0; ; number++) {
            CaseId caseId = CaseId.random();
            Done done = (Done) process.commands().send(request(caseId, number));
            System.out.println("acknowledged " + number + " " + caseId + " " + done.position() + " " + HEARD);
        }
    }

    static Request request(CaseId caseId, int number) {
        return Requests.keyed(
                Requests.of(caseId, Requests.register("林小满" + number)), "killed " + number, "digest " + number);
    }
}
