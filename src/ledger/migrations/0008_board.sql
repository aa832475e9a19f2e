-- So that the board costs what it shows, however large the ledger is: the states with all that they are
-- looked up by, and how many deadlines are in each phase, counted beforehand.

ALTER TABLE states ADD COLUMN topic TEXT; -- the deadline's
ALTER TABLE states ADD COLUMN kind TEXT NOT NULL DEFAULT '';
ALTER TABLE states ADD COLUMN key INTEGER NOT NULL DEFAULT 0; -- its order on its shelf, the smaller first
-- The least power of two that its window is no longer than, in seconds, so that those which are open at an
-- instant are found by when they close; 63: opens at no time, 62: closes at none; null: no window.
ALTER TABLE states ADD COLUMN span INTEGER;

UPDATE states SET
  (topic, kind) = (SELECT topic, kind FROM deadlines WHERE slug = deadline),
  key = ifnull(CASE shelf
    WHEN 'counted' THEN target
    WHEN 'uncounted' THEN closes
    WHEN 'undated' THEN -held_from
    ELSE -ended_at END, 1000000000000000),
  span = CASE
    WHEN shelf NOT IN ('counted', 'uncounted') THEN NULL
    WHEN closes IS NULL THEN 62
    WHEN opens IS NULL THEN 63
    ELSE (WITH RECURSIVE powers (power) AS (
        SELECT 0 UNION ALL SELECT power + 1 FROM powers WHERE power < 61
      ) SELECT min(power) FROM powers WHERE (1 << power) >= closes - opens)
    END;

DROP INDEX states_by_target;
DROP INDEX states_by_closing;
DROP INDEX states_by_word;
DROP INDEX states_by_end;

-- Of the present: the last state of each deadline, and the few that end only later.
CREATE INDEX last_states ON states (shelf, key, deadline) WHERE held_until IS NULL;
CREATE INDEX last_states_of_a_topic ON states (topic, shelf, key, deadline) WHERE held_until IS NULL;
CREATE INDEX last_states_by_closing ON states (closes DESC, deadline)
  WHERE held_until IS NULL AND shelf IN ('counted', 'uncounted');
CREATE INDEX last_states_of_a_topic_by_closing ON states (topic, closes DESC, deadline)
  WHERE held_until IS NULL AND shelf IN ('counted', 'uncounted');
CREATE INDEX states_by_their_end ON states (held_until) WHERE held_until IS NOT NULL;

-- Of any instant.
CREATE INDEX states_by_key ON states (shelf, key, deadline);
CREATE INDEX states_by_closing ON states (closes DESC, deadline) WHERE shelf IN ('counted', 'uncounted');
CREATE INDEX states_by_span ON states (span, closes) WHERE span IS NOT NULL;

-- By how much the number of deadlines in each phase changes in a span of 2^level seconds, which is the
-- bucket-th since 1970; of a topic, and with the topic '' of all. What it is at an instant is the sum of all
-- before, of which the larger spans tell most.
CREATE TABLE census (
  topic TEXT NOT NULL,
  level INTEGER NOT NULL,
  bucket INTEGER NOT NULL,
  kind TEXT NOT NULL,
  certainty TEXT NOT NULL,
  unreported INTEGER NOT NULL, -- nothing was said of them yet
  upcoming INTEGER NOT NULL,
  due INTEGER NOT NULL,
  passed INTEGER NOT NULL,
  closed INTEGER NOT NULL,
  PRIMARY KEY (topic, level, bucket, kind, certainty)
) STRICT, WITHOUT ROWID;

-- From when to when a state was in each phase. From before anything was said: the year 1.
CREATE VIEW spells AS
  SELECT topic, kind, certainty,
    CASE WHEN shelf = 'closed' THEN 'closed' WHEN held_from IS NULL THEN 'unreported' ELSE 'upcoming' END AS phase,
    ifnull(held_from, -62135596800) AS begins, ifnull(held_until, 9e15) AS ends
  FROM states WHERE shelf IN ('undated', 'closed')
  UNION ALL
  SELECT topic, kind, certainty, 'upcoming', held_from, min(opens, ifnull(held_until, 9e15))
  FROM states WHERE shelf IN ('counted', 'uncounted') AND opens IS NOT NULL
  UNION ALL
  SELECT topic, kind, certainty, 'due',
    max(held_from, ifnull(opens, held_from)), min(ifnull(closes, 9e15), ifnull(held_until, 9e15))
  FROM states WHERE shelf IN ('counted', 'uncounted')
  UNION ALL
  SELECT topic, kind, certainty, 'passed', max(held_from, closes), ifnull(held_until, 9e15)
  FROM states WHERE shelf IN ('counted', 'uncounted') AND closes IS NOT NULL;

INSERT INTO census
WITH ends AS (
  SELECT topic, kind, certainty, phase, begins AS at, 1 AS change FROM spells WHERE begins < ends
  UNION ALL
  SELECT topic, kind, certainty, phase, ends, -1 FROM spells WHERE begins < ends AND ends < 9e15
), counted AS (
  SELECT '' AS topic, kind, certainty, phase, at, change FROM ends
  UNION ALL
  SELECT topic, kind, certainty, phase, at, change FROM ends WHERE topic IS NOT NULL
)
SELECT topic, levels.value, at >> levels.value AS bucket, kind, certainty,
  sum(CASE phase WHEN 'unreported' THEN change ELSE 0 END),
  sum(CASE phase WHEN 'upcoming' THEN change ELSE 0 END),
  sum(CASE phase WHEN 'due' THEN change ELSE 0 END),
  sum(CASE phase WHEN 'passed' THEN change ELSE 0 END),
  sum(CASE phase WHEN 'closed' THEN change ELSE 0 END)
FROM counted CROSS JOIN json_each('[27,22,17,12,0]') AS levels
GROUP BY topic, levels.value, bucket, kind, certainty;
