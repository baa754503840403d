-- Every fact of every case: who recorded it, when, in which role, from which request. Nothing personal of the child.
CREATE TABLE fact (
    position     bigint PRIMARY KEY,
    case_id      uuid        NOT NULL,
    version      bigint      NOT NULL,
    name         text        NOT NULL,
    revision     integer     NOT NULL,
    effective_on date        NOT NULL,
    recorded_at  timestamptz NOT NULL,
    actor        text        NOT NULL,
    role         text        NOT NULL,
    jurisdiction text        NOT NULL,
    request_id   text        NOT NULL,
    channel      text        NOT NULL,
    source       text,
    demo         boolean     NOT NULL
);

CREATE INDEX fact_by_case ON fact (case_id, position);
CREATE INDEX fact_by_actor ON fact (actor, position);
CREATE INDEX fact_by_name ON fact (name, position);
CREATE INDEX fact_by_request ON fact (request_id);
CREATE INDEX fact_by_time ON fact (recorded_at);

-- Where each case is today. Apart from its facts: when a child moves, who answers for the child now sees the whole past.
CREATE TABLE case_scope (
    case_id         uuid PRIMARY KEY,
    residence_scope text COLLATE "C" NOT NULL,
    hukou_scope     text COLLATE "C" NOT NULL
);

CREATE INDEX case_scope_by_residence ON case_scope (residence_scope);
CREATE INDEX case_scope_by_hukou ON case_scope (hukou_scope);
