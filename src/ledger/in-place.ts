/** What stands in one place of the board, in its order: placeOnBoard (deadline/board.ts), as look-ups. */
import type { D1Database } from '@cloudflare/workers-types'
import type { Place, Placed } from '../deadline/board.ts'
import { compareText } from '../deadline/claim.ts'
import { KINDS, type Kind } from '../deadline/deadline.ts'
import type { Unsearched } from './board.ts'
import { select } from './busy.ts'
import { CLOSES_NEVER } from './states.ts'

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

/** Conditions on the states that hold, narrowed as asked; the values are ?1 to ?5. */
export function holding(query: Unsearched, until: keyof typeof UNTIL = 'any') {
  const { now, unreported, topic, kind, phase, certainty } = query
  const conditions = [
    unreported ? '(held_from <= ?1 OR held_from IS NULL)' : 'held_from <= ?1',
    UNTIL[until],
    ...(topic === null ? [] : ['states.topic = ?2']),
    ...(kind === null ? [] : ['states.kind = ?3']),
    ...(phase === null ? [] : [`${PHASE} = ?4`]),
    ...(certainty === null ? [] : ['certainty = ?5']),
  ]
  return {
    where: conditions.join(' AND '),
    values: [now, topic, kind, phase, certainty],
  }
}

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
  query: Unsearched,
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
function lookUpsOf(place: Place, query: Unsearched): LookUp[] {
  if (isEmpty(place, query)) return []
  if (place === 'counted') return countedTo(query)
  if (place === 'passed') {
    const where = "shelf IN ('counted', 'uncounted') AND closes <= ?1"
    return [{ key: '-closes', where, states: statesBy('-closes', query) }]
  }
  const where = {
    uncounted: "shelf = 'uncounted' AND (closes IS NULL OR closes > ?1)",
    // The latest word, or the outcome, had been reported by then.
    undated: "shelf = 'undated' AND key >= -?1",
    closed: "shelf = 'closed' AND key >= -?1",
  }
  return [{ key: 'key', where: where[place], states: statesBy('key', query) }]
}

/** What has a date is not undated, and what has none stands nowhere else until it is closed. */
function isEmpty(place: Place, { certainty }: Unsearched): boolean {
  if (certainty === null || place === 'closed') return false
  return (place === 'undated') !== (certainty === 'undated')
}

/** Of most the target is ahead; that of talks is behind while they are open. */
function countedTo(query: Unsearched): LookUp[] {
  const counted = (where: string, states: States[]): LookUp => {
    return { key: 'key', where: `shelf = 'counted' AND ${where}`, states }
  }
  const open = (kinds: readonly Kind[], where: string): LookUp[] => {
    const asked = kinds.filter((kind) => query.kind === null || kind === query.kind)
    return asked.length > 0 ? [counted(where, openStates(asked, query))] : []
  }
  if (query.phase === 'due') return open(KINDS, 'true')
  const ahead = counted('key > ?1', statesBy('key', query))
  return query.phase === 'upcoming' ? [ahead] : [...open(['talks'], 'key <= ?1'), ahead]
}

/** Those that are known to end and have not: few. */
const ENDING: States = { from: 'states INDEXED BY states_by_their_end', until: 'ending' }

/**
 * The states in their order. Of the present, these are the ones that last; those that are known to end
 * are found by that. Of the past, they are all that have ever held.
 */
function statesBy(key: LookUp['key'], { unreported, topic }: Unsearched): States[] {
  const ofTopic = topic === null ? '' : '_of_a_topic'
  if (!unreported) {
    const by = key === 'key' ? '_by_key' : '_by_closing'
    return [{ from: `states INDEXED BY states${ofTopic}${by}`, until: 'any' }]
  }
  const by = key === 'key' ? '' : '_by_closing'
  return [{ from: `states INDEXED BY last_states${ofTopic}${by}`, until: 'lasting' }, ENDING]
}

/** The states of some kinds whose windows may be open: of each length, those that close before that time is over. */
function openStates(kinds: readonly Kind[], { unreported }: Unsearched): States[] {
  const until = unreported ? 'lasting' : 'any'
  const by = `states INDEXED BY ${unreported ? 'last_states_by_span' : 'states_by_span'}`
  const ofKinds = `states.kind IN (${kinds.map((kind) => `'${kind}'`)})`
  const soon = 'closes > ?1 AND closes <= ?1 + (1 << min(length, 62))'
  return [
    {
      from: `(${lengths(by, UNTIL[until])}) AS lengths CROSS JOIN ${by}`,
      only: `span = length AND ${ofKinds} AND ${soon}`,
      until,
    },
    { from: by, only: `span = ${CLOSES_NEVER} AND ${ofKinds}`, until },
    ...(unreported ? [{ ...ENDING, only: '(closes IS NULL OR closes > ?1)' }] : []),
  ]
}

/** Every length that there is: from each to the next, past all that are as long. */
function lengths(by: string, until: string): string {
  const least = (beyond: string) =>
    `(SELECT min(span) FROM ${by} WHERE span ${beyond} AND ${until})`
  return `WITH RECURSIVE each (length) AS (
      SELECT ${least('IS NOT NULL')} UNION ALL SELECT ${least('> length')} FROM each WHERE length >= 0
    ) SELECT length FROM each WHERE length >= 0`
}

interface Found {
  deadline: string
  key: number
}

async function find(
  db: D1Database,
  { key, where, states }: LookUp,
  query: Unsearched,
  { after, limit }: Part,
): Promise<Found[]> {
  // By a column, an index serves; by what is made of it none would.
  const [order, beyond, same] =
    key === 'key'
      ? ['key', 'key > ?6', 'key = ?6']
      : ['closes DESC', 'closes < -?6', 'closes = -?6']
  const start = after ? `AND (${beyond} OR (${same} AND deadline > ?7))` : ''
  const parts = states.map(({ from, only = 'true', until }) => {
    return `SELECT * FROM (SELECT deadline, ${key} AS key FROM ${from}
      WHERE ${only} AND ${where} AND ${holding(query, until).where} ${start}
      ORDER BY ${order}, deadline LIMIT ?8)`
  })
  const { values } = holding(query)
  const statement = db.prepare(parts.join(' UNION ALL '))
  const found = await select<Found>(
    statement.bind(...values, after?.key ?? null, after?.slug ?? null, limit),
  )
  // In the database, each row that is sorted counts twice.
  return found.sort(byKey).slice(0, limit)
}

function byKey(a: Found, b: Found): number {
  return a.key - b.key || compareText(a.deadline, b.deadline)
}
