package org.huhang.app.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Set;
import org.huhang.app.metrics.MetricsController;
import org.huhang.command.api.openapi.ProblemCatalogue;
import org.huhang.command.api.openapi.RefusalResponses;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.stereotype.Component;

/** Shows the addresses that need no token, and that no controller of ours serves. */
@Component
class PublicAddresses implements GlobalOpenApiCustomizer {

    private static final String HEALTH = "Health";

    /** As Spring Boot's health endpoint answers, by what is accepted. */
    private static final List<String> HEALTH_TYPES = List.of(
            "application/vnd.spring-boot.actuator.v3+json",
            "application/vnd.spring-boot.actuator.v2+json",
            "application/json");

    private final RefusalResponses refusals;
    private final ObjectProvider<HealthEndpointGroups> health;

    PublicAddresses(ProblemCatalogue problems, ObjectProvider<HealthEndpointGroups> health) {
        this.refusals = new RefusalResponses(problems);
        this.health = health;
    }

    @Override
    public void customise(OpenAPI document) {
        document.getPaths()
                .addPathItem(
                        ServedDocument.JSON,
                        get(
                                "openapi-json",
                                "接口文档 (JSON) · This document",
                                documents(
                                        "application/json",
                                        Schemas.typed("object").additionalProperties(true))))
                .addPathItem(
                        ServedDocument.YAML,
                        get(
                                "openapi-yaml",
                                "接口文档 (YAML) · This document as YAML",
                                documents(ServedDocument.YAML_TYPE, Schemas.typed("string"))));
        health.ifAvailable(groups -> {
            document.getComponents().addSchemas(HEALTH, healthSchema());
            document.getPaths().addPathItem("/health", get("health", "运行状况 · Whether the service is up", healths()));
            groups.getNames().forEach(group -> document.getPaths()
                    .addPathItem(
                            "/health/" + group,
                            get(
                                    "health-" + group,
                                    "运行状况 (%s) · Whether the service is up (%s)".formatted(group, group),
                                    healths())));
        });
    }

    private PathItem get(String id, String summary, ApiResponses responses) {
        refusals.addAny(Set.of(400, 406, 500), responses);
        return new PathItem()
                .get(new Operation()
                        .operationId(id)
                        .summary(summary)
                        .addTagsItem(MetricsController.TAG)
                        .security(List.of())
                        .responses(responses));
    }

    private static ApiResponses documents(String mediaType, Schema<?> schema) {
        return new ApiResponses()
                .addApiResponse(
                        "200",
                        new ApiResponse()
                                .description("The same for everybody, in both languages")
                                .addHeaderObject("ETag", tag())
                                .content(content(List.of(mediaType), schema)))
                .addApiResponse(
                        "304",
                        new ApiResponse()
                                .description("It is the one whose ETag If-None-Match gave")
                                .addHeaderObject("ETag", tag()));
    }

    private static ApiResponses healths() {
        return new ApiResponses()
                .addApiResponse("200", health("It is up"))
                .addApiResponse("503", health("It is not, or cannot work"));
    }

    private static ApiResponse health(String description) {
        return new ApiResponse().description(description).content(content(HEALTH_TYPES, Schemas.reference(HEALTH)));
    }

    private static Schema<?> healthSchema() {
        Schema<?> schema = Schemas.object();
        Schemas.require(schema, "status", Schemas.words(List.of("UP", "DOWN", "OUT_OF_SERVICE", "UNKNOWN")));
        schema.addProperty(
                "groups",
                Schemas.list(Schemas.typed("string")).description("Only where there are any: /health/ and the name"));
        return schema;
    }

    private static Header tag() {
        return new Header().required(true).description("Of these bytes").schema(Schemas.typed("string"));
    }

    private static Content content(List<String> mediaTypes, Schema<?> schema) {
        Content content = new Content();
        mediaTypes.forEach(type -> content.addMediaType(type, new MediaType().schema(schema)));
        return content;
    }
}
