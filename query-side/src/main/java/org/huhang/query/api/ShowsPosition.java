package org.huhang.query.api;

import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a query whose answer says how much of the log and which tables of divisions it rests on. Such an answer bears an
 * entity tag; who has it already is told so by a 304.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ApiResponse(
        responseCode = "200",
        useReturnTypeSchema = true,
        headers = {
            @Header(
                    name = "ETag",
                    required = true,
                    description = "Names this answer: its position, and a digest of what it says and by which tables",
                    schema = @Schema(type = "string")),
            @Header(
                    name = Page.POSITION,
                    required = true,
                    description = "Position of the last fact of the log that is in the answer",
                    schema = @Schema(type = "string", pattern = "^[0-9]+$")),
            @Header(
                    name = Page.TABLES,
                    required = true,
                    description =
                            "Tables of divisions by which places are named, told apart and reached: their edition and a"
                                    + " digest; and calendar- with the digest of the working days. Two of each, between commas,"
                                    + " where they were replaced while the answer was made; and rows- with a digest for each of"
                                    + " the other tables of which rows are still read",
                    schema = @Schema(type = "string"))
        })
@ApiResponse(
        responseCode = "304",
        description = "The answer is still the one whose ETag If-None-Match gave",
        headers = {
            @Header(name = "ETag", required = true, schema = @Schema(type = "string")),
            @Header(name = Page.POSITION, required = true, schema = @Schema(type = "string")),
            @Header(name = Page.TABLES, required = true, schema = @Schema(type = "string"))
        },
        content = @Content)
public @interface ShowsPosition {}
