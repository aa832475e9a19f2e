-- Derived from the reports, and filled by `npm run ledger -- rebuild`, which follows where there are any: the times in which
-- a deadline had ended, with an outcome or without (deadline/record.ts), and what they come to at any instant, summed up
-- as the census is. The record is looked up here.

CREATE TABLE cases (
  deadline TEXT NOT NULL REFERENCES deadlines (slug),
  begins INTEGER NOT NULL,
  ends INTEGER, -- null: it lasts
  issuer TEXT, -- the deadline's
  topic TEXT,
  result TEXT, -- null: its time was up, and no outcome reported
  consequence TEXT,
  later INTEGER NOT NULL, -- how often its date had been put off
  earlier INTEGER NOT NULL, -- and brought forward
  PRIMARY KEY (deadline, begins)
) STRICT, WITHOUT ROWID;

-- By how much each figure changes in a span of 2^level seconds, which is the bucket-th since 1970; whose is 'issuer:' or
-- 'topic:' and the name, and without a name 'issuer' or 'topic' alone.
CREATE TABLE endings (
  whose TEXT NOT NULL,
  level INTEGER NOT NULL,
  bucket INTEGER NOT NULL,
  "met" INTEGER NOT NULL,
  "partly-met" INTEGER NOT NULL,
  "unmet" INTEGER NOT NULL,
  "withdrawn" INTEGER NOT NULL,
  "disputed" INTEGER NOT NULL,
  "held" INTEGER NOT NULL,
  "cancelled" INTEGER NOT NULL,
  "carried-out" INTEGER NOT NULL,
  "partly" INTEGER NOT NULL,
  "late" INTEGER NOT NULL,
  "not-carried-out" INTEGER NOT NULL,
  "pending" INTEGER NOT NULL,
  "unrecorded" INTEGER NOT NULL,
  "moved" INTEGER NOT NULL,
  "movedLater" INTEGER NOT NULL,
  "movedEarlier" INTEGER NOT NULL,
  "open" INTEGER NOT NULL,
  PRIMARY KEY (whose, level, bucket)
) STRICT, WITHOUT ROWID;
