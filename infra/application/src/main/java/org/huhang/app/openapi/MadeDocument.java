package org.huhang.app.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.oas.models.OpenAPI;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.springdoc.core.customizers.SpringDocCustomizers;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.providers.SpringDocProviders;
import org.springdoc.core.service.AbstractRequestService;
import org.springdoc.core.service.GenericResponseService;
import org.springdoc.core.service.OpenAPIService;
import org.springdoc.core.service.OperationService;
import org.springdoc.webmvc.api.OpenApiResource;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/**
 * The document as bytes, made once. It is written in both languages and knows nothing of who asks, so it is the same for
 * every request; springdoc itself would make and keep one for each language named, and write it out for each request.
 */
@Component
class MadeDocument extends OpenApiResource {

    private static final String HERE = "/";

    /**
     * One spelling of the document, ready for whoever asks: nobody makes the process pack or digest it again.
     *
     * @param tag the same for both, and so a weak one
     */
    record Written(byte[] plain, byte[] gzip, String tag) {

        static Written of(byte[] plain) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(plain);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Written(plain, packed.toByteArray(), "W/\"" + DigestUtils.md5DigestAsHex(plain) + "\"");
        }
    }

    private Written json;
    private Written yaml;

    MadeDocument(
            ObjectFactory<OpenAPIService> builders,
            AbstractRequestService requests,
            GenericResponseService responses,
            OperationService operations,
            SpringDocConfigProperties properties,
            SpringDocProviders providers,
            SpringDocCustomizers customizers) {
        super(builders, requests, responses, operations, properties, providers, customizers);
    }

    synchronized Written json() throws JsonProcessingException {
        if (json == null) {
            json = Written.of(writeJsonValue(made()));
        }
        return json;
    }

    synchronized Written yaml() throws JsonProcessingException {
        if (yaml == null) {
            yaml = Written.of(writeYamlValue(made()));
        }
        return yaml;
    }

    private OpenAPI made() {
        return getOpenApi(HERE, Locale.SIMPLIFIED_CHINESE);
    }

    @Override
    protected String getServerUrl(HttpServletRequest request, String documentUrl) {
        return HERE;
    }
}
