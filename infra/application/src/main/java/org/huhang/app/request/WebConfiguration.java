package org.huhang.app.request;

import java.util.List;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.log.RequestId;
import org.huhang.query.api.DeclaredParameters;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.RequestContextFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Gives controllers what every request carries; none of it is part of the documented API. */
@Configuration(proxyBeanMethods = false)
@Import(DeclaredParameters.class)
class WebConfiguration implements WebMvcConfigurer {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class, RequestId.class);
    }

    private final List<HandlerMethodArgumentResolver> arguments;
    private final AnswerTags tags;

    WebConfiguration(List<HandlerMethodArgumentResolver> arguments, AnswerTags tags) {
        this.arguments = arguments;
        this.tags = tags;
    }

    /** In the place of Spring Boot's own, which is put there first. */
    @Bean
    @Order(1)
    static ServerHttpMessageConvertersCustomizer jsonInOnePiece(JsonMapper mapper, AnswerTags tags) {
        return converters -> converters.withJsonConverter(new JsonInOnePiece(mapper, tags));
    }

    /**
     * Spring Boot's own reads each of the languages that a caller lists, however many; what it is for, the dispatcher does
     * where it is needed.
     */
    @Bean
    static FilterRegistrationBean<RequestContextFilter> noRequestContextFilter() {
        FilterRegistrationBean<RequestContextFilter> none = new FilterRegistrationBean<>(new RequestContextFilter());
        none.setEnabled(false);
        return none;
    }

    @Bean
    static WebMvcRegistrations mappingsByShape() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new MappingsByShape();
            }
        };
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.addAll(arguments);
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(tags);
    }
}
