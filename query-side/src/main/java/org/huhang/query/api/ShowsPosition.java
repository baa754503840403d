package org.huhang.query.api;

import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Shows in the API documents that an answer says how much of the log it rests on. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ApiResponse(
        responseCode = "200",
        useReturnTypeSchema = true,
        headers =
                @Header(
                        name = "Huhang-Position",
                        required = true,
                        description = "Position of the last fact of the log that is in the answer",
                        schema = @Schema(type = "string", pattern = "^[0-9]+$")))
public @interface ShowsPosition {}
