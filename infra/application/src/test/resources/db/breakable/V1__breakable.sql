-- A read model that fails on demand: one row a fact, so that a fact applied twice or left out shows.
CREATE TABLE fact (position bigint NOT NULL, case_id uuid NOT NULL, name text NOT NULL);
