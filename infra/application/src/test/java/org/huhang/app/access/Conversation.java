package org.huhang.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.huhang.app.testing.RunningApplication;
import org.huhang.app.testing.RunningApplication.Answer;
import org.huhang.kernel.access.Role;
import org.slf4j.LoggerFactory;

/**
 * All that these tests say to the application, listening along: no problem and no log line may ever contain a personal
 * value, and an analyst may never be told one.
 */
final class Conversation {

    private final RunningApplication application = RunningApplication.shared();
    private final Map<Caller, String> tokens = new ConcurrentHashMap<>();
    private final LogEar log = new LogEar();

    /** Whatever starts another application in this JVM sets logging up anew and would leave us deaf. */
    private void listen() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        if (!root.isAttached(log)) {
            log.setContext(root.getLoggerContext());
            log.start();
            root.addAppender(log);
        }
    }

    Answer ask(Caller caller, Call call) {
        listen();
        HttpRequest.Builder request = application
                .request(call.path(), tokens.computeIfAbsent(caller, this::token))
                .method(call.method(), HttpRequest.BodyPublishers.ofString(call.body()));
        call.headers().forEach(request::header);
        Answer answer = application.send(request);
        String all = answer.response().headers().map() + answer.body();
        if (answer.status() >= 400 || caller.role() == Role.ANALYST) {
            assertThat(Personal.in(all))
                    .as("personal values told to %s by %s", caller, call.path())
                    .isEmpty();
        }
        assertThat(answer.status()).as("%s by %s", call.path(), caller).isLessThan(500);
        return answer;
    }

    Answer askWithoutToken(Call call) {
        HttpRequest.Builder request = application
                .request(call.path())
                .method(call.method(), HttpRequest.BodyPublishers.ofString(call.body()));
        call.headers().forEach(request::header);
        return application.send(request);
    }

    <T> T bean(Class<T> type) {
        return application.bean(type);
    }

    /** Which loggers wrote a personal value so far. */
    List<String> carelessLoggers() {
        int before = log.lines();
        LoggerFactory.getLogger(Conversation.class).warn("End of the conversation");
        assertThat(log.lines()).as("lines heard until the end").isGreaterThan(before);
        return log.told();
    }

    private String token(Caller caller) {
        return application.token(caller.role(), caller.region().code());
    }

    /** Hears every line the application logs, as it would be written. */
    static final class LogEar extends AppenderBase<ILoggingEvent> {

        private final AtomicInteger lines = new AtomicInteger();
        private final List<String> told = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent line) {
            lines.incrementAndGet();
            String text = line.getFormattedMessage()
                    + line.getMDCPropertyMap()
                    + (line.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(line.getThrowableProxy()));
            if (!Personal.in(text).isEmpty()) {
                told.add(line.getLoggerName());
            }
        }

        /** Which loggers wrote a personal value. */
        List<String> told() {
            return told;
        }

        int lines() {
            return lines.get();
        }
    }
}
