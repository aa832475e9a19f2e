-- So that a page of the board costs the same of any ledger. Each index has all that its look-ups ask of a state: what
-- does not match is passed over in it, and what does is not read again.

DROP INDEX last_states;
DROP INDEX last_states_of_a_topic;
DROP INDEX last_states_by_closing;
DROP INDEX last_states_of_a_topic_by_closing;
DROP INDEX states_by_key;
DROP INDEX states_by_closing;
DROP INDEX states_by_span;

-- Of the present: the last state of each deadline.
CREATE INDEX last_states ON states
  (shelf, key, deadline, held_from, held_until, opens, closes, topic, kind, certainty) WHERE held_until IS NULL;
CREATE INDEX last_states_of_a_topic ON states
  (topic, shelf, key, deadline, held_from, held_until, opens, closes, kind, certainty) WHERE held_until IS NULL;
CREATE INDEX last_states_by_closing ON states
  (closes DESC, deadline, shelf, held_from, held_until, opens, topic, kind, certainty)
  WHERE held_until IS NULL AND shelf IN ('counted', 'uncounted');
CREATE INDEX last_states_of_a_topic_by_closing ON states
  (topic, closes DESC, deadline, shelf, held_from, held_until, opens, kind, certainty)
  WHERE held_until IS NULL AND shelf IN ('counted', 'uncounted');
CREATE INDEX last_states_by_span ON states
  (span, kind, closes, deadline, shelf, key, held_from, held_until, opens, topic, certainty)
  WHERE held_until IS NULL AND span IS NOT NULL;

-- Of any instant.
CREATE INDEX states_by_key ON states
  (shelf, key, deadline, held_from, held_until, opens, closes, topic, kind, certainty);
CREATE INDEX states_of_a_topic_by_key ON states
  (topic, shelf, key, deadline, held_from, held_until, opens, closes, kind, certainty) WHERE topic IS NOT NULL;
CREATE INDEX states_by_closing ON states
  (closes DESC, deadline, shelf, held_from, held_until, opens, topic, kind, certainty)
  WHERE shelf IN ('counted', 'uncounted');
CREATE INDEX states_of_a_topic_by_closing ON states
  (topic, closes DESC, deadline, shelf, held_from, held_until, opens, kind, certainty)
  WHERE topic IS NOT NULL AND shelf IN ('counted', 'uncounted');
CREATE INDEX states_by_span ON states
  (span, kind, closes, deadline, shelf, key, held_from, held_until, opens, topic, certainty) WHERE span IS NOT NULL;

-- As the census was, with all numbers of a span in one row: of the deadlines of a kind and of a certainty, how
-- many more are in a phase. The spans have other lengths, so that few rows are all of the time up to an instant.
-- The Worker that this migration comes before reads and writes the census until the next one takes its place; a later
-- migration may drop it.
CREATE TABLE census_spans (
  topic TEXT NOT NULL,
  level INTEGER NOT NULL,
  bucket INTEGER NOT NULL,
  ultimatum_firm_upcoming INTEGER NOT NULL, ultimatum_firm_due INTEGER NOT NULL,
  ultimatum_firm_passed INTEGER NOT NULL, ultimatum_firm_closed INTEGER NOT NULL,
  ultimatum_tentative_upcoming INTEGER NOT NULL, ultimatum_tentative_due INTEGER NOT NULL,
  ultimatum_tentative_passed INTEGER NOT NULL, ultimatum_tentative_closed INTEGER NOT NULL,
  ultimatum_contested_upcoming INTEGER NOT NULL, ultimatum_contested_due INTEGER NOT NULL,
  ultimatum_contested_passed INTEGER NOT NULL, ultimatum_contested_closed INTEGER NOT NULL,
  ultimatum_undated_unreported INTEGER NOT NULL, ultimatum_undated_upcoming INTEGER NOT NULL,
  ultimatum_undated_closed INTEGER NOT NULL,
  talks_firm_upcoming INTEGER NOT NULL, talks_firm_due INTEGER NOT NULL,
  talks_firm_passed INTEGER NOT NULL, talks_firm_closed INTEGER NOT NULL,
  talks_tentative_upcoming INTEGER NOT NULL, talks_tentative_due INTEGER NOT NULL,
  talks_tentative_passed INTEGER NOT NULL, talks_tentative_closed INTEGER NOT NULL,
  talks_contested_upcoming INTEGER NOT NULL, talks_contested_due INTEGER NOT NULL,
  talks_contested_passed INTEGER NOT NULL, talks_contested_closed INTEGER NOT NULL,
  talks_undated_unreported INTEGER NOT NULL, talks_undated_upcoming INTEGER NOT NULL,
  talks_undated_closed INTEGER NOT NULL,
  deadline_firm_upcoming INTEGER NOT NULL, deadline_firm_due INTEGER NOT NULL,
  deadline_firm_passed INTEGER NOT NULL, deadline_firm_closed INTEGER NOT NULL,
  deadline_tentative_upcoming INTEGER NOT NULL, deadline_tentative_due INTEGER NOT NULL,
  deadline_tentative_passed INTEGER NOT NULL, deadline_tentative_closed INTEGER NOT NULL,
  deadline_contested_upcoming INTEGER NOT NULL, deadline_contested_due INTEGER NOT NULL,
  deadline_contested_passed INTEGER NOT NULL, deadline_contested_closed INTEGER NOT NULL,
  deadline_undated_unreported INTEGER NOT NULL, deadline_undated_upcoming INTEGER NOT NULL,
  deadline_undated_closed INTEGER NOT NULL,
  PRIMARY KEY (topic, level, bucket)
) STRICT, WITHOUT ROWID;
