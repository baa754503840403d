package org.huhang.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 201 \r\nContent-Length: 5\r\nKeep-Alive: timeout=60\r\n\r\nhello",
                "HTTP/1.1 201 \r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n1a\r\nabcdefghijklmnopqrstuvwxyz\r\n0\r\n\r\n",
                "HTTP/1.1 201 \r\nX: y\r\n\r\n"
            })
    void an_answer_is_complete_with_its_last_byte_and_not_before(String answer) {
        byte[] bytes = answer.getBytes(StandardCharsets.US_ASCII);

        for (int available = 0; available < bytes.length; available++) {
            assertThat(Reply.read(bytes, available).complete())
                    .as("%d bytes", available)
                    .isFalse();
        }
        Reply reply = Reply.read(bytes, bytes.length);
        assertThat(reply.length()).isEqualTo(bytes.length);
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.done()).isTrue();
        assertThat(reply.closing()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"409", "503"})
    void a_refusal_is_not_done_and_a_closing_server_is_heard(String status) {
        byte[] bytes = ("HTTP/1.1 " + status + " \r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);

        Reply reply = Reply.read(bytes, bytes.length);

        assertThat(reply.done()).isFalse();
        assertThat(reply.closing()).isTrue();
    }
}
