-- Where each case was at any earlier position: each says since which fact it is where it is, and where it was before that fact
-- is kept with both. The audit knows of a fact from its own position on, or from a later one where it passed the case over.
ALTER TABLE case_scope ADD COLUMN recorded_from bigint NOT NULL DEFAULT 0, ADD COLUMN known_from bigint NOT NULL DEFAULT 0;

-- Written once and never changed. Few, for few children move.
CREATE TABLE former_scope (
    case_id         uuid   NOT NULL,
    residence_scope text   NOT NULL COLLATE "C",
    hukou_scope     text   NOT NULL COLLATE "C",
    recorded_from   bigint NOT NULL,
    recorded_to     bigint NOT NULL CHECK (recorded_to > recorded_from),
    known_from      bigint NOT NULL,
    known_to        bigint NOT NULL CHECK (known_to >= known_from),
    PRIMARY KEY (case_id, recorded_from)
);

CREATE INDEX former_scope_by_residence ON former_scope (residence_scope, known_to);
CREATE INDEX former_scope_by_hukou ON former_scope (hukou_scope, known_to);

-- Of a fact whose case was passed over when it came: the position from which on the audit knows of it.
ALTER TABLE fact ADD COLUMN known_from bigint;
