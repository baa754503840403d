-- Child directors (儿童主任) and township supervisors (儿童督导员). One row a member of staff, from which the next fact is folded;
-- what does not change once they are appointed stands beside it.
CREATE TABLE member (
    staff_id uuid  PRIMARY KEY,
    name     text  NOT NULL,
    post     text  NOT NULL,
    since    date  NOT NULL,
    state    jsonb NOT NULL
);
-- No row is ever found by it.
ALTER TABLE member ALTER COLUMN state SET STATISTICS 0;

-- Who answers for which area from which day until which, as it was known from one position of the log until another.
CREATE TABLE charge (
    staff_id   uuid   NOT NULL,
    area       text   NOT NULL COLLATE "C",
    area_scope text   NOT NULL COLLATE "C",
    from_day   date   NOT NULL,
    -- The first day on which they do no more; infinity while nobody knows of one.
    until_day  date   NOT NULL CHECK (until_day > from_day),
    -- The first day on which the post is over, once that is known.
    ended      date,
    known_from bigint NOT NULL,
    known_to   bigint NOT NULL CHECK (known_to > known_from),
    PRIMARY KEY (staff_id, area, from_day, known_from)
);
CREATE INDEX charge_by_area ON charge (area_scope);

CREATE TABLE training (
    staff_id   uuid   NOT NULL,
    version    bigint NOT NULL,
    on_day     date   NOT NULL,
    kind       text   NOT NULL,
    known_from bigint NOT NULL,
    PRIMARY KEY (staff_id, version)
);
