package org.huhang.app.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.oas.models.OpenAPI;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
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

/**
 * The document as bytes, made once. It is written in both languages and knows nothing of who asks, so it is the same for
 * every request; springdoc itself would make and keep one for each language named, and write it out for each request.
 */
@Component
class MadeDocument extends OpenApiResource {

    private static final String HERE = "/";

    private byte[] json;
    private byte[] yaml;

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

    synchronized byte[] json() throws JsonProcessingException {
        if (json == null) {
            json = writeJsonValue(made());
        }
        return json;
    }

    synchronized byte[] yaml() throws JsonProcessingException {
        if (yaml == null) {
            yaml = writeYamlValue(made());
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
