/** By which three letters a deadline is found, so that a search need not go through all there are. */
import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { select } from './busy.ts'
import { insertRows, jsonRows } from './rows.ts'

/** A deadline's place in the ledger, and its words as rows.ts makes them searchable. */
export interface Worded {
  seq: number
  words: string
}

/** Each three letters that follow one another in a text, once: code points, as SQLite counts. None where it is shorter. */
export function trigramsOf(text: string): string[] {
  const letters = [...text]
  const trigrams = letters.slice(2).map((_, index) => letters.slice(index, index + 3).join(''))
  return [...new Set(trigrams)]
}

/** Statements that have deadlines found which were not found before. */
export function indexWords(db: D1Database, deadlines: Worded[]): D1PreparedStatement[] {
  const rows = deadlines.flatMap(({ seq, words }) =>
    trigramsOf(words).map((trigram) => ({ trigram, deadline: seq })),
  )
  if (rows.length === 0) return []
  const counts = [...Map.groupBy(rows, ({ trigram }) => trigram)].map(([trigram, those]) => ({
    trigram,
    deadlines: those.length,
  }))
  const count = `INSERT INTO trigram_counts (trigram, deadlines)
    SELECT value ->> 'trigram', value ->> 'deadlines' FROM json_each(?1) WHERE true
    ON CONFLICT DO UPDATE SET deadlines = deadlines + excluded.deadlines`
  return [
    ...insertRows(db, 'trigrams', rows, { orElse: 'OR IGNORE' }),
    ...jsonRows(counts).map((piece) => db.prepare(count).bind(piece)),
  ]
}

/** Of some deadlines, those that are not found yet. */
export async function unindexed(db: D1Database, slugs: string[]): Promise<Worded[]> {
  const sql = `SELECT seq, words FROM deadlines WHERE slug IN (SELECT value FROM json_each(?1))
    AND NOT EXISTS (SELECT 1 FROM trigrams WHERE trigram = substr(words, 1, 3) AND deadline = seq)`
  return select<Worded>(db.prepare(sql).bind(JSON.stringify(slugs)))
}

/** That which the fewest deadlines have of those in a text, be it none; null where the text is too short for any. */
export async function rarestTrigram(db: D1Database, text: string): Promise<string | null> {
  const sql = `SELECT value AS trigram FROM json_each(?1) LEFT JOIN trigram_counts ON trigram = value
    ORDER BY ifnull(deadlines, 0) LIMIT 1`
  const statement = db.prepare(sql).bind(JSON.stringify(trigramsOf(text)))
  const [rarest] = await select<{ trigram: string }>(statement)
  return rarest?.trigram ?? null
}
