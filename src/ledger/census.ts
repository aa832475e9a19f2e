/** How many deadlines are in each phase at any instant, by sums (sums.ts) of the states that they have. */
import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { CERTAINTIES, type Certainty } from '../deadline/claim.ts'
import { KINDS, type Kind } from '../deadline/deadline.ts'
import { PHASES, type Phase } from '../deadline/phase.ts'
import type { Counts, Unsearched } from './board.ts'
import { select } from './busy.ts'
import type { StateRow } from './states.ts'
import {
  BEGINNING,
  replaceSpells,
  type Spell,
  type Sums,
  spansUntil,
  sumAnew,
  WITHIN,
} from './sums.ts'

/** What is in no topic, and all that is in any. */
const ALL = ''

/** Of what nothing was said yet, and which only the board of the present has. */
const COUNTED = ['unreported', ...PHASES] as const
type Counted = (typeof COUNTED)[number]

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

const CENSUS: Sums = { table: 'census_spans', of: 'topic', columns: FIGURES.map(nameOf) }

/** Statements that count some deadlines by the states that they have, and no longer by those that they had. */
export function recount(
  db: D1Database,
  { had, have }: { had: StateRow[]; have: StateRow[] },
): D1PreparedStatement[] {
  return replaceSpells(db, CENSUS, { had: had.flatMap(countedIn), have: have.flatMap(countedIn) })
}

function countedIn(row: StateRow): Spell[] {
  const { topic, kind, certainty } = row
  return spellsOf(row).flatMap(({ phase, ...spell }) => {
    const column = nameOf({ kind, certainty, phase })
    return (topic === null ? [ALL] : [ALL, topic]).map((of) => ({ of, column, ...spell }))
  })
}

type PhaseSpell = Omit<Spell, 'of' | 'column'> & { phase: Counted }

/** From when to when a state is in each phase (phaseAt, deadline/phase.ts). */
function spellsOf({ shelf, held_from, held_until, opens, closes }: StateRow): PhaseSpell[] {
  if (held_from === null) return [{ phase: 'unreported', begins: BEGINNING, ends: held_until }]
  const until = held_until ?? Number.POSITIVE_INFINITY
  const spell = (phase: Phase, begins: number, ends: number): PhaseSpell[] =>
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

/** Statements that count all anew, by the states that there are. */
export function countAnew(db: D1Database): D1PreparedStatement[] {
  const changes = `WITH named AS (
      SELECT topic, kind || '_' || certainty || '_' || phase AS name, begins, ends
      FROM spells WHERE begins < ends
    ), changes AS (
      SELECT topic, name, begins AS at, 1 AS change FROM named
      UNION ALL
      SELECT topic, name, ends, -1 FROM named WHERE ends < 9e15
    )
    SELECT '${ALL}' AS whose, name, at, change FROM changes
    UNION ALL
    SELECT topic, name, at, change FROM changes WHERE topic IS NOT NULL`
  return sumAnew(db, CENSUS, changes)
}

/** How many there are in each phase at `now`. */
export async function censusAt(
  db: D1Database,
  { now, unreported, topic, kind, certainty }: Unsearched,
): Promise<Counts> {
  const asked = FIGURES.filter(
    (each) => (kind ?? each.kind) === each.kind && (certainty ?? each.certainty) === each.certainty,
  )
  const sumOf = (phase: Counted) => {
    const names = asked.filter((each) => each.phase === phase).map(nameOf)
    return `ifnull(sum(${names.join(' + ') || 0}), 0) AS ${phase}`
  }
  const sql = `SELECT ${COUNTED.map(sumOf)} FROM json_each(?1) AS span
    CROSS JOIN census_spans ON census_spans.topic = ?2 AND ${WITHIN}`
  const [found] = await select<Record<Counted, number>>(
    db.prepare(sql).bind(spansUntil(now), topic ?? ALL),
  )
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
