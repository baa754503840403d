package org.huhang.app.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
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
    ResponseEntity<byte[]> json() throws JsonProcessingException {
        return answer(document.json());
    }

    @GetMapping(path = YAML, produces = YAML_TYPE)
    ResponseEntity<byte[]> yaml() throws JsonProcessingException {
        return answer(document.yaml());
    }

    private static ResponseEntity<byte[]> answer(byte[] document) {
        return ResponseEntity.ok()
                .eTag(DigestUtils.md5DigestAsHex(document))
                .cacheControl(CacheControl.noCache())
                .body(document);
    }
}
