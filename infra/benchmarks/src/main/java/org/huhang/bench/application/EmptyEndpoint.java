package org.huhang.bench.application;

import java.time.LocalDate;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.log.RequestId;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** L5: what a request costs before anything is done: the same filters, authentication, arguments and JSON, and no more. */
@RestController
class EmptyEndpoint {

    record Asked(LocalDate on) {}

    record Answered(LocalDate on, String actor, String requestId) {}

    @PostMapping(path = "/api/bench/empty", consumes = MediaType.APPLICATION_JSON_VALUE)
    Answered nothing(@RequestBody Asked asked, Actor actor, RequestId requestId) {
        return new Answered(asked.on(), actor.id(), requestId.value());
    }
}
