-- 重点关爱服务对象信息台账. Every registered child is kept, so that a later listing finds the facts it needs; the ledger
-- itself is the part that is listed, open and not absorbed into another case.
CREATE TABLE child (
    case_id         uuid    PRIMARY KEY,
    name            text    NOT NULL,
    sex             text    NOT NULL,
    birth_date      date    NOT NULL,
    residence       text    NOT NULL,
    residence_scope text    NOT NULL COLLATE "C",
    hukou           text    NOT NULL,
    hukou_scope     text    NOT NULL COLLATE "C",
    -- What screening last found, and the status that counts: the two differ while a person is to judge.
    screening       text,
    held            text,
    care            text    NOT NULL DEFAULT 'GUARDED',
    care_since      date,
    care_mode       text,
    review_by       date,
    one_year_mark   date,
    closed          boolean NOT NULL DEFAULT false,
    absorbed        boolean NOT NULL DEFAULT false,
    grounds         text[],
    risk            text,
    listed_on       date,
    last_visit      date,
    next_visit_due  date,
    -- Day of the listing, reassessment or visit that set risk and next_visit_due; an earlier visit told late moves neither.
    last_change     date
);

CREATE INDEX ledger_by_next_visit ON child (next_visit_due, case_id)
    WHERE listed_on IS NOT NULL AND NOT closed AND NOT absorbed;
CREATE INDEX ledger_by_listing ON child (listed_on, case_id)
    WHERE listed_on IS NOT NULL AND NOT closed AND NOT absorbed;
CREATE INDEX ledger_by_residence ON child (residence_scope)
    WHERE listed_on IS NOT NULL AND NOT closed AND NOT absorbed;
CREATE INDEX ledger_by_hukou ON child (hukou_scope)
    WHERE listed_on IS NOT NULL AND NOT closed AND NOT absorbed;
