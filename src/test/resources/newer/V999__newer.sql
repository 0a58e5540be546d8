-- What a newer version may do while older ones run: add. New columns have defaults, new tables let agreements be deleted.
ALTER TABLE agreement ADD COLUMN newer_word VARCHAR(16) DEFAULT '' NOT NULL;
ALTER TABLE outcome ADD COLUMN newer_time TIMESTAMP WITH TIME ZONE;
CREATE TABLE newer_thing (
  agreement_id BIGINT NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
  word         VARCHAR(16) NOT NULL,
  PRIMARY KEY (agreement_id)
);
