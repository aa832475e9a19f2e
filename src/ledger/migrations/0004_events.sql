-- What those who follow a deadline are told of, and who they are.

-- What a change is to them, as JSON: '["moved","contested"]'; nothing where it is no news.
ALTER TABLE changes ADD COLUMN events TEXT NOT NULL DEFAULT '[]';

-- One row for each thing that came to pass while the tracker was there: by a write, in its own
-- batch, or by the clock. It holds all that is told of it, so that what was told stays as it was told.
-- Rows are never changed but for `fanned_to`.

CREATE TABLE events (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE, -- a report's id, or the name-based one of a milestone: an entry's in the feeds
  deadline TEXT NOT NULL REFERENCES deadlines (slug),
  topic TEXT,
  events TEXT NOT NULL, -- as in changes; '[]': the feeds have something new, but it is no news
  is_told INTEGER NOT NULL, -- 0: older than its successor when it was recorded, so kept and not sent
  recorded_at INTEGER NOT NULL, -- when the tracker took note of it
  change TEXT NOT NULL, -- src/deadline/change.ts's, as JSON
  fanned_to INTEGER -- the last subscription that has a delivery of it; null once all have
) STRICT;

CREATE INDEX events_to_fan_out ON events (seq) WHERE fanned_to IS NOT NULL;
CREATE INDEX events_of_a_deadline ON events (deadline, seq);
CREATE INDEX events_of_a_topic ON events (topic, seq);

-- Until when the clock's own changes are events, and when it was last looked. Moved in the same
-- batch as they are recorded, so that none is recorded twice and none is passed over.

CREATE TABLE rung (
  only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
  until INTEGER NOT NULL,
  deadline TEXT NOT NULL, -- of that instant, the last one done; '' where none is
  key TEXT NOT NULL,
  rang_at INTEGER NOT NULL
) STRICT;

-- Who is told: a webhook, a WebSub subscriber, or a browser.

CREATE TABLE subscriptions (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  transport TEXT NOT NULL, -- 'webhook', 'websub' or 'push'
  address TEXT NOT NULL,
  topic TEXT, -- of what: a topic, a deadline, or where both are null everything
  deadline TEXT,
  events TEXT NOT NULL, -- which, as JSON
  site TEXT NOT NULL, -- the tracker's own address, as the subscriber knows it
  state TEXT NOT NULL, -- 'pending' until the address has proven itself, 'active', 'off'
  details TEXT NOT NULL, -- what its transport needs, as JSON
  key_digest TEXT, -- the SHA-256 of the key that its page is opened by
  created_at INTEGER NOT NULL,
  expires_at INTEGER, -- null: never
  delivered INTEGER NOT NULL DEFAULT 0,
  delivered_at INTEGER,
  failing_since INTEGER,
  failure TEXT, -- what was last wrong, in words
  claimed_until INTEGER NOT NULL DEFAULT 0, -- a delivery is under way
  claim TEXT NOT NULL DEFAULT '' -- by which run of the timekeeper
) STRICT;

CREATE INDEX subscriptions_at_an_address ON subscriptions (address);
CREATE INDEX subscriptions_by_end ON subscriptions (expires_at) WHERE expires_at IS NOT NULL;

-- What is still to be delivered, and what was given up; what has been delivered is gone from here.

CREATE TABLE deliveries (
  subscription INTEGER NOT NULL REFERENCES subscriptions (seq) ON DELETE CASCADE,
  event INTEGER NOT NULL REFERENCES events (seq),
  deadline TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'waiting', -- or 'dead'
  attempts INTEGER NOT NULL DEFAULT 0,
  next_at INTEGER NOT NULL,
  failure TEXT,
  PRIMARY KEY (subscription, event)
) STRICT, WITHOUT ROWID;

CREATE INDEX deliveries_due ON deliveries (next_at, subscription) WHERE state = 'waiting';
CREATE INDEX deliveries_dead ON deliveries (event) WHERE state = 'dead';

-- What has been counted since the beginning, for whoever watches the tracker.

CREATE TABLE tallies (
  name TEXT PRIMARY KEY,
  count INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The tracker's own keys, each made when it is first needed.

CREATE TABLE keys (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
