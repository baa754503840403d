package org.huhang.command.ask;

import java.time.LocalDate;
import java.util.List;
import org.huhang.command.decide.Circumstances;
import org.huhang.command.decide.Decision;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.stream.StreamKind;
import org.huhang.kernel.stream.StreamState;

/**
 * What somebody asks to happen to one aggregate. The record is the request's body; which stream is asked for stands beside it.
 * Commands come in sealed families, named in {@link CommandCatalogue}.
 */
public interface Command {

    /** The day from which it is to be true, in Asia/Shanghai; never after today. */
    LocalDate on();

    /** Of the aggregate that is asked for. */
    StreamKind kind();

    /** Where the aggregate that it begins would be; empty for a command to one that exists. */
    default List<DivisionCode> begins() {
        return List.of();
    }

    /** The other streams that it is about: they are looked at, and may be written to, beside the one addressed. */
    default List<StreamId> others() {
        return List.of();
    }

    /**
     * What comes of it: one pure function of the state, the command and the circumstances.
     *
     * @param state of its {@link #kind}
     */
    Decision decide(StreamState state, Circumstances at);
}
