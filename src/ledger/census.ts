/**
 * How many deadlines are in each phase at any instant, without going through them: by how much each
 * number changes, summed up beforehand over spans of many lengths.
 */
import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { EpochSeconds } from '../deadline/instant.ts'
import type { Phase } from '../deadline/phase.ts'
import type { BoardQuery, Counts } from './board.ts'
import { select } from './busy.ts'
import { jsonRows } from './rows.ts'
import type { StateRow } from './states.ts'

/** The lengths of the spans as powers of two, in seconds: four years, 49 days, 36 hours, an hour, one. */
const LEVELS = [27, 22, 17, 12, 0]

/** What is in no topic, and all that is in any. */
const ALL = ''

/** Of what nothing was said yet, and which only the board of the present has. */
type Counted = Phase | 'unreported'
const COUNTED: Counted[] = ['unreported', 'upcoming', 'due', 'passed', 'closed']

/** Before anything that can be said: the beginning of the year 1. */
const BEGINNING = -62_135_596_800

type Tally = Record<Counted, number> & {
  topic: string
  level: number
  bucket: number
  kind: string
  certainty: string
}

/** Statements that count some deadlines by the states that they have, and no longer by those that they had. */
export function recount(
  db: D1Database,
  { had, have }: { had: StateRow[]; have: StateRow[] },
): D1PreparedStatement[] {
  const tallies = new Map<string, Tally>()
  for (const row of had) tally(tallies, row, -1)
  for (const row of have) tally(tallies, row, 1)
  const changed = [...tallies.values()].filter((each) => COUNTED.some((phase) => each[phase] !== 0))
  return insertTallies(db, changed)
}

function tally(tallies: Map<string, Tally>, row: StateRow, change: number): void {
  for (const { phase, begins, ends } of spellsOf(row)) {
    count(tallies, row, { phase, at: begins, change })
    if (ends !== null) count(tallies, row, { phase, at: ends, change: -change })
  }
}

interface Spell {
  phase: Counted
  begins: EpochSeconds
  /** Null: it lasts. */
  ends: EpochSeconds | null
}

/** From when to when a state is in each phase (phaseAt, deadline/phase.ts). */
function spellsOf({ shelf, held_from, held_until, opens, closes }: StateRow): Spell[] {
  if (held_from === null) return [{ phase: 'unreported', begins: BEGINNING, ends: held_until }]
  const until = held_until ?? Number.POSITIVE_INFINITY
  const spell = (phase: Phase, begins: number, ends: number): Spell[] =>
    begins < Math.min(ends, until)
      ? [{ phase, begins, ends: Math.min(ends, until) === Infinity ? null : Math.min(ends, until) }]
      : []
  if (shelf === 'closed') return spell('closed', held_from, until)
  if (shelf === 'undated') return spell('upcoming', held_from, until)
  const [opening, closing] = [opens ?? Number.NEGATIVE_INFINITY, closes ?? Number.POSITIVE_INFINITY]
  return [
    ...spell('upcoming', held_from, opening),
    ...spell('due', Math.max(held_from, opening), closing),
    ...spell('passed', Math.max(held_from, closing), until),
  ]
}

function count(
  tallies: Map<string, Tally>,
  { topic, kind, certainty }: StateRow,
  { phase, at, change }: { phase: Counted; at: EpochSeconds; change: number },
): void {
  for (const level of LEVELS) {
    const bucket = Math.floor(at / 2 ** level)
    for (const of of topic === null ? [ALL] : [ALL, topic]) {
      const key = [of, level, bucket, kind, certainty].join()
      const found = tallies.get(key) ?? {
        ...{ topic: of, level, bucket, kind, certainty },
        ...{ unreported: 0, upcoming: 0, due: 0, passed: 0, closed: 0 },
      }
      found[phase] += change
      tallies.set(key, found)
    }
  }
}

function insertTallies(db: D1Database, tallies: Tally[]): D1PreparedStatement[] {
  if (tallies.length === 0) return []
  const columns = ['topic', 'level', 'bucket', 'kind', 'certainty', ...COUNTED]
  const sql = `INSERT INTO census (${columns})
    SELECT ${columns.map((column) => `value ->> '${column}'`)} FROM json_each(?1) WHERE true
    ON CONFLICT DO UPDATE SET ${COUNTED.map((phase) => `${phase} = ${phase} + excluded.${phase}`)}`
  return jsonRows(tallies).map((piece) => db.prepare(sql).bind(piece))
}

/** Statements that count all anew, by the states that there are. */
export function countAnew(db: D1Database): D1PreparedStatement[] {
  const sums = COUNTED.map((phase) => `sum(CASE phase WHEN '${phase}' THEN change ELSE 0 END)`)
  const sql = `INSERT INTO census
    WITH ends AS (
      SELECT topic, kind, certainty, phase, begins AS at, 1 AS change FROM spells WHERE begins < ends
      UNION ALL
      SELECT topic, kind, certainty, phase, ends, -1 FROM spells WHERE begins < ends AND ends < 9e15
    ), counted AS (
      SELECT '${ALL}' AS topic, kind, certainty, phase, at, change FROM ends
      UNION ALL
      SELECT topic, kind, certainty, phase, at, change FROM ends WHERE topic IS NOT NULL
    )
    SELECT topic, levels.value, at >> levels.value AS bucket, kind, certainty, ${sums}
    FROM counted CROSS JOIN json_each('${JSON.stringify(LEVELS)}') AS levels
    GROUP BY topic, levels.value, bucket, kind, certainty`
  return [db.prepare('DELETE FROM census'), db.prepare(sql)]
}

/** How many there are in each phase at `now`; words are not looked for here. */
export async function censusAt(
  db: D1Database,
  { now, unreported, topic, kind, certainty }: Omit<BoardQuery, 'q'>,
): Promise<Counts> {
  const sql = `SELECT ${COUNTED.map((phase) => `ifnull(sum(${phase}), 0) AS ${phase}`)}
    FROM json_each(?1) AS span CROSS JOIN census ON census.topic = ?2
      AND level = span.value ->> 'level'
      AND bucket >= span.value ->> 'from' AND bucket < span.value ->> 'until'
    WHERE (?3 IS NULL OR kind = ?3) AND (?4 IS NULL OR certainty = ?4)`
  const spans = JSON.stringify(spansUntil(now))
  const [found] = await select<Record<Counted, number>>(
    db.prepare(sql).bind(spans, topic ?? ALL, kind, certainty),
  )
  const { unreported: unheard, upcoming, due, passed, closed } = found
  return { upcoming: upcoming + (unreported ? unheard : 0), due, passed, closed }
}

/** How many deadlines there are: each of them was unreported at the beginning. */
export async function countOpened(db: D1Database): Promise<number> {
  const sql = `SELECT ifnull(sum(unreported), 0) AS deadlines FROM census
    WHERE topic = ?1 AND level = 0 AND bucket = ?2`
  const [{ deadlines }] = await select<{ deadlines: number }>(db.prepare(sql).bind(ALL, BEGINNING))
  return deadlines
}

/** Spans that are all of the time up to an instant, that second included: the largest first. */
function spansUntil(instant: EpochSeconds) {
  return LEVELS.map((level, index) => {
    const until = Math.floor((instant + 1) / 2 ** level)
    const larger = LEVELS[index - 1]
    const from =
      larger === undefined
        ? Math.floor(BEGINNING / 2 ** level)
        : Math.floor((instant + 1) / 2 ** larger) * 2 ** (larger - level)
    return { level, from, until }
  })
}
