-- H2 has no partial indexes: a column of its own says what a row waits for, NULL for nothing, so that looking for what is due
-- steps over all that is not, however many agreements are stored. The folder postgresql has partial indexes for that.
-- No IN in it: H2 would keep the session of this migration in it, and after that session's end no row could be written.
ALTER TABLE agreement ADD COLUMN waits VARCHAR(16) GENERATED ALWAYS AS
  (CASE WHEN due_at IS NULL THEN NULL WHEN state = 'ISSUED' THEN state WHEN state = 'SIGNED' THEN state ELSE 'UNKNOWN' END);
CREATE INDEX agreement_waits ON agreement (waits, merchant, due_at);
DROP INDEX agreement_due;

ALTER TABLE outcome ADD COLUMN waits VARCHAR(16) GENERATED ALWAYS AS (CASE WHEN status = 'PENDING' THEN status END);
CREATE INDEX outcome_waits ON outcome (waits, merchant, target, due_at);
DROP INDEX outcome_due;
