-- Who tried lately, in vain, what is not to be tried often: wrong tokens, and addresses that did not
-- agree to be sent to. No part of the ledger: rows are dropped an hour after the last try.

DROP TABLE wrong_tokens;

CREATE TABLE tries (
  what TEXT NOT NULL, -- 'token' or 'webhook'
  network TEXT NOT NULL,
  tries INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  PRIMARY KEY (what, network)
) STRICT, WITHOUT ROWID;

CREATE INDEX tries_by_time ON tries (last_at);
