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
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.huhang.command.api.openapi.ProblemCatalogue;
import org.huhang.command.api.openapi.RefusalResponses;
import org.huhang.command.api.openapi.ValueSchemas;
import org.huhang.query.api.AgeBand;
import org.huhang.query.api.Form;
import org.huhang.query.api.FormOf;
import org.huhang.query.api.Limit;
import org.huhang.query.api.Parameters;
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

    /** An instant with nanoseconds and seconds of its offset. */
    private static final int LONGEST_MOMENT = 44;

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
    ParameterCustomizer formsOfParameters() {
        return (parameter, method) -> {
            FormOf form = method.getParameterAnnotation(FormOf.class);
            return parameter == null || form == null ? parameter : parameter.schema(schema(form.value()));
        };
    }

    private static Schema<?> schema(Form form) {
        Schema<?> text = Schemas.typed("string");
        return switch (form) {
            case DAY -> text.format("date");
            case MONTH -> text.pattern("^[0-9]{4}-(0[1-9]|1[0-2])$");
            case MOMENT -> text.maxLength(LONGEST_MOMENT);
            case POSITION -> text.pattern("^[0-9]{1,18}$");
            case DIVISION -> text.pattern("^([0-9]{6}|[0-9]{9}|[0-9]{12})$");
            case IDENTIFIER -> text.format("uuid");
            case FLAG -> Schemas.words(List.of("true", "false"));
            case TEXT -> text.minLength(1).maxLength(Parameters.LONGEST_TEXT);
            case AGE -> text.pattern("^[0-9]{1,2}$");
            case OVERDUE -> text.pattern("^(true|false|[0-9]{1,5})$");
            case AGE_BAND ->
                Schemas.words(
                        Arrays.stream(AgeBand.values()).map(AgeBand::years).toList());
            case LIMIT -> limit();
            case CURSOR -> text.minLength(1);
        };
    }

    private static Schema<?> limit() {
        return Schemas.typed("integer").minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(Limit.MOST));
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
