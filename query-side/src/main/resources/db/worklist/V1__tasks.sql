-- What is due in each case. The agenda is what the next fact is worked into; a task is one thing due.
CREATE TABLE agenda (
    case_id  uuid  PRIMARY KEY,
    state    jsonb NOT NULL
);

CREATE TABLE task (
    case_id         uuid NOT NULL,
    kind            text NOT NULL,
    due_on          date NOT NULL,
    child           text NOT NULL,
    residence       text NOT NULL,
    residence_scope text NOT NULL COLLATE "C",
    hukou           text NOT NULL,
    hukou_scope     text NOT NULL COLLATE "C",
    PRIMARY KEY (case_id, kind)
);

CREATE INDEX task_by_day ON task (due_on, case_id, kind);
CREATE INDEX task_by_residence ON task (residence_scope, due_on);
CREATE INDEX task_by_hukou ON task (hukou_scope, due_on);
