/**
 * Numbers that can be had of any instant without going through what they count: by how much each one
 * changes, summed up beforehand over spans of many lengths.
 */
import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import type { EpochSeconds } from '../deadline/instant.ts'
import { jsonRows } from './rows.ts'

/**
 * The lengths of the spans as powers of two, in seconds: four years, 24 days, nine hours, eight and a half
 * minutes, one. Of each but the first there are 64 in the next longer one, of seconds 512.
 */
const LEVELS = [27, 21, 15, 9, 0]

/** Before anything that can be said: the beginning of the year 1. */
export const BEGINNING = -62_135_596_800

/** A table of numbers, one row for each span of each of those whom it counts. */
export interface Sums {
  table: string
  /** The column that says whose the numbers are. */
  of: string
  /** The numbers, as columns. */
  columns: readonly string[]
}

/** One number of some is one more, for a time. */
export interface Spell {
  of: string
  column: string
  begins: EpochSeconds
  /** Null: it lasts. */
  ends: EpochSeconds | null
}

/** By how much each number changes in a span; one that is not named stays as it is. */
interface SpanRow {
  of: string
  level: number
  bucket: number
  changes: Record<string, number>
}

/** Statements that count what there is now, and no longer what there was. */
export function replaceSpells(
  db: D1Database,
  { table, of, columns }: Sums,
  { had, have }: { had: Spell[]; have: Spell[] },
): D1PreparedStatement[] {
  const changes = [...changesBy(had, -1), ...changesBy(have, 1)]
  const rows = bySpan(changes).map(({ changes, ...span }) => ({ ...span, ...changes }))
  if (rows.length === 0) return []
  const names = columns.map((column) => `"${column}"`)
  const values = columns.map((column) => `ifnull(value ->> '${column}', 0)`)
  const sql = `INSERT INTO ${table} (${of}, level, bucket, ${names})
    SELECT value ->> 'of', value ->> 'level', value ->> 'bucket', ${values}
    FROM json_each(?1) WHERE true
    ON CONFLICT DO UPDATE SET ${names.map((name) => `${name} = ${name} + excluded.${name}`)}`
  return jsonRows(rows).map((piece) => db.prepare(sql).bind(piece))
}

interface SumChange extends Pick<Spell, 'of' | 'column'> {
  at: EpochSeconds
  change: number
}

function changesBy(spells: Spell[], change: number): SumChange[] {
  return spells.flatMap(({ begins, ends, ...number }) => [
    { ...number, at: begins, change },
    ...(ends === null ? [] : [{ ...number, at: ends, change: -change }]),
  ])
}

function bySpan(changes: SumChange[]): SpanRow[] {
  const rows = new Map<string, SpanRow>()
  for (const { of, column, at, change } of changes) {
    for (const level of LEVELS) {
      const bucket = Math.floor(at / 2 ** level)
      const key = [of, level, bucket].join()
      const row = rows.get(key) ?? { of, level, bucket, changes: {} }
      row.changes[column] = (row.changes[column] ?? 0) + change
      rows.set(key, row)
    }
  }
  const isChange = ({ changes }: SpanRow) => Object.values(changes).some((change) => change !== 0)
  return [...rows.values()].filter(isChange)
}

/**
 * Statements that sum all up anew; `changes` selects whose (`whose`), which number (`name`), when (`at`)
 * and by how much (`change`). First the seconds, and by these what is longer.
 */
export function sumAnew(db: D1Database, sums: Sums, changes: string): D1PreparedStatement[] {
  const { table, of, columns } = sums
  const numbers = columns.map((column) => `sum(change * (name = '${column}'))`)
  const seconds = `INSERT INTO ${table} (${of}, level, bucket, ${columns.map((name) => `"${name}"`)})
    SELECT whose, 0, at, ${numbers} FROM (${changes}) GROUP BY whose, at`
  const shortestFirst = LEVELS.toReversed()
  const longer = shortestFirst.slice(1).map((to, index) => sumUp(sums, shortestFirst[index], to))
  return [`DELETE FROM ${table}`, seconds, ...longer].map((sql) => db.prepare(sql))
}

function sumUp({ table, of, columns }: Sums, from: number, to: number): string {
  const names = columns.map((name) => `"${name}"`)
  return `INSERT INTO ${table} (${of}, level, bucket, ${names})
    SELECT ${of}, ${to}, bucket >> ${to - from} AS longer, ${names.map((name) => `sum(${name})`)}
    FROM ${table} WHERE level = ${from} GROUP BY ${of}, longer`
}

/** A condition on the rows that come, together, to the numbers at an instant; `spans` is spansUntil's. */
export const WITHIN = `level = span.value ->> 'level'
  AND bucket >= span.value ->> 'from' AND bucket < span.value ->> 'until'`

/** Spans that are all of the time up to an instant, that second included, as JSON: the largest first. */
export function spansUntil(instant: EpochSeconds): string {
  const spans = LEVELS.map((level, index) => {
    const until = Math.floor((instant + 1) / 2 ** level)
    const larger = LEVELS[index - 1]
    const from =
      larger === undefined
        ? Math.floor(BEGINNING / 2 ** level)
        : Math.floor((instant + 1) / 2 ** larger) * 2 ** (larger - level)
    return { level, from, until }
  })
  return JSON.stringify(spans)
}
