/**
 * Says on a page that there is no connection and how old the page is, and puts a newer one in its
 * place when there is one again.
 */
import { fill, type Template } from '../words/template.ts'
import { redraw } from './redraw.ts'
import { say } from './region.ts'

/** As the build hands them over (scripts/build-assets.ts), by the language of the page. */
declare const OFFLINE: { style: string; words: Record<string, OfflineWords> }

interface OfflineWords {
  locale: string
  offline: Template
  online: string
}

const LOOK_MS = 10_000
const DAY_MS = 86_400_000

const words = OFFLINE.words[document.documentElement.lang]
const notice = Object.assign(document.createElement('p'), { className: 'offline' })
let since: number | null = null
let timer: number | undefined

/** The page is as it was at an instant, in milliseconds since 1970. */
export function miss(at: number): void {
  if (since !== null) return
  since = at
  document.querySelector('.masthead')?.after(notice)
  write()
  // Once: the age that goes on is for who looks.
  say(notice.textContent)
  timer = setTimeout(look, LOOK_MS)
}

function write(): void {
  if (since === null) return
  notice.textContent = fill(words.offline, { time: timeOf(since), ago: agoOf(Date.now() - since) })
}

/** With the day, where it was not within a day. */
function timeOf(at: number): string {
  const day = Date.now() - at < DAY_MS ? {} : ({ day: 'numeric', month: 'long' } as const)
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  return new Intl.DateTimeFormat(words.locale, { ...day, ...time }).format(at)
}

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', DAY_MS],
  ['hour', 3_600_000],
  ['minute', 60_000],
]

function agoOf(milliseconds: number): string {
  const [unit, length] = UNITS.find(([, each]) => milliseconds >= each) ?? ['second', Infinity]
  const whole = Math.floor(milliseconds / length)
  return new Intl.RelativeTimeFormat(words.locale, {
    numeric: whole > 0 ? 'always' : 'auto',
  }).format(-whole, unit)
}

/** Asks whether there is a connection again; then the page is drawn as it is by now. */
async function look(): Promise<void> {
  clearTimeout(timer)
  if (since === null) return
  write()
  timer = setTimeout(look, LOOK_MS)
  if (document.hidden) return
  // Not longer than until the next: a browser has few connections, and would wait in all of them.
  const signal = AbortSignal.timeout(LOOK_MS)
  const answer = await fetch('/head.json', { cache: 'no-store', signal }).catch(() => null)
  if (!answer?.ok) return
  const latest = await redraw(Number(document.body.dataset.head)).catch(() => null)
  if (latest) recover(latest.news)
}

function recover(news: string): void {
  clearTimeout(timer)
  since = null
  notice.remove()
  say(`${words.online} ${news}`.trim())
}

const style = { rel: 'stylesheet', href: OFFLINE.style }
// Not in the head: by what is there, versions of the page are told apart.
document.body.append(Object.assign(document.createElement('link'), style))
addEventListener('online', look)
addEventListener('visibilitychange', look)

/** The service worker has shown a page that it had kept. */
const kept = document.querySelector<HTMLElement>('[data-kept-at]')
if (kept) miss(Number(kept.dataset.keptAt))
