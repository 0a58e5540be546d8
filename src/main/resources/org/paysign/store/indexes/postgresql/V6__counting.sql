-- Since when an agreement is UNKNOWN: other columns change with every answer that leaves it so.
ALTER TABLE agreement ADD COLUMN unknown_since TIMESTAMP WITH TIME ZONE;
UPDATE agreement SET unknown_since = changed_at WHERE state = 'UNKNOWN';
CREATE INDEX agreement_unknown_since ON agreement (unknown_since) WHERE state = 'UNKNOWN';

-- Counted by merchant too, from the index alone; a merchant never changes, so that this costs no write more.
DROP INDEX agreement_state;
CREATE INDEX agreement_state ON agreement (state, merchant);

-- How long the oldest outcome waits.
CREATE INDEX outcome_waiting ON outcome (created_at) WHERE status = 'PENDING';
