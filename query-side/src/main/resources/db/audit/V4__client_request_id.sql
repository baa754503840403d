-- What the caller called the request; request_id is the server's own name for it, and nobody's to choose.
ALTER TABLE fact ADD COLUMN client_request_id text COLLATE "C";

CREATE INDEX fact_by_client_request ON fact (client_request_id) WHERE client_request_id IS NOT NULL;
