package org.huhang.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One connection kept alive, with at most one request on its way. Opened anew whenever the server closes it. */
final class Connection implements AutoCloseable {

    private static final int LARGEST = 64 * 1024;

    private final InetSocketAddress address;
    private final Selector selector;
    private final ByteBuffer request = ByteBuffer.allocateDirect(LARGEST);
    private final ByteBuffer answer = ByteBuffer.allocate(LARGEST);
    private SocketChannel channel;
    private long dueAt;

    Connection(InetSocketAddress address, Selector selector) throws IOException {
        this.address = address;
        this.selector = selector;
        open();
    }

    /** @param dueAt when the request should have been sent; what its answer takes counts from there */
    void send(Requests requests, long dueAt) throws IOException {
        this.dueAt = dueAt;
        requests.write(request);
        answer.clear();
        while (request.hasRemaining()) {
            channel.write(request);
        }
    }

    long dueAt() {
        return dueAt;
    }

    /** @return incomplete while more of the answer is to come; status 0 and complete when the server hung up */
    Reply read() throws IOException {
        if (channel.read(answer) < 0) {
            reopen();
            return new Reply(0, 0, true);
        }
        Reply reply = Reply.read(answer.array(), answer.position());
        if (reply.complete() && reply.closing()) {
            reopen();
        }
        return reply;
    }

    private void reopen() throws IOException {
        channel.close();
        open();
    }

    private void open() throws IOException {
        channel = SocketChannel.open(address);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
