/** The record at any instant, by sums (sums.ts) of the times in which each deadline had ended. */
import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { Deadline } from '../deadline/deadline.ts'
import type { EpochSeconds } from '../deadline/instant.ts'
import {
  type Counted,
  type DeadlineRecord,
  FIGURES,
  type Figure,
  type Figures,
  figuresOf,
  recordFrom,
  timesMoved,
} from '../deadline/record.ts'
import type { Consequence, Result } from '../deadline/report.ts'
import type { State } from '../deadline/timeline.ts'
import { highest } from '../deadline/window.ts'
import { select } from './busy.ts'
import { asOf } from './kept.ts'
import { replaceSpells, type Spell, type Sums, spansUntil, sumAnew, WITHIN } from './sums.ts'

/** A row of `cases`: what the record counts of a deadline, and from when to when. */
export interface CaseRow {
  deadline: string
  begins: EpochSeconds
  /** Null: it lasts. */
  ends: EpochSeconds | null
  issuer: string | null
  topic: string | null
  result: Result | null
  consequence: Consequence | null
  later: number
  earlier: number
}

/** What a deadline was to the record (caseOf, deadline/record.ts), as long as it was the same. */
export function caseRows({ slug, issuer, topic }: Deadline, states: State[]): CaseRow[] {
  const rows: CaseRow[] = []
  for (const [index, state] of states.entries()) {
    const found = endingOf(state, states[index + 1]?.from ?? null)
    if (!found) continue
    const row = { deadline: slug, issuer, topic, ...found }
    const before = rows.at(-1)
    if (before && isSame(before, row)) before.ends = row.ends
    else rows.push(row)
  }
  return rows
}

type Ending = Omit<CaseRow, 'deadline' | 'issuer' | 'topic'>

function endingOf(
  { from, outcome, window, moves }: State,
  ends: EpochSeconds | null,
): Ending | null {
  if (outcome) {
    const { result, consequence } = outcome
    return { begins: from, ends, result, consequence, ...timesMoved(moves) }
  }
  const begins = window ? Math.max(from, highest(window)) : Number.POSITIVE_INFINITY
  // How often it was moved is counted once it has an outcome.
  const open = { result: null, consequence: null, later: 0, earlier: 0 }
  return begins < (ends ?? Number.POSITIVE_INFINITY) ? { begins, ends, ...open } : null
}

function isSame(
  before: CaseRow,
  { begins, result, consequence, later, earlier }: CaseRow,
): boolean {
  return (
    before.ends === begins &&
    before.result === result &&
    before.consequence === consequence &&
    before.later === later &&
    before.earlier === earlier
  )
}

const ENDINGS: Sums = { table: 'endings', of: 'whose', columns: FIGURES }

/** Statements that count some deadlines in the record as they are, and no longer as they were. */
export function recountCases(
  db: D1Database,
  { had, have }: { had: CaseRow[]; have: CaseRow[] },
): D1PreparedStatement[] {
  return replaceSpells(db, ENDINGS, { had: had.flatMap(countedIn), have: have.flatMap(countedIn) })
}

function countedIn(row: CaseRow): Spell[] {
  const { begins, ends, issuer, topic, result, consequence, later, earlier } = row
  const figures = figuresOf({ result, consequence, moved: { later, earlier } })
  return [whose('issuer', issuer), whose('topic', topic)].flatMap((of) =>
    figures.map((column) => ({ of, column, begins, ends })),
  )
}

type Grouping = 'issuer' | 'topic'

const whose = (grouping: Grouping, name: string | null) =>
  name === null ? grouping : `${grouping}:${name}`

/** Statements that count the record anew, by the cases that there are. */
export function countCasesAnew(db: D1Database): D1PreparedStatement[] {
  const changes = `WITH counted AS (
      SELECT issuer, topic, begins, ends, figure.value AS name
      FROM cases CROSS JOIN json_each('${JSON.stringify(FIGURES)}') AS figure
      WHERE CASE figure.value
        WHEN 'open' THEN result IS NULL
        WHEN 'unrecorded' THEN result = 'unmet' AND consequence IS NULL
        WHEN 'moved' THEN result IS NOT NULL AND (later > 0 OR earlier > 0)
        WHEN 'movedLater' THEN result IS NOT NULL AND later > 0
        WHEN 'movedEarlier' THEN result IS NOT NULL AND earlier > 0
        ELSE result = figure.value OR (result = 'unmet' AND consequence = figure.value) END
    ), changes AS (
      SELECT issuer, topic, name, begins AS at, 1 AS change FROM counted
      UNION ALL
      SELECT issuer, topic, name, ends, -1 FROM counted WHERE ends IS NOT NULL
    )
    SELECT 'issuer' || ifnull(':' || issuer, '') AS whose, name, at, change FROM changes
    UNION ALL
    SELECT 'topic' || ifnull(':' || topic, ''), name, at, change FROM changes`
  return sumAnew(db, ENDINGS, changes)
}

/** The record at an instant, from all that is recorded. */
export async function recordAt(db: D1Database, now: EpochSeconds): Promise<DeadlineRecord> {
  const sums = FIGURES.map((figure) => `ifnull(sum("${figure}"), 0)`)
  // From each name to the next, past all spans of the same.
  const sql = `SELECT whose, (
      SELECT json_array(${sums}) FROM json_each(?1) AS span
      CROSS JOIN endings ON endings.whose = names.whose AND ${WITHIN}
    ) AS figures
    FROM (
      WITH RECURSIVE each (whose) AS (
        SELECT (SELECT min(whose) FROM endings)
        UNION ALL
        SELECT (SELECT min(endings.whose) FROM endings WHERE endings.whose > each.whose)
        FROM each WHERE each.whose IS NOT NULL
      ) SELECT whose FROM each WHERE whose IS NOT NULL
    ) AS names`
  const spans = spansUntil(await asOf(db, now))
  const rows = await select<{ whose: string; figures: string }>(db.prepare(sql).bind(spans))
  const counted = (grouping: Grouping): Counted[] =>
    rows.flatMap(({ whose, figures }) =>
      whose === grouping || whose.startsWith(`${grouping}:`)
        ? [{ name: nameIn(whose), figures: namedFigures(JSON.parse(figures)) }]
        : [],
    )
  return recordFrom({ issuers: counted('issuer'), topics: counted('topic') })
}

function nameIn(whose: string): string | null {
  const colon = whose.indexOf(':')
  return colon < 0 ? null : whose.slice(colon + 1)
}

function namedFigures(numbers: number[]): Figures {
  return Object.fromEntries(FIGURES.map((name: Figure, index) => [name, numbers[index]])) as Figures
}
