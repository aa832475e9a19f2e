-- Who tried wrong tokens lately, so that trying goes slowly. No part of the ledger: rows are
-- dropped an hour after the last try.

CREATE TABLE wrong_tokens (
  address TEXT PRIMARY KEY,
  tries INTEGER NOT NULL,
  last_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX wrong_tokens_by_time ON wrong_tokens (last_at);
