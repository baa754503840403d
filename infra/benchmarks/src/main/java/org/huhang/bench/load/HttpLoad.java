package org.huhang.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.huhang.bench.measure.Done;
import org.huhang.bench.measure.Latencies;

/**
 * One thread that keeps many connections busy. Nothing is counted that was answered after the time was up, but every
 * answer is waited for.
 */
final class HttpLoad {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private final Job job;
    private final Requests requests;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final Latencies latencies = new Latencies();
    private final Schedule schedule;
    private long done;
    private long refused;
    private int firstRefusal;
    private int underWay;

    private HttpLoad(Job job) {
        this.job = job;
        this.requests = new Requests(job);
        this.schedule = job.open() ? Schedule.atRandom(job.perSecond(), job.seed()) : Schedule.always();
    }

    static LoadGenerator.Answered run(Job job) throws IOException {
        return new HttpLoad(job).run();
    }

    private LoadGenerator.Answered run() throws IOException {
        List<Connection> all = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            for (int number = 0; number < job.connections(); number++) {
                all.add(new Connection(new InetSocketAddress(job.host(), job.port()), selector));
            }
            idle.addAll(all);
            long start = System.nanoTime();
            long end = start + (long) (job.seconds() * 1e9);
            schedule.begin(start);
            while (System.nanoTime() < end) {
                sendDue(end);
                await(selector, end);
            }
            while (underWay > 0 && System.nanoTime() < end + PATIENCE) {
                await(selector, end);
            }
            return new LoadGenerator.Answered(
                    new Done(done, job.seconds(), refused, latencies, Map.of("first refusal", (double) firstRefusal)),
                    requests.nextChild());
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
    }

    /** A request that is due while every connection is busy is sent later, and counts from when it was due. */
    private void sendDue(long end) throws IOException {
        long now = System.nanoTime();
        while (!idle.isEmpty() && now < end && schedule.nextDue(now) <= now) {
            idle.poll().send(requests, schedule.take(now));
            underWay++;
        }
    }

    private void await(Selector selector, long end) throws IOException {
        long now = System.nanoTime();
        long wait = (idle.isEmpty() ? end : Math.min(end, schedule.nextDue(now))) - now;
        if (wait >= TimeUnit.MILLISECONDS.toNanos(1)) {
            selector.select(key -> answered(key, end), TimeUnit.NANOSECONDS.toMillis(wait));
        } else if (now >= end) {
            selector.select(key -> answered(key, end), 100);
        } else if (selector.selectNow(key -> answered(key, end)) == 0 && wait > 0) {
            LockSupport.parkNanos(wait);
        }
    }

    private void answered(SelectionKey key, long end) {
        Connection connection = (Connection) key.attachment();
        try {
            Reply reply = connection.read();
            if (!reply.complete()) {
                return;
            }
            long now = System.nanoTime();
            underWay--;
            idle.add(connection);
            count(reply, connection.dueAt(), now, end);
            sendDue(end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void count(Reply reply, long dueAt, long now, long end) {
        if (!reply.done()) {
            refused++;
            firstRefusal = firstRefusal == 0 ? reply.status() : firstRefusal;
        } else if (now <= end || job.open()) {
            // A late answer to a request that was due in time is what an open load is there to show.
            done++;
            latencies.add(now - dueAt);
        }
    }
}
