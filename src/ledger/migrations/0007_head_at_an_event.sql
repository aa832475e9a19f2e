-- The ledger's head when an event was recorded: what was recorded after it is no part of what is
-- told, however late that is. Null: it was recorded by an earlier version.

ALTER TABLE events ADD COLUMN head INTEGER;
