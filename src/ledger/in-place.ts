/** What stands in one place of the board, in its order: placeOnBoard (deadline/board.ts), as look-ups. */
import type { D1Database } from '@cloudflare/workers-types'
import type { Place, Placed } from '../deadline/board.ts'
import type { BoardQuery } from './board.ts'
import { select } from './busy.ts'
import { searchable } from './rows.ts'
import { CLOSES_NEVER, OPENS_NEVER } from './states.ts'

/** phaseAt (deadline/phase.ts), as SQL; ?1 is the instant. */
export const PHASE = `CASE
  WHEN shelf = 'closed' THEN 'closed'
  WHEN shelf = 'undated' THEN 'upcoming'
  WHEN closes <= ?1 THEN 'passed'
  WHEN opens IS NULL OR opens <= ?1 THEN 'due'
  ELSE 'upcoming' END`

/** Of a state that holds at the instant: until when. Each deadline has one that lasts; the others end. */
const UNTIL = {
  any: '(held_until IS NULL OR held_until > ?1)',
  lasting: 'held_until IS NULL',
  ending: 'held_until > ?1',
}

/** Conditions on the states that hold, narrowed as asked; the values are ?1 to ?6. */
export function holding(query: BoardQuery, until: keyof typeof UNTIL = 'any') {
  const { now, unreported, topic, kind, q, phase, certainty } = query
  const conditions = [
    unreported ? '(held_from <= ?1 OR held_from IS NULL)' : 'held_from <= ?1',
    UNTIL[until],
    ...(topic === null ? [] : ['states.topic = ?2']),
    ...(kind === null ? [] : ['states.kind = ?3']),
    ...(q === null ? [] : [HAS_WORDS]),
    ...(phase === null ? [] : [`${PHASE} = ?5`]),
    ...(certainty === null ? [] : ['certainty = ?6']),
  ]
  return {
    where: conditions.join(' AND '),
    values: [now, topic, kind, q && searchable(q), phase, certainty],
  }
}

const HAS_WORDS =
  'EXISTS (SELECT 1 FROM deadlines WHERE slug = states.deadline AND instr(words, ?4) > 0)'

/** A look-up: of which states, what of them, and by what they are ordered, the smaller first. */
interface LookUp {
  states: States[]
  where: string
  key: 'key' | '-closes'
}

/** Some states, by an index that has few others. */
interface States {
  from: string
  only?: string
  until: keyof typeof UNTIL
}

/** How many are wanted of a place, and after which. */
interface Part {
  after: Pick<Placed, 'slug' | 'key'> | null
  limit: number
}

export async function inPlace(
  db: D1Database,
  place: Place,
  query: BoardQuery,
  limit: number,
): Promise<Placed[]> {
  const after = query.after?.place === place ? query.after : null
  const placed: Placed[] = []
  for (const lookUp of lookUpsOf(place, query)) {
    if (placed.length === limit) break
    const rows = await find(db, lookUp, query, { after, limit: limit - placed.length })
    placed.push(...rows.map(({ deadline, key }) => ({ slug: deadline, place, key })))
  }
  return placed
}

/** One after the other: whatever one finds comes before all that the next one does. */
function lookUpsOf(place: Place, query: BoardQuery): LookUp[] {
  if (place === 'counted') return countedTo(query)
  if (place === 'passed') {
    const where = "shelf IN ('counted', 'uncounted') AND closes <= ?1"
    return [{ key: '-closes', where, states: statesBy('-closes', query) }]
  }
  const where = {
    uncounted: "shelf = 'uncounted' AND (closes IS NULL OR closes > ?1)",
    undated: "shelf = 'undated'",
    closed: "shelf = 'closed'",
  }
  return [{ key: 'key', where: where[place], states: statesBy('key', query) }]
}

/** Of most the target is ahead; that of talks is behind while they are open. */
function countedTo(query: BoardQuery): LookUp[] {
  const counted = (where: string, states: States[]): LookUp => {
    return { key: 'key', where: `shelf = 'counted' AND ${where}`, states }
  }
  if (query.phase === 'due') return [counted('true', [...OPEN, OPEN_SINCE_EVER])]
  return [counted('key <= ?1', OPEN), counted('key > ?1', statesBy('key', query))]
}

/**
 * The states in their order. Of the present, these are the ones that last; those that are known to end,
 * which are few, are found by that. Of the past, they are all that have ever held.
 */
function statesBy(key: LookUp['key'], { unreported, topic }: BoardQuery): States[] {
  const closing = key === '-closes'
  if (!unreported) {
    return [{ from: `states INDEXED BY states_by_${closing ? 'closing' : 'key'}`, until: 'any' }]
  }
  const ofTopic = topic === null ? '' : '_of_a_topic'
  const index = `last_states${ofTopic}${closing ? '_by_closing' : ''}`
  return [
    { from: `states INDEXED BY ${index}`, until: 'lasting' },
    { from: 'states INDEXED BY states_by_their_end', until: 'ending' },
  ]
}

const POWERS = JSON.stringify(Array.from({ length: CLOSES_NEVER }, (_, power) => power))
const BY_SPAN = 'states INDEXED BY states_by_span'

/** The states whose windows may be open: of each length, those that close before that time is over. */
const OPEN: States[] = [
  {
    from: `(SELECT value AS power FROM json_each('${POWERS}')) AS powers CROSS JOIN ${BY_SPAN}`,
    only: 'span = power AND closes > ?1 AND closes <= ?1 + (1 << power)',
    until: 'any',
  },
  { from: BY_SPAN, only: `span = ${CLOSES_NEVER}`, until: 'any' },
]
const OPEN_SINCE_EVER: States = {
  from: BY_SPAN,
  only: `span = ${OPENS_NEVER} AND closes > ?1`,
  until: 'any',
}

async function find(
  db: D1Database,
  { key, where, states }: LookUp,
  query: BoardQuery,
  { after, limit }: Part,
): Promise<{ deadline: string; key: number }[]> {
  // By a column, an index serves; by what is made of it none would.
  const [order, beyond, same] =
    key === 'key'
      ? ['key', 'key > ?7', 'key = ?7']
      : ['closes DESC', 'closes < -?7', 'closes = -?7']
  const start = after ? `AND (${beyond} OR (${same} AND deadline > ?8))` : ''
  const parts = states.map(({ from, only = 'true', until }) => {
    return `SELECT * FROM (SELECT deadline, ${key} AS key FROM ${from}
      WHERE ${only} AND ${where} AND ${holding(query, until).where} ${start}
      ORDER BY ${order}, deadline LIMIT ?9)`
  })
  const sql = `${parts.join(' UNION ALL ')} ORDER BY key, deadline LIMIT ?9`
  const { values } = holding(query)
  return select(db.prepare(sql).bind(...values, after?.key ?? null, after?.slug ?? null, limit))
}
