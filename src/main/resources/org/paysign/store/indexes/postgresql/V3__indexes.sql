-- What is due is a small part of all rows: the indexes hold that part only, so that a claim costs the same however many
-- agreements are stored. Their conditions are those of the statements, word for word, or PostgreSQL would not use them.
DROP INDEX agreement_due;
CREATE INDEX agreement_unknown_due ON agreement (merchant, due_at)
  WHERE state NOT IN ('ISSUED', 'SIGNED') AND due_at IS NOT NULL;
CREATE INDEX agreement_signed_due ON agreement (merchant, due_at)
  WHERE state = 'SIGNED' AND due_at IS NOT NULL;
CREATE INDEX agreement_issued_due ON agreement (due_at)
  WHERE state = 'ISSUED' AND due_at IS NOT NULL;
CREATE INDEX agreement_finished ON agreement (changed_at)
  WHERE state IN ('FAILED', 'CANCELLED', 'ENDED') AND due_at IS NULL;

-- For counting; without due_at a question that is put off does not touch it.
DROP INDEX agreement_state;
CREATE INDEX agreement_state ON agreement (state);

-- Most agreements have no number of Alipay's.
DROP INDEX agreement_number;
CREATE INDEX agreement_number ON agreement (merchant, agreement_no, id) WHERE agreement_no <> '';

DROP INDEX outcome_due;
CREATE INDEX outcome_due ON outcome (merchant, target, due_at) WHERE status = 'PENDING';

-- Without it every agreement that is deleted would have this table read from end to end.
CREATE INDEX unsign_request_agreement ON unsign_request (agreement_id);

-- A claim changes its row in place while there is room in the page, and leaves the indexes alone. Dead rows are swept
-- early, because they lie exactly where the next claim looks.
ALTER TABLE agreement SET (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);
ALTER TABLE outcome SET (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);
