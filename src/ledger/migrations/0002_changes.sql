-- Derived from the reports, and made anew by `npm run ledger -- rebuild`: one row for each thing
-- that happens to a deadline, reports and milestones, those still ahead among them. What is told
-- to subscribers is looked up here. `change` is src/deadline/change.ts's, as JSON; topic and kind
-- are the deadline's, and certainty the change's, to narrow by.

CREATE TABLE changes (
  deadline TEXT NOT NULL REFERENCES deadlines (slug),
  at INTEGER NOT NULL,
  key TEXT NOT NULL, -- a report's id, or a milestone's name and instant
  type TEXT NOT NULL, -- 'report', 'move', 'outcome' or 'milestone'
  topic TEXT,
  kind TEXT NOT NULL,
  certainty TEXT NOT NULL,
  change TEXT NOT NULL,
  PRIMARY KEY (deadline, at, key)
) STRICT, WITHOUT ROWID;

-- With what they are narrowed by, so that what does not match is passed over without being read.
CREATE INDEX changes_by_time ON changes (at, deadline, key, type, kind, certainty);
CREATE INDEX changes_of_a_topic ON changes (topic, at, deadline, key, type, kind, certainty);
CREATE INDEX deadlines_of_a_topic ON deadlines (topic);
CREATE INDEX milestones_by_time ON changes (at) WHERE type = 'milestone';
