package org.huhang.app.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The wire between the application and a server, which can be cut: then nothing comes through any more and nobody is told,
 * as when a machine loses its power.
 */
final class Wire implements AutoCloseable {

    private final ServerSocket near;
    private final int far;
    private final List<Socket> ends = new CopyOnWriteArrayList<>();
    private volatile boolean cut;

    private Wire(ServerSocket near, int far) {
        this.near = near;
        this.far = far;
    }

    /** @param port on this machine */
    static Wire to(int port) throws IOException {
        Wire wire = new Wire(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
        Thread.ofVirtual().name("wire").start(wire::accept);
        return wire;
    }

    /** e.g. {@code 127.0.0.1:41877} */
    String host() {
        return "127.0.0.1:" + near.getLocalPort();
    }

    /** Open connections fall silent, and no new one is made. */
    void cut() throws IOException {
        cut = true;
        near.close();
    }

    private void accept() {
        while (!cut) {
            try {
                Socket one = near.accept();
                Socket other = new Socket(InetAddress.getLoopbackAddress(), far);
                ends.addAll(List.of(one, other));
                Thread.ofVirtual().start(() -> carry(one, other));
                Thread.ofVirtual().start(() -> carry(other, one));
            } catch (IOException cutOrRefused) {
                // The next caller may have more luck.
            }
        }
    }

    private void carry(Socket from, Socket to) {
        byte[] bytes = new byte[1 << 16];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                if (!cut) {
                    out.write(bytes, 0, read);
                }
            }
        } catch (IOException ended) {
            // The other end is told below.
        }
        if (!cut) {
            close(from);
            close(to);
        }
    }

    @Override
    public void close() throws IOException {
        near.close();
        ends.forEach(Wire::close);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
