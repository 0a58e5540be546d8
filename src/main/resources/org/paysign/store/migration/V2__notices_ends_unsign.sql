-- Alipay's own number of the agreement that is in force or has ended, and when it runs out by itself.
ALTER TABLE agreement ADD COLUMN agreement_no VARCHAR(64) DEFAULT '' NOT NULL;
ALTER TABLE agreement ADD COLUMN invalid_at TIMESTAMP WITH TIME ZONE;
CREATE INDEX agreement_number ON agreement (merchant, agreement_no);
-- What was signed before this version is asked about too, from now on.
UPDATE agreement SET due_at = CURRENT_TIMESTAMP WHERE state = 'SIGNED';

-- Genuine notices that decide nothing: kept so that a person can see what Alipay sent.
CREATE TABLE notice (
  merchant    VARCHAR(64)  NOT NULL,
  notify_id   VARCHAR(128) NOT NULL,
  type        VARCHAR(64)  NOT NULL,
  received_at TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (merchant, notify_id, type)
);

-- One row an unsign request: which agreement it was about when it first came, and the bytes it was answered with.
CREATE TABLE unsign_request (
  merchant     VARCHAR(64) NOT NULL,
  request_id   VARCHAR(64) NOT NULL,
  agreement_id BIGINT      NOT NULL REFERENCES agreement (id),
  agreement_no VARCHAR(64) NOT NULL,
  digest       VARCHAR(64) NOT NULL,
  reply        BYTEA,
  created_at   TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (merchant, request_id)
);
