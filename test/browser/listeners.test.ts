/** Many who listen at once, in several audiences, through lids that close and a tracker that is killed. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTalks, setDate } from './editor.ts'
import { Listener } from './listener.ts'
import { type RunningTracker, startTracker } from './tracker.ts'

const LISTENERS = 1000
const AUDIENCES = 3
/** KILLS=20 for the whole; one on every run. */
const KILLS = Number(process.env.KILLS ?? 1)
/** Reports in each life of the tracker. */
const REPORTS = 5
/** How many close their lids between two reports, and for how long at the most. */
const BREAKING_OFF = 80
const MOST_MS = 1500

const SLUGS = ['a', 'b']

let tracker: RunningTracker
const listeners: Listener[] = []

beforeEach(async () => {
  tracker = await startTracker(undefined, { LIVE_AUDIENCES: String(AUDIENCES) })
  for (const slug of SLUGS) await openTalks(tracker.origin, slug)
})

afterEach(async () => {
  for (const listener of listeners.splice(0)) listener.close()
  await tracker.stop()
})

/** Half of them to everything, the others to a deadline each. */
function openListeners(): void {
  const subjects = ['', '', ...SLUGS.map((slug) => `?deadline=${slug}`)]
  for (let index = 0; index < LISTENERS; index++) {
    listeners.push(new Listener(`${tracker.origin}/live${subjects[index % subjects.length]}`))
  }
}

function breakSomeOff(): void {
  for (let count = 0; count < BREAKING_OFF; count++) {
    const any = listeners[Math.floor(Math.random() * listeners.length)]
    any.breakOff(Math.random() * MOST_MS)
  }
}

interface Told {
  slug: string
  id: string
}

/** Moves the dates back and forth, while some close their lids. */
async function sayAll(): Promise<Told[]> {
  const told: Told[] = []
  for (let day = 1; day <= REPORTS; day++) {
    const slug = SLUGS[day % SLUGS.length]
    told.push({ slug, id: await setDate(tracker.origin, slug, `2040-03-0${day}`) })
    breakSomeOff()
  }
  return told
}

test(
  'Every one of a thousand hears every event once and in order, whatever is cut off',
  async () => {
    openListeners()
    await expect.poll(() => listeners.every(({ isOpen }) => isOpen)).toBe(true)
    const told = await sayAll()
    for (let kill = 0; kill < KILLS; kill++) {
      const startAgain = await tracker.kill()
      tracker = await startAgain()
      told.push(...(await sayAll()))
    }
    const expectedOf = (listener: Listener) =>
      told.filter(({ slug }) => !listener.url.includes('?') || listener.url.endsWith(`=${slug}`))
    const missing = () =>
      listeners.filter((each) => each.told.length < expectedOf(each).length).length
    const refusals = () => new Set(listeners.map(({ refusedBy }) => refusedBy))
    await expect.poll(() => [missing(), ...refusals()]).toEqual([0, null])
    for (const listener of listeners) {
      expect(listener.told.map(({ id }) => id)).toEqual(expectedOf(listener).map(({ id }) => id))
      const places = listener.told.map(({ seq }) => seq)
      expect(places).toEqual([...new Set(places)].sort((one, other) => one - other))
    }
  },
  120_000 + KILLS * 30_000,
)
