/**
 * Hears at once what is new, as long as somebody sees the page. The page looks for itself where that
 * cannot be: no word puts its next look off.
 */
import type { EventKind } from '../../deadline/event.ts'
import { livePath, type Subject } from '../../href.ts'

/** The tracker lets itself be heard every 25 seconds: whoever hears nothing for so long begins anew. */
const SILENT_MS = 45_000
/** However much it hears, the page looks so often, for the time; and so long after a refusal it tries again. */
const RARELY_MS = 300_000

/** What an event of the tracker may be called: written out, as a file that is shared would be one more to load. */
const CALLED: Record<EventKind | 'report', true> = {
  ...{ outcome: true, moved: true, contested: true, retracted: true },
  ...{ due: true, passed: true, milestone: true, report: true },
}

let source: EventSource | null = null
let heardAt = 0
let lookedAt = 0
/** The ledger's head, as it was last told. */
let head: number | undefined

/** To be called with each look; `putOff` is for as long as one hears that there is nothing new. */
export function listen(look: () => void, putOff: () => void): void {
  lookedAt = Date.now()
  if (!globalThis.EventSource || document.hidden || isListening()) return
  source?.close()
  source = new EventSource(livePath(subjectOf(location.pathname), 'head'))
  heardAt = lookedAt
  head = undefined
  source.addEventListener('head', ({ data }) => hearHead(JSON.parse(data).head, look, putOff))
  for (const event of Object.keys(CALLED)) source.addEventListener(event, look)
}

/** When the tracker was last known to be there: it was looked at, or it let itself be heard. */
export function lastContact(): number {
  return Math.max(heardAt, lookedAt)
}

/** One that was cut off comes back by itself; one that was refused does not. */
function isListening(): boolean {
  if (!source) return false
  const patience = source.readyState === EventSource.CLOSED ? RARELY_MS : SILENT_MS
  return Date.now() - heardAt < patience
}

/** What was recorded between the page's last look and the first word is in that word, too. */
function hearHead(latest: number, look: () => void, putOff: () => void): void {
  heardAt = Date.now()
  if (latest !== head) look()
  else if (heardAt - lookedAt < RARELY_MS) putOff()
  head = latest
}

function subjectOf(path: string): Subject {
  const [, kind, name] = /^\/(topic|deadline)s\/([^/]+)$/.exec(path) ?? []
  if (!kind) return 'everything'
  return kind === 'topic' ? { topic: name } : { slug: name }
}

document.addEventListener('visibilitychange', () => {
  if (!document.hidden) return
  source?.close()
  source = null
})
