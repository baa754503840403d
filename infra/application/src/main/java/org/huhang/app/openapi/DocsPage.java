package org.huhang.app.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Swagger UI as it comes, with an initializer of ours before its own: files alone, nothing made from a request. */
@Configuration(proxyBeanMethods = false)
class DocsPage implements WebMvcConfigurer {

    private static final String OURS = "classpath:/docs/";
    private static final String VERSION = "META-INF/maven/org.webjars/swagger-ui/pom.properties";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/docs/**")
                .addResourceLocations(OURS, "classpath:/META-INF/resources/webjars/swagger-ui/" + version() + "/");
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/docs", "/docs/index.html");
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream file = new ClassPathResource(VERSION).getInputStream()) {
            properties.load(file);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
