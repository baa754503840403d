package org.huhang.app.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Whatever is asked for, the handler, its variables and the refusals are those of Spring's own mapping. */
class MappingsByShapeTest {

    @Controller
    static class Addresses {

        @GetMapping("/cases")
        void all() {}

        @GetMapping("/cases/{id}")
        void one() {}

        @PostMapping(path = "/cases/{id}/{command}", consumes = MediaType.APPLICATION_JSON_VALUE)
        void command() {}

        @PostMapping(path = "/cases/{id}/close", consumes = MediaType.APPLICATION_JSON_VALUE)
        void close() {}

        @GetMapping("/cases/{id}/history")
        void history() {}

        @GetMapping(path = "/cases/{id}/page", produces = MediaType.TEXT_HTML_VALUE)
        void page() {}
    }

    @Controller
    static class Anything {

        @RequestMapping("/{*rest}")
        void rest() {}
    }

    @ParameterizedTest
    @CsvSource({
        "GET,     /cases,                all",
        "POST,    /cases,                HttpRequestMethodNotSupportedException",
        "GET,     /cases/7,              one",
        "HEAD,    /cases/7,              one",
        "GET,     /cases/,               none",
        "GET,     /cases/7/,             none",
        "GET,     //cases/7,             none",
        "GET,     /cases/%E6%8A%A4,      one",
        "POST,    /cases/7/move,         command",
        "POST,    /cases/7/history,      command",
        "POST,    /cases/7/close,        close",
        "PUT,     /cases/7/move,         HttpRequestMethodNotSupportedException",
        "GET,     /cases/7/move,         HttpRequestMethodNotSupportedException",
        "GET,     /cases/7/history,      history",
        "GET,     /cases/7/page,         HttpMediaTypeNotAcceptableException",
        "OPTIONS, /cases/7/move,         OPTIONS",
        "GET,     /cases/7/history/3,    none"
    })
    void a_request_finds_what_spring_would_find(String method, String path, String expected) throws Exception {
        assertThat(found(new MappingsByShape(), method, path, MediaType.APPLICATION_JSON_VALUE, Addresses.class))
                .isEqualTo(found(
                        new RequestMappingHandlerMapping(),
                        method,
                        path,
                        MediaType.APPLICATION_JSON_VALUE,
                        Addresses.class))
                .asString()
                .startsWith(expected);
    }

    @Test
    void a_body_of_another_type_is_refused_as_by_spring() throws Exception {
        assertThat(found(new MappingsByShape(), "POST", "/cases/7/move", MediaType.TEXT_PLAIN_VALUE, Addresses.class))
                .isEqualTo("HttpMediaTypeNotSupportedException");
    }

    @Test
    void a_mapping_that_takes_anything_is_not_forgotten() throws Exception {
        for (String method : List.of("GET", "POST", "PUT")) {
            assertThat(found(
                            new MappingsByShape(),
                            method,
                            "/cases/7/history",
                            MediaType.APPLICATION_JSON_VALUE,
                            Addresses.class,
                            Anything.class))
                    .isEqualTo(found(
                            new RequestMappingHandlerMapping(),
                            method,
                            "/cases/7/history",
                            MediaType.APPLICATION_JSON_VALUE,
                            Addresses.class,
                            Anything.class));
        }
    }

    @Test
    void a_mapping_added_or_taken_away_later_counts() throws Exception {
        MappingsByShape mappings = prepared(new MappingsByShape(), Addresses.class);
        var history = mappings.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getMethod().getName().equals("history"))
                .findFirst()
                .orElseThrow();

        mappings.unregisterMapping(history.getKey());
        assertThat(ask(mappings, "GET", "/cases/7/history", MediaType.APPLICATION_JSON_VALUE))
                .isEqualTo("HttpRequestMethodNotSupportedException");

        mappings.registerMapping(
                history.getKey(), new Addresses(), history.getValue().getMethod());
        assertThat(ask(mappings, "GET", "/cases/7/history", MediaType.APPLICATION_JSON_VALUE))
                .startsWith("history");
    }

    private static String found(
            RequestMappingHandlerMapping mappings, String method, String path, String type, Class<?>... controllers)
            throws Exception {
        return ask(prepared(mappings, controllers), method, path, type);
    }

    private static <M extends RequestMappingHandlerMapping> M prepared(M mappings, Class<?>... controllers) {
        StaticWebApplicationContext context = new StaticWebApplicationContext();
        for (Class<?> controller : controllers) {
            context.registerSingleton(controller.getSimpleName(), controller);
        }
        context.refresh();
        mappings.setApplicationContext(context);
        mappings.afterPropertiesSet();
        return mappings;
    }

    /** Name of the handler and its variables, or of what was thrown. */
    private static String ask(RequestMappingHandlerMapping mappings, String method, String path, String type) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setContentType(type);
        request.addHeader("Accept", MediaType.APPLICATION_JSON_VALUE);
        ServletRequestPathUtils.parseAndCache(request);
        try {
            return Optional.ofNullable(mappings.getHandler(request))
                            .map(HandlerExecutionChain::getHandler)
                            .map(handler ->
                                    ((HandlerMethod) handler).getMethod().getName())
                            .map(name -> name.equals("handle") ? "OPTIONS" : name)
                            .orElse("none")
                    + " " + request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                    + " " + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        } catch (Exception refused) {
            return refused.getClass().getSimpleName();
        }
    }
}
