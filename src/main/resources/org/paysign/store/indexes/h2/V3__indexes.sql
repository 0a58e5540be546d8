-- H2 has no partial indexes; see the folder postgresql for what these stand for.
CREATE INDEX agreement_finished ON agreement (state, changed_at);
CREATE INDEX unsign_request_agreement ON unsign_request (agreement_id);
