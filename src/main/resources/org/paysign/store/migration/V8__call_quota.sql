-- One row a merchant: how many questions Alipay may still be asked, by all instances together. next_at is when the last
-- question would have its turn if all were evenly spaced; the others are about what Alipay says of too many calls.
CREATE TABLE call_quota (
  merchant     VARCHAR(64) NOT NULL PRIMARY KEY,
  next_at      TIMESTAMP WITH TIME ZONE NOT NULL,
  slowed_until TIMESTAMP WITH TIME ZONE,
  slowed_times INT DEFAULT 0 NOT NULL
);
