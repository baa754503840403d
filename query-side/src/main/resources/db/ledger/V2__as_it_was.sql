-- The ledger as it was known at any earlier position: each child's row says since which fact it stands so, and what stood on
-- the ledger before that fact is kept with both.
ALTER TABLE child ADD COLUMN known_from bigint NOT NULL DEFAULT 0;

-- Only rows that were on the ledger, for the others were never shown. Written once and never changed.
CREATE TABLE former (
    case_id         uuid    NOT NULL,
    name            text    NOT NULL,
    sex             text    NOT NULL,
    birth_date      date    NOT NULL,
    residence       text    NOT NULL,
    residence_scope text    NOT NULL COLLATE "C",
    hukou           text    NOT NULL,
    hukou_scope     text    NOT NULL COLLATE "C",
    screening       text,
    care            text    NOT NULL,
    care_since      date,
    care_mode       text,
    review_by       date,
    one_year_mark   date,
    grounds         text[]  NOT NULL,
    risk            text    NOT NULL,
    listed_on       date    NOT NULL,
    last_visit      date,
    next_visit_due  date    NOT NULL,
    known_from      bigint  NOT NULL,
    known_to        bigint  NOT NULL CHECK (known_to > known_from),
    PRIMARY KEY (case_id, known_from)
);

-- Nearly every question is of the newest moment, which few of these rows outlast.
CREATE INDEX former_by_end ON former (known_to);
CREATE INDEX former_by_residence ON former (residence_scope, known_to);
CREATE INDEX former_by_hukou ON former (hukou_scope, known_to);
