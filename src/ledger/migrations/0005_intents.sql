-- What was asked of the hub in a subscriber's name (W3C WebSub), until the subscriber has been asked
-- whether it wants that. Only what it has confirmed is a subscription.

CREATE TABLE intents (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  mode TEXT NOT NULL, -- 'subscribe' or 'unsubscribe'
  callback TEXT NOT NULL,
  host TEXT NOT NULL, -- the callback's
  topic TEXT NOT NULL, -- in the subscriber's own spelling
  secret TEXT,
  lease_seconds INTEGER NOT NULL,
  site TEXT NOT NULL, -- the tracker's own address, as the subscriber knows it
  tries INTEGER NOT NULL DEFAULT 0,
  next_at INTEGER NOT NULL -- when the subscriber is asked, or asked again
) STRICT;

CREATE INDEX intents_due ON intents (next_at);
CREATE INDEX intents_at_a_host ON intents (host);
CREATE INDEX intents_of_a_subscription ON intents (callback, topic, seq);
