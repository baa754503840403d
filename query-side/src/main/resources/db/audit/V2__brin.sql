-- recorded_at grows with position: a few pages find an instant, and a fact costs no entry of its own.
DROP INDEX fact_by_time;
CREATE INDEX fact_by_time ON fact USING brin (recorded_at) WITH (autosummarize = on);
