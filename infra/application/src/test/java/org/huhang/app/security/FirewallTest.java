package org.huhang.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

class FirewallTest {

    private final HttpFirewall ours = new SecurityConfiguration().firewall();

    @Test
    void whatever_tomcat_lets_through_in_a_header_is_for_its_reader_to_judge() {
        for (char character = 0x20; character < 0x100; character++) {
            String value = "a" + character + "b";
            assertThat(with(value, ours).getHeader("X-Any")).isEqualTo(value);
        }
        HttpServletRequest stock = with("a\u0085b", new StrictHttpFirewall());
        assertThatThrownBy(() -> stock.getHeader("X-Any")).isInstanceOf(RequestRejectedException.class);
    }

    @Test
    void addresses_methods_and_parameters_are_still_judged() {
        for (MockHttpServletRequest refused : new MockHttpServletRequest[] {
            new MockHttpServletRequest("GET", "/api//ledger"),
            new MockHttpServletRequest("GET", "/api/%2e%2e/ledger"),
            new MockHttpServletRequest("BREW", "/api/ledger")
        }) {
            assertThatThrownBy(() -> ours.getFirewalledRequest(refused)).isInstanceOf(RequestRejectedException.class);
        }
        MockHttpServletRequest parameter = new MockHttpServletRequest("GET", "/api/ledger");
        parameter.addParameter("a\u0001", "b");
        HttpServletRequest walled = ours.getFirewalledRequest(parameter);
        assertThatThrownBy(() -> walled.getParameter("a\u0001")).isInstanceOf(RequestRejectedException.class);
    }

    private static HttpServletRequest with(String value, HttpFirewall firewall) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        request.addHeader("X-Any", value);
        return firewall.getFirewalledRequest(request);
    }
}
