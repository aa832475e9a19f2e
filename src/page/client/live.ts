/**
 * Keeps an open page right. Every count is subtracted anew from its target: nothing decrements, so
 * nothing drifts. What only the server can draw is fetched again when the ledger has grown, when a
 * day has turned, and when a window has opened or closed.
 */
import { dateAt } from '../../deadline/zone.ts'
import { type Count, countAt } from '../count.ts'
import { type CountWords, countText } from '../words/count.ts'
import { type ReaderWords, writeNow } from '../words/reader.ts'
import { fill, type Template } from '../words/template.ts'
import { correctedBy, isKept, untilNextSecond } from './clock.ts'
import { COUNTED, countedIn, showCount, showForReader, write } from './counts.ts'

/** As frame.tsx hands them over. */
interface LiveWords {
  count: CountWords
  reader: ReaderWords
  updated: Template
}

const LOOK_MS = 45_000
/** A network may take what is asked, and never answer: it leads nowhere. */
const PATIENCE_MS = 30_000
/** Who stays so long is told of what comes to pass; who leaves before has cost no more than the page. */
const FIRST_LOOK_MS = 5000
/** Everybody's page turns at the same instant: what they ask for then is spread over a while. */
const SPREAD_MS = 2000
/** A second that took longer than this was slept through, or the device's clock was set. */
const SLEPT_MS = 5000
/** Each makes the wait before the next try twice as long: a minute at the most. */
const MOST_FAILURES = 6

const body = document.body.dataset
const words: LiveWords = JSON.parse(body.words ?? '{}')
/** The instant of the page as it was drawn last, and the ledger's head. */
let drawn = { now: Number(body.now), head: Number(body.head) }
/** The ledger's head as it was last heard of. */
let { head } = drawn
let offset = 0
let nextTick = Date.now()
let failures = 0
let later: Promise<typeof import('./later.ts')> | undefined
let voice: ReturnType<typeof import('./later.ts').announcer> | undefined
/** The rest of this script could not be had when it was asked for last, as when there is a newer one. */
let isOutdated = false
const timers: { tick?: number; look?: number; draw?: number } = {}

const motion = matchMedia('(prefers-reduced-motion: reduce)')

function all(selector: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(selector)]
}

function seconds(): number {
  return Date.now() / 1000 + offset
}

/** What the page is about: its large count. */
function largeCount(at: number): Count | null {
  const [large] = all('[data-count="figures"]')
  return large ? countAt(countedIn(large), at) : null
}

function countTold(count: Count): string {
  return `${all('.hero :is(h1, h2)')[0]?.textContent}: ${countText(words.count, count)}`
}

/** Changes when something that the server has drawn is no longer so. */
function turnAt(at: number): string {
  const windows = all(COUNTED).map(countedIn)
  const ends = windows.flatMap(({ opens, closes }) => [opens, closes])
  const zones = new Set(windows.map(({ zone }) => zone ?? 'UTC')).add('UTC')
  const past = ends.filter((end) => end !== null && end <= at)
  return [past.length, ...[...zones].map((zone) => dateAt(zone, at))].join()
}

function isStale(): boolean {
  return head !== drawn.head || turnAt(Math.floor(seconds())) !== turnAt(drawn.now)
}

function tick(): void {
  clearTimeout(timers.tick)
  if (document.hidden) return
  if (Math.abs(Date.now() - nextTick) > SLEPT_MS) look()
  const at = Math.floor(seconds())
  for (const element of all('[data-count]')) showCount(element, at, words.count, motion.matches)
  for (const element of all('[data-clock]')) write(element, writeNow(words.reader, at))
  voice?.tick(at, largeCount(at))
  if (isStale()) draw()
  const wait = untilNextSecond(seconds() * 1000)
  nextTick = Date.now() + wait
  timers.tick = setTimeout(tick, wait)
}

/** Puts the next look off: to be called by whoever hears that nothing is new. */
function wait(): void {
  clearTimeout(timers.look)
  timers.look = setTimeout(look, LOOK_MS)
}

/** Asks what the time is and whether the ledger has grown; a page that nobody sees does not. */
async function look(): Promise<void> {
  if (document.hidden) return
  wait()
  const sentAt = Date.now() / 1000
  const signal = AbortSignal.timeout(PATIENCE_MS)
  const answer = await fetch('/head.json', { signal }).catch(() =>
    later?.then(({ missed }) => missed()),
  )
  if (!answer?.ok) return
  // While it can be had: what it is for may come when the tracker cannot be reached.
  loadLater().catch(() => {})
  // Whoever guards a network may answer in the tracker's place, with a page of their own.
  const latest = await answer.json().catch(() => null)
  if (!latest) return
  head = latest.head
  offset = correctedBy(offset, {
    ...{ server: Date.parse(latest.now) / 1000, resolution: 0.001 },
    ...{ sentAt, receivedAt: Date.now() / 1000 },
  })
  // Only where there is something to show: what cannot be had may be so for good.
  if (isOutdated && isStale()) location.reload()
  tick()
}

/** Draws the page anew in a moment. Where that fails, the next try waits longer. */
function draw(): void {
  timers.draw ??= setTimeout(
    async () => {
      await drawNow().catch(() => {})
      failures = isStale() ? Math.min(failures + 1, MOST_FAILURES) : 0
      timers.draw = undefined
    },
    // What is recorded is there; but the server's clock may turn a second after this one.
    1000 * (2 ** failures - Number(head !== drawn.head)) + Math.random() * SPREAD_MS,
  )
}

async function loadLater() {
  try {
    later ??= import('./later.ts')
    const loaded = await later
    isOutdated = false
    voice ??= loaded.announcer(loaded.say, countTold)
    loaded.listen(look, wait)
    return loaded
  } catch (error) {
    later = undefined
    isOutdated = true
    throw error
  }
}

async function drawNow(): Promise<void> {
  const { redraw } = await loadLater()
  const { news, ...page } = await redraw(drawn.head)
  drawn = page
  // It may be newer than what was last heard of.
  head = Math.max(head, page.head)
  tellReader()
  if (news) voice?.tell(fill(words.updated, { news }))
  tick()
}

function tellReader(): void {
  for (const element of all('[data-reader]')) showForReader(element, words.reader)
}

/** Whether the page itself, as it came, bears the device's clock out. */
function isClockRight(): boolean {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  if (!entry || isKept(entry)) return false
  const start = Date.now() - performance.now()
  offset = correctedBy(0, {
    ...{ server: drawn.now, resolution: 1 },
    sentAt: (start + entry.requestStart) / 1000,
    receivedAt: (start + entry.responseStart) / 1000,
  })
  return offset === 0
}

function wake(): void {
  nextTick = Date.now()
  tick()
  look()
}

tellReader()
// A page of the past has no head, and nothing of it is live.
if (body.head) {
  if (isClockRight()) timers.look = setTimeout(look, FIRST_LOOK_MS)
  else look()
  tick()
  addEventListener('visibilitychange', wake)
  addEventListener('online', wake)
  // From the browser's memory: nothing was loaded, and all timers stood still.
  addEventListener('pageshow', ({ persisted }) => persisted && wake())
}
