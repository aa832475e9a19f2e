-- Derived from the words of each deadline, and filled by `npm run ledger -- rebuild`, which follows where there are any: each
-- three letters that stand in them one after the other. What has a word in it is looked up by the rarest of the word's.

CREATE TABLE trigrams (
  trigram TEXT NOT NULL,
  deadline INTEGER NOT NULL REFERENCES deadlines (seq),
  PRIMARY KEY (trigram, deadline)
) STRICT, WITHOUT ROWID;

-- How many deadlines have it.
CREATE TABLE trigram_counts (
  trigram TEXT NOT NULL PRIMARY KEY,
  deadlines INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
