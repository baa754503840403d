package org.huhang.app.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.huhang.command.api.openapi.ValueSchemas;
import org.huhang.query.api.Words;
import org.huhang.query.api.WordsOf;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.customizers.ParameterCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the API documents say of the whole: {@code /openapi} for programs, {@code /docs} for people. */
@Configuration(proxyBeanMethods = false)
class ApiDocuments {

    static {
        ValueSchemas.all()
                .forEach((type, schema) -> SpringDocUtils.getConfig().replaceWithSchema(type, (Schema<?>) schema));
    }

    @Bean
    OpenAPI huhangApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Huhang 护航")
                        .version("1")
                        .description("流动、留守和困境儿童档案 · Case tracking for migrant and left-behind children. "
                                + "Refusals come in zh-CN unless Accept-Language asks for English.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                "bearer",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")))
                .addSecurityItem(new SecurityRequirement().addList("bearer"));
    }

    @Bean
    ParameterCustomizer wordsOfParameters() {
        return (parameter, method) -> {
            WordsOf words = method.getParameterAnnotation(WordsOf.class);
            if (parameter == null || words == null) {
                return parameter;
            }
            Schema<Object> one = new Schema<>();
            one.addType("string");
            one.setEnum(List.copyOf(Words.all(words.value())));
            if (!words.several()) {
                return parameter.schema(one);
            }
            Schema<Object> several = new Schema<>();
            several.addType("array");
            several.setItems(one);
            return parameter.schema(several).style(Parameter.StyleEnum.FORM).explode(false);
        };
    }

    /** Commands list their refusals one by one; of everything else it is enough to know what shape a refusal has. */
    @Bean
    OperationCustomizer refusalsOfQueries() {
        Schema<?> problem = new Schema<>().$ref("#/components/schemas/Problem");
        Content content = new Content().addMediaType("application/problem+json", new MediaType().schema(problem));
        return (operation, handler) -> {
            operation
                    .getResponses()
                    .addApiResponse(
                            "default", new ApiResponse().description("Refused").content(content));
            return operation;
        };
    }
}
