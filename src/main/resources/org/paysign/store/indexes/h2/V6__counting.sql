-- H2 has no partial indexes; see the folder postgresql for what these stand for.
ALTER TABLE agreement ADD COLUMN unknown_since TIMESTAMP WITH TIME ZONE;
UPDATE agreement SET unknown_since = changed_at WHERE state = 'UNKNOWN';
CREATE INDEX agreement_unknown_since ON agreement (state, unknown_since);
CREATE INDEX agreement_count ON agreement (state, merchant);
CREATE INDEX outcome_waiting ON outcome (status, created_at);
