-- The journey an agreement and its outcomes belong to, as others named it. Earlier versions write neither: NULL is none.
ALTER TABLE agreement ADD COLUMN traceparent VARCHAR(64);
ALTER TABLE agreement ADD COLUMN tracestate VARCHAR(512);
ALTER TABLE outcome ADD COLUMN traceparent VARCHAR(64);
ALTER TABLE outcome ADD COLUMN tracestate VARCHAR(512);
