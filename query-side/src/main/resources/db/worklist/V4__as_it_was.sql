-- The work list as it was known at any earlier position: each task says since which fact it stands so, and what was due before
-- that fact is kept with both.
ALTER TABLE task ADD COLUMN known_from bigint NOT NULL DEFAULT 0;

-- Written once and never changed.
CREATE TABLE former (
    case_id         uuid   NOT NULL,
    kind            text   NOT NULL COLLATE "C",
    due_on          date   NOT NULL,
    child           text   NOT NULL,
    residence       text   NOT NULL,
    residence_scope text   NOT NULL COLLATE "C",
    hukou           text   NOT NULL,
    hukou_scope     text   NOT NULL COLLATE "C",
    known_from      bigint NOT NULL,
    known_to        bigint NOT NULL CHECK (known_to > known_from),
    PRIMARY KEY (case_id, kind, known_from)
);

-- Nearly every question is of the newest moment, which few of these rows outlast.
CREATE INDEX former_by_end ON former (known_to);
CREATE INDEX former_by_residence ON former (residence_scope, known_to);
CREATE INDEX former_by_hukou ON former (hukou_scope, known_to);
