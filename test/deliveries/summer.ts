/** What everybody was told of in the summer of 2025, and how late. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from '../../scripts/local-database.ts'
import { type Ear, gather } from './audience.ts'
import { ClockedTracker } from './clocked-tracker.ts'
import {
  BEGINNING,
  type Happening,
  happenings,
  isWithin,
  LEAD_MS,
  live,
  randomFrom,
  recordBackground,
} from './story.ts'

export interface Told {
  ear: Ear['name']
  happening: Happening
  /** Milliseconds from when it could be told of to when it first arrived; null where it never did. */
  late: number | null
}

export interface Summer {
  told: Told[]
  /** How often each was sent what it had already. */
  again: Record<string, number>
  /** What arrived that is nothing of the story. */
  strange: string[]
}

/** Everything that arrives at all has arrived by then. */
const PATIENCE_MS = 15_000

/** Lives through the summer with so many deaths of the tracker, spread over all that happens. */
export async function liveThrough(kills: number, seed: number): Promise<Summer> {
  const state = mkdtempSync(join(tmpdir(), 'eleventh-hour-'))
  await (await openDatabase(state)).close()
  const tracker = new ClockedTracker(state, await freePort(), BEGINNING)
  const audience: Ear[] = []
  try {
    await tracker.start()
    await recordBackground(tracker)
    audience.push(...(await gather(tracker)))
    return await tellStory(tracker, audience, deathsOf(kills, seed))
  } finally {
    await tracker.kill()
    for (const ear of audience) ear.stop()
    if (!process.env.KEEP_STATE) rmSync(state, { recursive: true, force: true })
    else process.stderr.write(`${state}\n${tracker.log}`)
  }
}

/** How long after one thing is happening the tracker dies, for the `index`th of so many. */
type Deaths = (index: number, of: number) => number[]

function deathsOf(kills: number, seed: number): Deaths {
  const random = randomFrom(seed)
  const upTo = (index: number, of: number) => Math.floor((index * kills) / of)
  return (index, of) =>
    Array.from({ length: upTo(index + 1, of) - upTo(index, of) }, () => momentOf(random))
}

async function tellStory(
  tracker: ClockedTracker,
  audience: Ear[],
  deaths: Deaths,
): Promise<Summer> {
  const all = await happenings()
  const story = all.filter(isWithin)
  const told: Told[] = []
  for (const [index, happening] of story.entries()) {
    for (const ear of audience) await ear.keep?.()
    const { recordedAt } = await live(tracker, happening, deaths(index, story.length))
    const isFor = ({ name }: Ear) => happening.isNews || name !== 'webhook'
    await untilHeard(happening, audience.filter(isFor))
    for (const ear of audience.filter(isFor)) {
      const at = ear.heard.get(happening.id) ?? null
      const late = at && Math.max(at - couldArriveAt(at, { happening, recordedAt, tracker }), 0)
      told.push({ ear: ear.name, happening, late })
    }
  }
  await pause(2000)
  return { told, again: againTo(audience), strange: strangeTo(audience, { all, story }) }
}

async function untilHeard({ id }: Happening, audience: Ear[]): Promise<void> {
  const until = Date.now() + PATIENCE_MS
  while (audience.some(({ heard }) => !heard.has(id)) && Date.now() < until) await pause(10)
}

/** From when on: it had to be recorded, and the life of the tracker in which it arrived to have begun. */
function couldArriveAt(
  arrivedAt: number,
  {
    happening,
    recordedAt,
    tracker: { lives },
  }: { happening: Happening; recordedAt: number; tracker: ClockedTracker },
): number {
  const life = lives.findLast(({ startedAt }) => startedAt <= arrivedAt)
  const up = life && life.upAt > happening.at ? Math.min(life.upAt, arrivedAt) : 0
  return Math.max(recordedAt, up)
}

const againTo = (audience: Ear[]) =>
  Object.fromEntries(audience.map(({ name, again }) => [name, again]))

/** A feed has what was said before the story as well. */
function strangeTo(audience: Ear[], { all, story }: { all: Happening[]; story: Happening[] }) {
  return audience.flatMap(({ name, heard }) => {
    const known = new Set((name === 'websub' ? all : story).map(({ id }) => id))
    return [...heard.keys()].filter((id) => !known.has(id)).map((id) => `${name} ${id}`)
  })
}

const LONGEST_LIFE_MS = 1600
/** Around the instant itself, there is the most to break off. */
const AROUND_MS = 100

/** Milliseconds of a life: half of them end around the instant that something happens at. */
function momentOf(random: () => number): number {
  return random() < 0.5 ? random() * LONGEST_LIFE_MS : LEAD_MS + (random() - 0.4) * AROUND_MS
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
