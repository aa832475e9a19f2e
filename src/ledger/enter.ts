/** Entering a few lines by hand: all of them are checked and recorded together, or none is. */
import type { D1Database } from '@cloudflare/workers-types'
import { type DeadlineInput, slugOf } from '../deadline/deadline.ts'
import { checkedInstant, type EpochSeconds } from '../deadline/instant.ts'
import type { Refusal } from '../deadline/refusal.ts'
import { type Line, lineKey, type Opening, type Recording } from './line.ts'
import { record, recordedLines, Taken } from './record.ts'
import { type Placing, Surroundings, taken } from './surroundings.ts'

export type Entered =
  /** The lines as they stand in the ledger, and which of them were not there before. */
  { ok: true; lines: Line[]; isNew: boolean[] } | { ok: false; misfits: Misfit[] }

/** What a line gets wrong about the ledger or about the lines before it. */
export interface Misfit {
  index: number
  refusal: Refusal
  /** Whether something else stands under its slug or id already. */
  isTaken: boolean
}

/** Enters lines at `now`. */
export async function enter(db: D1Database, lines: Line[], now: EpochSeconds): Promise<Entered> {
  const placings = await placeAll(db, lines)
  const misfits = misfitsOf(placings)
  if (misfits.length > 0) return { ok: false, misfits }
  try {
    await record(db, distinct(lines), now)
  } catch (error) {
    if (!(error instanceof Taken)) throw error
    const index = lines.findIndex((line) => lineKey(line) === lineKey(error.line))
    return { ok: false, misfits: [{ index, refusal: taken(error.line), isTaken: true }] }
  }
  const stored = await recordedLines(db, lines)
  return {
    ok: true,
    lines: lines.map((line) => stored.get(lineKey(line)) ?? line),
    isNew: placings.map(({ isNew }) => isNew),
  }
}

/** Each line once; one that stands there twice says the same, or it is refused. */
function distinct(lines: Line[]): Line[] {
  return [...new Map(lines.map((line) => [lineKey(line), line])).values()]
}

/** What `enter` would refuse of the lines; nothing is recorded. */
export async function findMisfits(db: D1Database, lines: Line[]): Promise<Misfit[]> {
  return misfitsOf(await placeAll(db, lines))
}

async function placeAll(db: D1Database, lines: Line[]): Promise<Placing[]> {
  const surroundings = new Surroundings(db)
  await surroundings.lookUp(lines)
  const placings: Placing[] = []
  for (const line of lines) placings.push(await surroundings.place(line, () => true))
  return placings
}

function misfitsOf(placings: Placing[]): Misfit[] {
  return placings.flatMap(({ refusal, isNew }, index) =>
    refusal ? [{ index, refusal, isTaken: !isNew }] : [],
  )
}

/** Where a title has nothing that a slug could be made of. */
export const NO_SLUG: Refusal = {
  pointer: '/slug',
  detail: 'give one: the title has no Latin letters or figures that it could be made of',
}

/**
 * An editor's deadline as a line. Without a slug it gets one made from its title, with a number
 * where another deadline has that one, in the ledger or of those that are opened `before` it; null
 * where the title has nothing to make it of (NO_SLUG).
 */
export async function deadlineLine(
  db: D1Database,
  input: DeadlineInput,
  recording: Recording,
  before: Opening[] = [],
): Promise<Opening | null> {
  const opens = (slug: string): Opening => ({ opens: { ...input, slug, ...recording } })
  if (input.slug !== null) return opens(input.slug)
  const made = slugOf(input.title)
  return made === null ? null : freeLine(db, made, opens, before)
}

/** The first of `made`, `made-2`, `made-3` … that is free, or under which just this is opened. */
async function freeLine(
  db: D1Database,
  made: string,
  opens: (slug: string) => Opening,
  before: Opening[],
): Promise<Opening> {
  for (let number = 1; ; number++) {
    const line = opens(number === 1 ? made : `${made}-${number}`)
    const namesakes = before.filter((each) => each.opens.slug === line.opens.slug)
    const placings = await placeAll(db, [...namesakes, line])
    if (!placings.at(-1)?.refusal) return line
  }
}

/** Opens an editor's deadline; where its made slug is taken meanwhile, under the next; null as above. */
export async function enterDeadline(
  db: D1Database,
  input: DeadlineInput,
  recording: Recording,
): Promise<Entered | null> {
  for (;;) {
    const line = await deadlineLine(db, input, recording)
    if (line === null) return null
    const entered = await enter(db, [line], checkedInstant(recording.recordedAt))
    if (entered.ok || input.slug !== null) return entered
  }
}
