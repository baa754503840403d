package org.huhang.app.problem;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.huhang.app.contract.Contracts;
import org.huhang.command.port.Answer;
import org.huhang.command.port.CaseStates;
import org.huhang.command.port.CommandGateway;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.access.Jurisdiction;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.area.CaseState;
import org.huhang.kernel.log.RequestId;
import org.huhang.kernel.policy.Policies;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.MethodParameter;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The web layer alone on a free port, over a case-command port that answers by rote: for what HTTP and JSON do, not for
 * what commands do.
 */
public final class WebLayer implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();

    private WebLayer(ConfigurableApplicationContext context) {
        this.context = context;
        this.port = Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** @param more parts of the test's own */
    public static WebLayer start(Class<?>... more) {
        return new WebLayer(new SpringApplicationBuilder(Parts.class)
                .sources(more)
                .properties(
                        "server.address=127.0.0.1",
                        "server.port=0",
                        "server.max-http-request-header-size=16KB",
                        "spring.main.banner-mode=off",
                        "logging.level.root=warn",
                        "springdoc.enable-default-api-docs=false",
                        "springdoc.default-produces-media-type=application/json",
                        "spring.config.location=optional:classpath:/no-such-file/")
                .run());
    }

    RoteCommands commands() {
        return context.getBean(RoteCommands.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return Contracts.checked(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("No answer", e);
        }
    }

    HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20));
        return headers.length == 0 ? request : request.headers(headers);
    }

    /** For what no decent client would send. */
    String raw(String request) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError("No answer", e);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    /** Answers what it was told to and remembers what it was asked. */
    static final class RoteCommands implements CommandGateway {
        private volatile Request last;
        private volatile Answer rote;

        void answer(Answer answer) {
            rote = answer;
        }

        Request last() {
            return last;
        }

        @Override
        public CompletableFuture<Answer> submit(Request request) {
            return CompletableFuture.completedFuture(send(request));
        }

        @Override
        public Answer send(Request request) {
            last = request;
            return rote == null
                    ? new Answer.Done(request.stream(), 4, 17, List.of("HomeVisitRecorded"), List.of())
                    : rote;
        }
    }

    enum Breakage {
        FAULT,
        REFUSED,
        NOT_YET,
        DATABASE_GONE
    }

    /** Carries no stereotype, so that no other test finds it on the class path and takes it for the application's. */
    @ComponentScan({
        "org.huhang.command.api",
        "org.huhang.app.connector",
        "org.huhang.app.problem",
        "org.huhang.app.openapi"
    })
    @ImportAutoConfiguration({
        PropertyPlaceholderAutoConfiguration.class,
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        org.springdoc.core.configuration.SpringDocConfiguration.class,
        org.springdoc.core.properties.SpringDocConfigProperties.class,
        org.springdoc.webmvc.core.configuration.SpringDocWebMvcConfiguration.class,
        org.springdoc.core.configuration.SpringDocWebServerConfiguration.class
    })
    static class Parts implements WebMvcConfigurer {

        static {
            SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class, RequestId.class);
        }

        @Bean
        RoteCommands roteCommands() {
            return new RoteCommands();
        }

        @Bean
        Broken broken() {
            return new Broken();
        }

        @RestController
        final class Broken {
            @RequestMapping("/broken")
            String broken(@RequestParam("kind") Breakage kind) {
                throw switch (kind) {
                    case FAULT -> new IllegalStateException("张小花 330109201605041234");
                    case REFUSED -> new Refused(RefusalCode.CASE_NOT_FOUND);
                    case NOT_YET -> new Refused(RefusalCode.SERVICE_UNAVAILABLE);
                    case DATABASE_GONE -> new DataAccessResourceFailureException("gone");
                };
            }
        }

        @Bean
        Policies policies() {
            return PolicyBook::published;
        }

        @Bean
        CaseStates states() {
            return CaseState::unregistered;
        }

        @Bean
        InstantSource clock() {
            return InstantSource.system();
        }

        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(
                    new Given<>(Actor.class, new Actor("officer-7", Role.COUNTY_OFFICER, Jurisdiction.of("330109"))));
            resolvers.add(new Given<>(RequestId.class, new RequestId("request-1")));
        }
    }

    private record Given<T>(Class<T> type, T value) implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == type;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                ModelAndViewContainer container,
                NativeWebRequest request,
                WebDataBinderFactory binders) {
            return value;
        }
    }
}
