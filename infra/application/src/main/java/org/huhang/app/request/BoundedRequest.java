package org.huhang.app.request;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.coyote.BadRequestException;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;

/** A request whose body ends in a refusal once more of it has been read than is allowed, or once it comes too slowly. */
final class BoundedRequest extends HttpServletRequestWrapper {

    private final long limit;
    private final Pace pace;
    private BoundedBody body;

    BoundedRequest(HttpServletRequest request, long limit, Pace pace) {
        super(request);
        this.limit = limit;
        this.pace = pace;
    }

    long limit() {
        return limit;
    }

    /** For the caller to send what was asked to be read. */
    long nanosWaited() {
        return body == null ? 0 : body.nanosWaited;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new BoundedBody(super.getInputStream(), limit, pace);
        }
        return body;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        Charset charset =
                getCharacterEncoding() == null ? StandardCharsets.UTF_8 : Charset.forName(getCharacterEncoding());
        return new BufferedReader(new InputStreamReader(getInputStream(), charset));
    }

    private static final class BoundedBody extends ServletInputStream {

        private final ServletInputStream body;
        private final long limit;
        private final Pace pace;
        private long bytes;
        private long nanosWaited;

        BoundedBody(ServletInputStream body, long limit, Pace pace) {
            this.body = body;
            this.limit = limit;
            this.pace = pace;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            long asked = System.nanoTime();
            int read = readNow(target, offset, length);
            nanosWaited += System.nanoTime() - asked;
            if (read > 0) {
                count(read);
            }
            return read;
        }

        /** @throws Refused where Tomcat only says that the body cannot be read */
        private int readNow(byte[] target, int offset, int length) throws IOException {
            try {
                return body.read(target, offset, length);
            } catch (BadRequestException malformedChunk) {
                throw new Refused(RefusalCode.MALFORMED_REQUEST);
            } catch (IOException e) {
                if (e instanceof SocketTimeoutException || e.getCause() instanceof SocketTimeoutException) {
                    throw new Refused(RefusalCode.REQUEST_TOO_SLOW);
                }
                throw e;
            }
        }

        private void count(int read) {
            bytes += read;
            if (bytes > limit) {
                throw new Refused(RefusalCode.BODY_TOO_LARGE);
            }
            if (!pace.isKept(nanosWaited, bytes)) {
                throw new Refused(RefusalCode.REQUEST_TOO_SLOW);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
