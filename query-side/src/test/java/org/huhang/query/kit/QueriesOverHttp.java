package org.huhang.query.kit;

import java.util.List;
import java.util.Map;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.access.Jurisdiction;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.refusal.Refused;
import org.huhang.query.api.DeclaredParameters;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.MethodParameter;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The query side behind a socket: the caller stands in a header, and a refusal is answered by its code alone. */
@SpringBootConfiguration
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class
})
@Import({DeclaredParameters.class, QueriesOverHttp.Refusals.class})
public class QueriesOverHttp {

    /** {@code ROLE division}, e.g. {@code COUNTY_OFFICER 330109}. */
    public static final String CALLER = "X-Caller";

    @Bean
    WebMvcConfigurer caller() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new FromHeader());
            }
        };
    }

    private static final class FromHeader implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Actor.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                ModelAndViewContainer container,
                NativeWebRequest request,
                WebDataBinderFactory binders) {
            String[] caller = request.getHeader(CALLER).split(" ");
            return new Actor("someone", Role.valueOf(caller[0]), Jurisdiction.of(caller[1]));
        }
    }

    @RestControllerAdvice
    static class Refusals {

        @ExceptionHandler
        ResponseEntity<Map<String, String>> refused(Refused no) {
            int status =
                    switch (no.refusal().code().kind()) {
                        case INVALID -> 400;
                        case FORBIDDEN -> 403;
                        case NOT_FOUND -> 404;
                        case TOO_LATE -> 504;
                        case UNPROCESSABLE -> 422;
                        case TOO_LARGE,
                                OVERSIZED_HEADERS,
                                TOO_SLOW,
                                UNSUPPORTED,
                                UNACCEPTABLE,
                                WRONG_METHOD,
                                UNKNOWN_CALLER,
                                CONFLICT,
                                STALE,
                                TOO_MANY,
                                UNAVAILABLE,
                                FAULT -> 500;
                    };
            String field = no.refusal().errors().stream()
                    .findFirst()
                    .map(error -> error.field())
                    .orElse("");
            return ResponseEntity.status(status)
                    .body(Map.of("code", no.refusal().code().name(), "field", field));
        }
    }
}
