-- The ledger: deadlines and reports, append-only, in one order (seq) across both tables.
-- `line` is the row as NDJSON carries it; the other columns are taken from it to look it up by.
-- Instants are seconds since 1970-01-01T00:00:00Z.

CREATE TABLE deadlines (
  seq INTEGER PRIMARY KEY CHECK (seq > 0),
  slug TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  topic TEXT,
  words TEXT NOT NULL, -- what a search looks through, in lower case
  recorded_at INTEGER NOT NULL,
  line TEXT NOT NULL
) STRICT;

CREATE TABLE reports (
  seq INTEGER PRIMARY KEY CHECK (seq > 0),
  id TEXT NOT NULL UNIQUE,
  deadline TEXT NOT NULL REFERENCES deadlines (slug),
  reported_at INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  line TEXT NOT NULL
) STRICT;

CREATE INDEX reports_of_a_deadline ON reports (deadline, reported_at);
CREATE INDEX reports_by_time ON reports (reported_at, seq);

-- Nothing recorded is ever changed or deleted. The triggers on insert stop INSERT OR REPLACE,
-- which deletes without asking the triggers on delete.

CREATE TRIGGER reports_stay BEFORE UPDATE ON reports BEGIN
  SELECT RAISE (ABORT, 'the ledger is append-only: a report is never changed; record a retraction');
END;

CREATE TRIGGER reports_remain BEFORE DELETE ON reports BEGIN
  SELECT RAISE (ABORT, 'the ledger is append-only: a report is never deleted; record a retraction');
END;

CREATE TRIGGER reports_are_new BEFORE INSERT ON reports
WHEN EXISTS (SELECT 1 FROM reports WHERE id = NEW.id OR seq = NEW.seq) BEGIN
  SELECT RAISE (ABORT, 'the ledger is append-only: a report is never replaced; record a retraction');
END;

CREATE TRIGGER deadlines_stay BEFORE UPDATE ON deadlines BEGIN
  SELECT RAISE (ABORT, 'the ledger is append-only: a deadline is never changed');
END;

CREATE TRIGGER deadlines_remain BEFORE DELETE ON deadlines BEGIN
  SELECT RAISE (ABORT, 'the ledger is append-only: a deadline is never deleted');
END;

CREATE TRIGGER deadlines_are_new BEFORE INSERT ON deadlines
WHEN EXISTS (SELECT 1 FROM deadlines WHERE slug = NEW.slug OR seq = NEW.seq) BEGIN
  SELECT RAISE (ABORT, 'the ledger is append-only: a deadline is never replaced');
END;

-- The last line's seq. A write names the head that it has read; where another write has come
-- between, the head becomes null, which it may not, and the whole batch is undone.

CREATE TABLE head (
  only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
  seq INTEGER NOT NULL
) STRICT;

INSERT INTO head (only_one, seq) VALUES (1, 0);

-- Derived from the reports, and made anew by `npm run ledger -- rebuild`: one row for each state
-- that a deadline has been in, which held from one report (null: from before the first) until
-- the next (null: still). Lists are looked up here.

CREATE TABLE states (
  deadline TEXT NOT NULL REFERENCES deadlines (slug),
  held_from INTEGER,
  held_until INTEGER,
  certainty TEXT NOT NULL,
  opens INTEGER, -- null: unbounded, or undated
  closes INTEGER,
  target INTEGER,
  result TEXT,
  ended_at INTEGER, -- when the outcome was reported
  shelf TEXT NOT NULL -- 'counted', 'uncounted', 'undated' or 'closed': which list it stands in
) STRICT;

CREATE UNIQUE INDEX states_of_a_deadline ON states (deadline, held_from);
CREATE INDEX states_by_target ON states (shelf, target, deadline);
CREATE INDEX states_by_closing ON states (shelf, closes, deadline);
CREATE INDEX states_by_word ON states (shelf, held_from, deadline);
CREATE INDEX states_by_end ON states (shelf, ended_at, deadline);
