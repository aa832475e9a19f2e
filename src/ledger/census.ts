/**
 * How many deadlines are in each phase at any instant, without going through them: by how much each
 * number changes, summed up beforehand over spans of many lengths.
 */
import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { CERTAINTIES, type Certainty } from '../deadline/claim.ts'
import { KINDS, type Kind } from '../deadline/deadline.ts'
import type { EpochSeconds } from '../deadline/instant.ts'
import { PHASES, type Phase } from '../deadline/phase.ts'
import type { BoardQuery, Counts } from './board.ts'
import { select } from './busy.ts'
import { jsonRows } from './rows.ts'
import type { StateRow } from './states.ts'

/**
 * The lengths of the spans as powers of two, in seconds: four years, 24 days, nine hours, eight and a half
 * minutes, one. Of each but the first there are 64 in the next longer one, of seconds 512.
 */
const LEVELS = [27, 21, 15, 9, 0]

/** What is in no topic, and all that is in any. */
const ALL = ''

/** Of what nothing was said yet, and which only the board of the present has. */
const COUNTED = ['unreported', ...PHASES] as const
type Counted = (typeof COUNTED)[number]

/** Before anything that can be said: the beginning of the year 1. */
const BEGINNING = -62_135_596_800

/** One number: of the deadlines of a kind, of a certainty, in a phase. */
interface Figure {
  kind: Kind
  certainty: Certainty
  phase: Counted
}

const nameOf = ({ kind, certainty, phase }: Figure) => `${kind}_${certainty}_${phase}`

/** All that there can be; what has no date is never due, and does not pass. */
const FIGURES: Figure[] = KINDS.flatMap((kind) =>
  CERTAINTIES.flatMap((certainty) => {
    const phases: readonly Counted[] =
      certainty === 'undated' ? ['unreported', 'upcoming', 'closed'] : PHASES
    return phases.map((phase) => ({ kind, certainty, phase }))
  }),
)
const COLUMNS = FIGURES.map(nameOf)

interface Span {
  topic: string
  level: number
  bucket: number
}

/** By how much each number changes in a span; one that is not named stays as it is. */
type Tally = Span & { changes: Record<string, number> }

/** Statements that count some deadlines by the states that they have, and no longer by those that they had. */
export function recount(
  db: D1Database,
  { had, have }: { had: StateRow[]; have: StateRow[] },
): D1PreparedStatement[] {
  const tallies = new Map<string, Tally>()
  for (const row of had) tally(tallies, row, -1)
  for (const row of have) tally(tallies, row, 1)
  const isChange = ({ changes }: Tally) => Object.values(changes).some((change) => change !== 0)
  return insertTallies(db, [...tallies.values()].filter(isChange))
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
  const name = nameOf({ kind, certainty, phase })
  for (const level of LEVELS) {
    const bucket = Math.floor(at / 2 ** level)
    for (const of of topic === null ? [ALL] : [ALL, topic]) {
      const key = [of, level, bucket].join()
      const found = tallies.get(key) ?? { topic: of, level, bucket, changes: {} }
      found.changes[name] = (found.changes[name] ?? 0) + change
      tallies.set(key, found)
    }
  }
}

function insertTallies(db: D1Database, tallies: Tally[]): D1PreparedStatement[] {
  if (tallies.length === 0) return []
  const values = COLUMNS.map((column) => `ifnull(value ->> '${column}', 0)`)
  const sql = `INSERT INTO census_spans (topic, level, bucket, ${COLUMNS})
    SELECT value ->> 'topic', value ->> 'level', value ->> 'bucket', ${values}
    FROM json_each(?1) WHERE true
    ON CONFLICT DO UPDATE SET ${COLUMNS.map((column) => `${column} = ${column} + excluded.${column}`)}`
  const rows = tallies.map(({ changes, ...span }) => ({ ...span, ...changes }))
  return jsonRows(rows).map((piece) => db.prepare(sql).bind(piece))
}

/** Statements that count all anew, by the states that there are: the seconds, and by these what is longer. */
export function countAnew(db: D1Database): D1PreparedStatement[] {
  const sums = COLUMNS.map((column) => `sum(change * (name = '${column}'))`)
  const seconds = `INSERT INTO census_spans (topic, level, bucket, ${COLUMNS})
    WITH named AS (
      SELECT topic, kind || '_' || certainty || '_' || phase AS name, begins, ends
      FROM spells WHERE begins < ends
    ), changes AS (
      SELECT topic, name, begins AS at, 1 AS change FROM named
      UNION ALL
      SELECT topic, name, ends, -1 FROM named WHERE ends < 9e15
    ), counted AS (
      SELECT '${ALL}' AS topic, name, at, change FROM changes
      UNION ALL
      SELECT topic, name, at, change FROM changes WHERE topic IS NOT NULL
    )
    SELECT topic, 0, at, ${sums} FROM counted GROUP BY topic, at`
  const shortestFirst = LEVELS.toReversed()
  const longer = shortestFirst.slice(1).map((level, index) => sumUp(shortestFirst[index], level))
  return ['DELETE FROM census_spans', seconds, ...longer].map((sql) => db.prepare(sql))
}

function sumUp(from: number, to: number): string {
  return `INSERT INTO census_spans (topic, level, bucket, ${COLUMNS})
    SELECT topic, ${to}, bucket >> ${to - from} AS longer, ${COLUMNS.map((column) => `sum(${column})`)}
    FROM census_spans WHERE level = ${from} GROUP BY topic, longer`
}

/** How many there are in each phase at `now`; words are not looked for here. */
export async function censusAt(
  db: D1Database,
  { now, unreported, topic, kind, certainty }: Omit<BoardQuery, 'q'>,
): Promise<Counts> {
  const asked = FIGURES.filter(
    (each) => (kind ?? each.kind) === each.kind && (certainty ?? each.certainty) === each.certainty,
  )
  const sumOf = (phase: Counted) => {
    const names = asked.filter((each) => each.phase === phase).map(nameOf)
    return `ifnull(sum(${names.join(' + ') || 0}), 0) AS ${phase}`
  }
  const sql = `SELECT ${COUNTED.map(sumOf)}
    FROM json_each(?1) AS span CROSS JOIN census_spans ON census_spans.topic = ?2
      AND level = span.value ->> 'level'
      AND bucket >= span.value ->> 'from' AND bucket < span.value ->> 'until'`
  const spans = JSON.stringify(spansUntil(now))
  const [found] = await select<Record<Counted, number>>(db.prepare(sql).bind(spans, topic ?? ALL))
  const { unreported: unheard, upcoming, due, passed, closed } = found
  return { upcoming: upcoming + (unreported ? unheard : 0), due, passed, closed }
}

/** How many deadlines there are: each of them was unreported at the beginning. */
export async function countOpened(db: D1Database): Promise<number> {
  const names = FIGURES.filter(({ phase }) => phase === 'unreported').map(nameOf)
  const sql = `SELECT ifnull(sum(${names.join(' + ')}), 0) AS deadlines FROM census_spans
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
