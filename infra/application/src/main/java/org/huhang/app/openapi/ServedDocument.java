package org.huhang.app.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Hands out the document to programs; a browser that has it already is told so. */
@Hidden
@RestController
class ServedDocument {

    static final String JSON = "/openapi";
    static final String YAML = "/openapi.yaml";
    static final String YAML_TYPE = "application/vnd.oai.openapi";

    private final MadeDocument document;

    ServedDocument(MadeDocument document) {
        this.document = document;
    }

    @GetMapping(path = JSON, produces = "application/json")
    ResponseEntity<byte[]> json(@RequestHeader HttpHeaders asked) throws JsonProcessingException {
        return answer(document.json(), asked);
    }

    @GetMapping(path = YAML, produces = YAML_TYPE)
    ResponseEntity<byte[]> yaml(@RequestHeader HttpHeaders asked) throws JsonProcessingException {
        return answer(document.yaml(), asked);
    }

    private static ResponseEntity<byte[]> answer(MadeDocument.Written document, HttpHeaders asked) {
        boolean packed =
                asked.getOrEmpty(HttpHeaders.ACCEPT_ENCODING).stream().anyMatch(coding -> coding.contains("gzip"));
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .eTag(document.tag())
                .cacheControl(CacheControl.noCache())
                .varyBy(HttpHeaders.ACCEPT_ENCODING);
        return packed
                ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(document.gzip())
                : answer.body(document.plain());
    }
}
