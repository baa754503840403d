-- Where each member of staff answers for something, and did: one row an area's division, for they may have any number of areas.
-- recorded_to and known_to are the greatest bigint while that goes on.
CREATE TABLE staff_scope (
    staff_id      uuid   NOT NULL,
    scope         text   NOT NULL COLLATE "C",
    recorded_from bigint NOT NULL,
    recorded_to   bigint NOT NULL CHECK (recorded_to > recorded_from),
    known_from    bigint NOT NULL,
    known_to      bigint NOT NULL CHECK (known_to >= known_from),
    PRIMARY KEY (staff_id, scope, recorded_from)
);

CREATE INDEX staff_scope_by_scope ON staff_scope (scope, known_to);
