-- recorded_at grows with position: a few pages find an instant, and a fact costs no entry of its own. Small ranges, because a
-- rebuild writes stretches of several parts side by side.
DROP INDEX fact_by_time;
CREATE INDEX fact_by_time ON fact USING brin (recorded_at) WITH (pages_per_range = 32, autosummarize = on);
