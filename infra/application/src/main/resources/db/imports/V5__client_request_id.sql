-- What the caller called the request that handed the list in; request_id is the server's own name for it.
ALTER TABLE job ADD COLUMN client_request_id text;
