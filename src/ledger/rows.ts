import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { checkedInstant } from '../deadline/instant.ts'
import { type Opening, type Reporting, writeLine } from './line.ts'

/** A row of `deadlines`: a line, and what it is looked up by. */
export function deadlineRow(line: Opening, seq: number) {
  const { slug, kind, topic, title, issuer, addressees, demand, threat, place, recordedAt } =
    line.opens
  const words = [title, issuer, ...addressees, demand, threat, place, topic]
  return {
    ...{ seq, slug, kind, topic },
    words: searchable(words.filter((word) => word !== null).join('\n')),
    recorded_at: checkedInstant(recordedAt),
    line: writeLine(line),
  }
}

/** A row of `reports`, the same. */
export function reportRow(line: Reporting, seq: number) {
  const { id, deadline, reportedAt, recordedAt } = line.reports
  return {
    ...{ seq, id, deadline },
    reported_at: checkedInstant(reportedAt),
    recorded_at: checkedInstant(recordedAt),
    line: writeLine(line),
  }
}

/** Words as a search compares them: in lower case, without accents. */
export function searchable(words: string): string {
  return words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/**
 * Statements that insert rows, few for many: D1 binds 100 values at most, but one can be a list.
 * `computed`: columns that the database itself fills in, by an expression each.
 */
export function insertRows<Row extends object>(
  db: D1Database,
  table: string,
  rows: Row[],
  {
    orElse = '',
    computed = {},
  }: { orElse?: '' | 'OR IGNORE'; computed?: Record<string, string> } = {},
): D1PreparedStatement[] {
  if (rows.length === 0) return []
  const given = Object.keys(rows[0])
  const columns = [...given, ...Object.keys(computed)]
  const values = [...given.map((column) => `value ->> '${column}'`), ...Object.values(computed)]
  const sql = `INSERT ${orElse} INTO ${table} (${columns}) SELECT ${values} FROM json_each(?1)`
  return jsonRows(rows).map((piece) => db.prepare(sql).bind(piece))
}

/** D1 takes 2 MB in one bound value; UTF-8 may need three bytes for one of a string's units. */
const PIECE_LENGTH = 500_000

/** Rows as JSON, in as many lists as it takes. */
export function jsonRows(rows: object[]): string[] {
  const pieces: string[][] = [[]]
  let length = 0
  for (const row of rows.map((each) => JSON.stringify(each))) {
    if (length > 0 && length + row.length > PIECE_LENGTH) {
      pieces.push([])
      length = 0
    }
    pieces[pieces.length - 1].push(row)
    length += row.length
  }
  return pieces.map((piece) => `[${piece.join(',')}]`)
}
