package org.huhang.app.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.huhang.app.problem.Sentences;
import org.huhang.app.problem.WebLayer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.LocaleResolver;

/** What strangers ask for makes nothing and keeps nothing. */
class DocumentMadeOnceTest {

    private static final AtomicInteger MADE = new AtomicInteger();
    private static WebLayer web;

    static class Counting {
        @Bean
        GlobalOpenApiCustomizer countingDocuments() {
            return document -> MADE.incrementAndGet();
        }
    }

    @BeforeAll
    static void start() {
        web = WebLayer.start(Counting.class);
    }

    @AfterAll
    static void stop() {
        web.close();
    }

    @Test
    void one_document_serves_every_language_anybody_names() {
        Set<String> json = new HashSet<>();
        Set<String> yaml = new HashSet<>();
        for (String language : languages()) {
            json.add(web.get("/openapi", "Accept-Language", language).body());
            yaml.add(web.get("/openapi.yaml", "Accept-Language", language).body());
        }

        assertThat(json).hasSize(1);
        assertThat(yaml).hasSize(1);
        assertThat(MADE).hasValueLessThanOrEqualTo(Sentences.LANGUAGES.size());
    }

    @Test
    void every_request_is_in_one_of_the_two_languages() {
        LocaleResolver resolver = web.bean(LocaleResolver.class);
        Set<Locale> resolved = new HashSet<>();
        for (String language : languages()) {
            MockHttpServletRequest request = new MockHttpServletRequest();
            request.addHeader("Accept-Language", language);
            resolved.add(resolver.resolveLocale(request));
        }

        assertThat(resolved).isNotEmpty().isSubsetOf(Sentences.LANGUAGES);
    }

    @Test
    void who_has_the_document_already_is_told_so() {
        for (String address : List.of("/openapi", "/openapi.yaml")) {
            String tag = web.get(address).headers().firstValue("ETag").orElseThrow();
            HttpResponse<String> again = web.get(address, "If-None-Match", tag);

            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(web.get(address, "If-None-Match", "\"another\"").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void there_is_no_further_document_by_group() {
        for (String address :
                List.of("/openapi/huhang", "/openapi/swagger-config", "/openapi.yaml/huhang", "/v3/api-docs")) {
            assertThat(web.get(address).statusCode()).as(address).isEqualTo(404);
        }
    }

    private static List<String> languages() {
        List<String> some = new ArrayList<>(List.of("zh-CN", "en", "en-GB;q=0.4, zh;q=0.3", "*", "x", "zh-Hant"));
        for (Locale locale : Locale.getAvailableLocales()) {
            if (some.size() < 150 && !locale.toLanguageTag().isBlank()) {
                some.add(locale.toLanguageTag());
            }
        }
        return some;
    }
}
