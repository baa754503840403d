-- Figures for every division and month, as now known and as known at any earlier instant. No name is kept here.

-- All that figures need of one case, in order to work out its spells anew when a fact comes in.
CREATE TABLE timeline (
    case_id  uuid   PRIMARY KEY,
    position bigint NOT NULL,
    line     jsonb  NOT NULL
);

-- The facts that figures rest on.
CREATE TABLE fact (
    position     bigint      PRIMARY KEY,
    case_id      uuid        NOT NULL,
    name         text        NOT NULL,
    effective_on date        NOT NULL,
    recorded_at  timestamptz NOT NULL
);

-- Days on which one child of one place counted under one measure (from_date <= day < to_date), and the time during
-- which that was what was known (known_from_at <= instant < known_to_at). A restated past ends the latter; it changes
-- and deletes nothing that anybody could have been shown.
CREATE TABLE spell (
    case_id         uuid        NOT NULL,
    measure         text        NOT NULL,
    from_date       date        NOT NULL,
    to_date         date        NOT NULL,
    sex             text        NOT NULL,
    birth_date      date        NOT NULL,
    residence       text        NOT NULL,
    residence_scope text        NOT NULL COLLATE "C",
    hukou           text        NOT NULL,
    hukou_scope     text        NOT NULL COLLATE "C",
    because         bigint[]    NOT NULL,
    known_from      bigint      NOT NULL,
    known_from_at   timestamptz NOT NULL,
    known_to        bigint,
    known_to_at     timestamptz NOT NULL DEFAULT 'infinity',
    PRIMARY KEY (case_id, measure, from_date, known_from)
);

CREATE INDEX spell_by_residence ON spell (residence_scope, measure);
CREATE INDEX spell_by_hukou ON spell (hukou_scope, measure);
