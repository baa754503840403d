package org.huhang.command.imports;

import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** Shows in the API documents how a list is handed in, and how it is answered in whichever way it came. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@RequestBody(
        required = true,
        content = {
            @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
            @Content(
                    mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                    schema = @Schema(type = "string", format = "binary")),
            @Content(
                    mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                    schema = @Schema(implementation = ListForm.Fields.class))
        })
@ApiResponse(
        responseCode = "202",
        description = "Taken in; a job carries it into the register",
        headers =
                @Header(
                        name = HttpHeaders.LOCATION,
                        required = true,
                        description = "Address of the job",
                        schema = @Schema(type = "string", format = "uri-reference")),
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = ImportProgress.class)))
@ApiResponse(
        responseCode = "429",
        description =
                "TOO_MANY_IMPORTS: as many lists of this account as may be are not through yet; said before the body"
                        + " is read",
        headers = @Header(name = HttpHeaders.RETRY_AFTER, required = true, schema = @Schema(type = "integer")),
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        schema = @Schema(ref = "#/components/schemas/Problem")))
@ApiResponse(
        responseCode = "503",
        description =
                "NO_ROOM_FOR_IMPORTS: lists that are not through yet take all the room there is for them, or for the"
                        + " county's",
        headers = @Header(name = HttpHeaders.RETRY_AFTER, required = true, schema = @Schema(type = "integer")),
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        schema = @Schema(ref = "#/components/schemas/Problem")))
@interface TakenIn {}
