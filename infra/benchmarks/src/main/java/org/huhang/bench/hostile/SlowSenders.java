package org.huhang.bench.hostile;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Connections on which a byte comes every second: half of them never end their headers, half never their body. */
final class SlowSenders implements Hostile {

    private static final long EVERY = Duration.ofSeconds(1).toNanos();

    private final URI base;
    private final String token;
    private final Answers answers = new Answers();
    private final List<Socket> sockets = new ArrayList<>();
    private final Thread sender;
    private volatile boolean over;

    SlowSenders(URI base, String token, int connections) throws IOException {
        this.base = base;
        this.token = token;
        for (int number = 0; number < connections; number++) {
            sockets.add(opened(number));
        }
        sender = Thread.ofPlatform().name("hostile-slow").daemon().start(this::sendOn);
    }

    private Socket opened(int number) throws IOException {
        Socket socket = new Socket(base.getHost(), base.getPort());
        String begun = number % 2 == 0
                ? "GET /openapi HTTP/1.1\r\nHost: x\r\nX-Slow: "
                : "POST /api/cases HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                        + token + "\r\nContent-Length: 100000\r\n\r\n{";
        socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private void sendOn() {
        while (!over) {
            LockSupport.parkNanos(EVERY);
            for (int number = 0; number < sockets.size() && !over; number++) {
                try {
                    sendByte(number);
                } catch (IOException e) {
                    answers.add(Answers.CUT_OFF);
                    reopen(number);
                }
            }
        }
    }

    private void sendByte(int number) throws IOException {
        Socket socket = sockets.get(number);
        if (socket.getInputStream().available() >= 12) {
            answers.add(Integer.parseInt(
                    new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII).substring(9)));
            reopen(number);
        } else {
            socket.getOutputStream().write(' ');
        }
    }

    /** A service that takes no more connections has its peace until the next second. */
    private void reopen(int number) {
        try {
            sockets.get(number).close();
            sockets.set(number, opened(number));
        } catch (IOException e) {
            answers.add(Answers.CUT_OFF);
        }
    }

    @Override
    public Map<String, Double> answers() {
        return answers.counted();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        over = true;
        sender.join();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
