package org.huhang.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

class FirewallTest {

    private final HttpFirewall stock = new StrictHttpFirewall();
    private final HttpFirewall ours = new SecurityConfiguration().firewall();

    @Test
    void headers_are_let_through_exactly_as_spring_security_does() {
        int refused = 0;
        for (int character = 0; character < 0x11000; character++) {
            String text = "a" + Character.toString(character) + "b";
            assertThat(accepts(ours, "X-Any", text))
                    .as("value with %x", character)
                    .isEqualTo(accepts(stock, "X-Any", text));
            assertThat(accepts(ours, text, "any")).as("name with %x", character).isEqualTo(accepts(stock, text, "any"));
            refused += accepts(ours, "X-Any", text) ? 0 : 1;
        }
        assertThat(refused).as("control and unassigned characters").isGreaterThan(64);
    }

    private static boolean accepts(HttpFirewall firewall, String name, String value) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        request.addHeader(name, value);
        try {
            return value.equals(firewall.getFirewalledRequest(request).getHeader(name));
        } catch (RequestRejectedException refused) {
            return false;
        }
    }
}
