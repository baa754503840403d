package org.huhang.query.api;

import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a query for one record as it stands, read from the log itself; answered with {@link VersionedAnswer}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ApiResponse(
        responseCode = "200",
        description = "The record as it stands",
        useReturnTypeSchema = true,
        headers = {
            @Header(
                    name = "ETag",
                    required = true,
                    description =
                            "Version of the record and, behind a point, all else that the answer rests on: tables of"
                                    + " divisions, calendar, editions of the policy and the day; in quotes",
                    schema = @Schema(type = "string")),
            @Header(
                    name = Page.POSITION,
                    required = true,
                    description = "Position of its last fact in the log",
                    schema = @Schema(type = "string", pattern = "^[0-9]+$")),
            @Header(
                    name = Page.TABLES,
                    required = true,
                    description = "Tables of divisions by which places are named, and calendar- with the digest of the"
                            + " working days",
                    schema = @Schema(type = "string"))
        })
@ApiResponse(
        responseCode = "304",
        description = "Nothing has changed since the answer whose ETag If-None-Match gave",
        headers = {
            @Header(name = "ETag", required = true, schema = @Schema(type = "string")),
            @Header(name = Page.POSITION, required = true, schema = @Schema(type = "string")),
            @Header(name = Page.TABLES, required = true, schema = @Schema(type = "string"))
        },
        content = @Content)
public @interface ShowsVersion {}
