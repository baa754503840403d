package org.huhang.app.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import org.huhang.app.testing.RunningApplication;
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
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
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

        @GetMapping("/cases/search")
        void search() {}

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
    static class OnlyCommands {

        @PostMapping(path = "/cases/{id}/{command}", consumes = MediaType.APPLICATION_JSON_VALUE)
        void any() {}
    }

    @Controller
    static class AnyMethod {

        @RequestMapping("/cases/{id}/history")
        void anyMethod() {}
    }

    @Controller
    static class AnyLength {

        @PostMapping(path = "/cases/{*rest}", consumes = "application/*", headers = "X-Whole")
        void rest() {}
    }

    @ParameterizedTest
    @CsvSource({
        "GET,     /cases,                all",
        "POST,    /cases,                HttpRequestMethodNotSupportedException",
        "GET,     /cases/7,              one",
        "HEAD,    /cases/7,              one",
        "GET,     /cases/search,         search",
        "GET,     /cases/%73earch,       search",
        "GET,     /cases/7;x=1,          one",
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
    void a_mapping_of_any_method_or_length_leaves_everything_to_spring() throws Exception {
        assertThat(found(
                        new MappingsByShape(),
                        "POST",
                        "/cases/7/history",
                        MediaType.APPLICATION_JSON_VALUE,
                        AnyMethod.class,
                        Addresses.class))
                .isEqualTo(found(
                        new RequestMappingHandlerMapping(),
                        "POST",
                        "/cases/7/history",
                        MediaType.APPLICATION_JSON_VALUE,
                        AnyMethod.class,
                        Addresses.class))
                .startsWith("anyMethod");
        assertThat(prepared(new MappingsByShape(), Addresses.class).isOfUse()).isTrue();
        assertThat(prepared(new MappingsByShape(), Addresses.class, AnyMethod.class)
                        .isOfUse())
                .isFalse();
        assertThat(prepared(new MappingsByShape(), Addresses.class, AnyLength.class)
                        .isOfUse())
                .isFalse();
    }

    @Test
    void a_mapping_added_or_taken_away_later_counts() throws Exception {
        MappingsByShape mappings = prepared(new MappingsByShape(), Addresses.class);
        RequestMappingInfo close = mapping(mappings, "close");
        Method closing = mappings.getHandlerMethods().get(close).getMethod();

        mappings.unregisterMapping(close);
        assertThat(ask(mappings, "POST", "/cases/7/close", MediaType.APPLICATION_JSON_VALUE))
                .startsWith("command");

        MappingsByShape grown = prepared(new MappingsByShape(), OnlyCommands.class);
        assertThat(ask(grown, "POST", "/cases/7/close", MediaType.APPLICATION_JSON_VALUE))
                .startsWith("any");
        grown.registerMapping(close, new Addresses(), closing);
        assertThat(ask(grown, "POST", "/cases/7/close", MediaType.APPLICATION_JSON_VALUE))
                .startsWith("close");
    }

    @Test
    void it_is_of_use_to_the_application() {
        assertThat(RunningApplication.shared().bean(MappingsByShape.class).isOfUse())
                .isTrue();
    }

    private static RequestMappingInfo mapping(RequestMappingHandlerMapping mappings, String method) {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getMethod().getName().equals(method))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
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
