-- Nothing asks for what is in it: the text as it was written is enough, and the database need not take it apart.
ALTER TABLE child ALTER COLUMN outline TYPE text;
-- What is told of the child has columns of its own.
ALTER TABLE child RENAME COLUMN outline TO course;
