/** What everybody was told of in the summer of 2025, and how late. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from '../../scripts/local-database.ts'
import { addSubscription } from '../../src/ledger/subscriptions.ts'
import { ClockedTracker } from './clocked-tracker.ts'
import { receive, verified } from './receiver.ts'
import {
  BEGINNING,
  type Happening,
  happenings,
  LEAD_MS,
  live,
  randomFrom,
  recordBackground,
} from './story.ts'

export interface Told {
  happening: Happening
  /** Milliseconds from when it could be told of to when it first arrived; null where it never did. */
  late: number | null
  /** How often it arrived. */
  times: number
}

export interface Summer {
  webhook: Told[]
  /** What arrived that nobody should have been told of. */
  strange: string[]
  kills: number
}

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
/** Everything that arrives at all has arrived by then. */
const PATIENCE_MS = 15_000

/** Lives through the summer with so many deaths of the tracker, spread over all that happens. */
export async function liveThrough(kills: number, seed: number): Promise<Summer> {
  const state = mkdtempSync(join(tmpdir(), 'eleventh-hour-'))
  await (await openDatabase(state)).close()
  const tracker = new ClockedTracker(state, await freePort(), BEGINNING)
  const arrivals: { id: string; at: number }[] = []
  const receiver = await receive((request, body) => {
    const { data } = verified(SECRET, request, body, tracker.now())
    arrivals.push({ id: data.id, at: tracker.now() })
    return [204]
  })
  try {
    await tracker.start()
    await recordBackground(tracker)
    await subscribe(state, receiver.origin)
    const story = await happenings()
    const random = randomFrom(seed)
    const webhook: Told[] = []
    for (const [index, happening] of story.entries()) {
      const count =
        Math.floor(((index + 1) * kills) / story.length) -
        Math.floor((index * kills) / story.length)
      const deaths = Array.from({ length: count }, () => momentOf(random))
      const { recordedAt } = await live(tracker, happening, deaths)
      if (!happening.isNews) continue
      const arrived = await arrivalOf(happening.id, arrivals)
      const possible = Math.max(recordedAt, arrived ? upFor(arrived.at, happening.at, tracker) : 0)
      webhook.push({
        happening,
        late: arrived && Math.max(arrived.at - possible, 0),
        times: 0,
      })
    }
    await pause(2000)
    const known = new Set(story.map(({ id }) => id))
    return {
      webhook: webhook.map((told) => ({
        ...told,
        times: arrivals.filter(({ id }) => id === told.happening.id).length,
      })),
      strange: arrivals.map(({ id }) => id).filter((id) => !known.has(id)),
      kills,
    }
  } finally {
    await tracker.kill()
    receiver.stop()
    if (!process.env.KEEP_STATE) rmSync(state, { recursive: true, force: true })
    else process.stderr.write(`${state}\n${tracker.log}`)
  }
}

const LONGEST_LIFE_MS = 1600
/** Around the instant itself, there is the most to break off. */
const AROUND_MS = 100

/** Milliseconds of a life: half of them end around the instant that something happens at. */
function momentOf(random: () => number): number {
  return random() < 0.5 ? random() * LONGEST_LIFE_MS : LEAD_MS + (random() - 0.4) * AROUND_MS
}

/** When the life of the tracker in which something arrived could first do so, if it began only after it happened. */
function upFor(arrivedAt: number, happenedAt: number, { lives }: ClockedTracker): number {
  const life = lives.findLast(({ startedAt }) => startedAt <= arrivedAt)
  return life && life.upAt > happenedAt ? Math.min(life.upAt, arrivedAt) : 0
}

async function subscribe(state: string, address: string): Promise<void> {
  const { db, close } = await openDatabase(state)
  await addSubscription(db, {
    ...{ id: crypto.randomUUID(), transport: 'webhook', address, subject: 'everything' },
    ...{ events: ['moved', 'contested', 'milestone', 'due', 'passed', 'outcome', 'retracted'] },
    ...{ site: 'http://127.0.0.1', state: 'active', keyDigest: null, expiresAt: null },
    details: { format: 'standard', secret: SECRET, previous: [], key: 'a-key', challenge: null },
    createdAt: Date.parse(BEGINNING) / 1000,
  })
  await close()
}

async function arrivalOf(id: string, arrivals: { id: string; at: number }[]) {
  const until = Date.now() + PATIENCE_MS
  for (;;) {
    const arrived = arrivals.find((each) => each.id === id)
    if (arrived || Date.now() > until) return arrived ?? null
    await pause(10)
  }
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
