-- How far the demo has been written. One row, or none where no demo was asked for.
CREATE TABLE mark (
    one      boolean PRIMARY KEY DEFAULT true CHECK (one),
    last_day date    NOT NULL,
    children integer NOT NULL,
    steps    integer NOT NULL DEFAULT 0,
    complete boolean NOT NULL DEFAULT false
);
