package org.huhang.app.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.huhang.command.api.openapi.ProblemCatalogue;
import org.huhang.command.api.openapi.RefusalResponses;
import org.huhang.command.api.openapi.ValueSchemas;
import org.huhang.query.api.Words;
import org.huhang.query.api.WordsOf;
import org.springdoc.core.customizers.ParameterCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the API documents say of the whole: {@code /openapi} for programs, {@code /docs} for people. */
@Configuration(proxyBeanMethods = false)
class ApiDocuments {

    private static final String ABOUT = """
            流动、留守和困境儿童档案 · Case tracking for migrant and left-behind children.

            拒绝的理由为中文,Accept-Language 要求英文时为英文 · Refusals come in zh-CN unless Accept-Language asks for English.

            答复中列出的字段总是都在,没有内容的为 null;拒绝(problem+json)的可选字段没有内容时不出现 · Every member of an \
            answer is always there, and null where it has nothing to say; only the optional members of a refusal \
            (problem+json) are left out then.""";

    static {
        ValueSchemas.all()
                .forEach((type, schema) -> SpringDocUtils.getConfig().replaceWithSchema(type, (Schema<?>) schema));
    }

    /** The server is wherever the document was read: what a request says of its host is not repeated. */
    @Bean
    OpenAPI huhangApi(ProblemCatalogue problems) {
        Components components = new Components()
                .addSecuritySchemes(
                        "bearer",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT"));
        new RefusalResponses(problems).describe(components);
        return new OpenAPI()
                .info(new Info()
                        .title("Huhang 护航")
                        .version("1")
                        .description(ABOUT)
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/")))
                .components(components)
                .addSecurityItem(new SecurityRequirement().addList("bearer"));
    }

    @Bean
    ParameterCustomizer wordsOfParameters() {
        return (parameter, method) -> {
            WordsOf words = method.getParameterAnnotation(WordsOf.class);
            if (parameter == null || words == null) {
                return parameter;
            }
            Schema<?> one = Schemas.words(Words.all(words.value()));
            return words.several()
                    ? parameter
                            .schema(Schemas.list(one))
                            .style(Parameter.StyleEnum.FORM)
                            .explode(false)
                    : parameter.schema(one);
        };
    }
}
