-- Old notices are deleted with the agreements that are as old; without it each night would read them all.
CREATE INDEX notice_received ON notice (received_at);
