/** Calendars of everything, a topic and a deadline. */
import type { D1Database } from '@cloudflare/workers-types'
import { type Context, Hono } from 'hono'
import type { EpochSeconds } from '../deadline/instant.ts'
import { phaseAt } from '../deadline/phase.ts'
import type { Report } from '../deadline/report.ts'
import { timeOf } from '../deadline/timeline.ts'
import { ZONED } from '../feed/event-time.ts'
import type { CalendarHead, CalendarOptions, Scheduled } from '../feed/icalendar.ts'
import type { Span } from '../feed/time-zone.ts'
import { absolute, deadlinePath, nameBasedUuid, type Subject, subjectPath } from '../href.ts'
import {
  type CalendarQuery,
  isAsked,
  lastOver,
  lastRecorded,
  lastReported,
  momentsOf,
  momentsWithin,
  type ToldState,
  tellReported,
  tellStates,
} from '../ledger/calendar.ts'
import { readHead } from '../ledger/head.ts'
import { writeDate } from '../page/words/date.ts'
import { en } from '../page/words/en.ts'
import { nameTopic } from '../page/words/sentence.ts'
import { notChangedSince } from './conditional.ts'
import type { AppEnv } from './context.ts'
import { type AskedCalendar, readCalendar } from './query.ts'
import { SLUG } from './slug.ts'
import { streamOf } from './stream.ts'
import { expectDeadline, expectTopic, nameIn } from './subject.ts'

export const calendar = new Hono<AppEnv>()

/** Loaded when a calendar is first asked for. */
const loadWriting = () => import('../feed/icalendar.ts')

/**
 * To be raised whenever a calendar of the same ledger comes to have other bytes: the entity tag of
 * everything's is made without them.
 */
const FORM = 1

calendar.get('/calendar.ics', async (c) => {
  const asked = readCalendar(c.req.url, c.var.clock)
  const query = { ...asked, topic: null }
  const { tag, modified, reported } = await freshness(c, asked)
  c.header('etag', tag)
  if (isKept(c, modified)) return notModified(c)
  const head = headOf(c, 'everything', c.var.site.title, asked, reported)
  return answer(c, 'calendar', streamOf(c, wholeCalendar(c, head, query, asked)))
})

calendar.get(`/topics/:file{${SLUG}\\.ics}`, async (c) => {
  const asked = readCalendar(c.req.url, c.var.clock)
  const topic = nameIn(c.req.param('file'))
  await expectTopic(c, topic)
  const told: ToldState[] = []
  const query = { ...asked, topic, kind: null, certainty: null }
  for await (const page of tellReported(c.env.DB, query)) told.push(...page)
  return calendarOf(c, { topic }, nameTopic(en, topic), asked, told)
})

calendar.get(`/deadlines/:file{${SLUG}\\.ics}`, async (c) => {
  const asked = readCalendar(c.req.url, c.var.clock)
  const slug = nameIn(c.req.param('file'))
  const deadline = await expectDeadline(c, slug)
  return calendarOf(c, { slug }, deadline.title, asked, await tellStates(c.env.DB, [slug], asked))
})

/** The calendar of a topic or a deadline, of which `told` is all that is known. */
async function calendarOf(
  c: Context<AppEnv>,
  subject: Exclude<Subject, 'everything'>,
  title: string,
  asked: AskedCalendar,
  told: ToldState[],
): Promise<Response> {
  const over = asked.alarm === null ? [] : oversOf(told, asked.now)
  const changes = told.flatMap(({ log }) => log.flatMap(instantsOf))
  if (isKept(c, latest([...changes, ...over]))) return notModified(c)
  const shown = told.filter((each) => isAsked(each, { ...asked, topic: null }))
  const name = `${c.var.site.title}: ${title}`
  const head = headOf(c, subject, name, asked, latest(shown.map(({ log }) => changeOf(log))))
  const moments = momentsOf(shown).filter((at) => ZONED.from <= at && at < ZONED.until)
  const { eventWriter, openCalendar } = await loadWriting()
  const writer = eventWriter(optionsOf(asked, spanOf(moments)))
  const events = (await schedule(c, shown)).map(writer.write)
  const file = 'topic' in subject ? subject.topic : subject.slug
  return answer(c, file, openCalendar(head) + events.join('') + writer.close())
}

/** Everything's calendar, in pieces: a page of deadlines is held at a time. */
async function* wholeCalendar(
  c: Context<AppEnv>,
  head: CalendarHead,
  query: CalendarQuery,
  asked: AskedCalendar,
): AsyncGenerator<string> {
  const moments = await momentsWithin(c.env.DB, query, ZONED)
  const { eventWriter, openCalendar } = await loadWriting()
  const writer = eventWriter(optionsOf(asked, moments))
  yield openCalendar(head)
  for await (const told of tellReported(c.env.DB, query)) {
    const events = (await schedule(c, told)).map(writer.write).join('')
    if (events) yield events
  }
  yield writer.close()
}

/**
 * What everything's calendar is told apart by without making it: it follows from the ledger and the
 * query. Time alone changes what has been said by now, and with alarms, what is over.
 */
async function freshness(c: Context<AppEnv>, asked: AskedCalendar) {
  const { DB } = c.env
  const [head, reported, recorded, over] = await Promise.all([
    readHead(DB),
    lastReported(DB, asked),
    lastRecorded(DB),
    asked.alarm === null ? null : overBy(DB, asked),
  ])
  const { url, title } = c.var.site
  const self = addressOf('everything', asked)
  const name = ['calendar', FORM, head, reported, over, url, title, self].join('\n')
  return {
    tag: `"${await nameBasedUuid(name)}"`,
    modified: latest([reported, recorded, over]),
    reported,
  }
}

/** The states are those of the present: of what was known then, any second may be the one. */
function overBy(db: D1Database, { now, knownAt }: AskedCalendar) {
  return knownAt === null ? lastOver(db, now) : now
}

function headOf(
  c: Context<AppEnv>,
  subject: Subject,
  name: string,
  asked: AskedCalendar,
  changed: EpochSeconds | null,
): CalendarHead {
  const address = (path: string) => absolute(c.var.site.url, path)
  return {
    name,
    description:
      'Ultimatums, deadlines and talks: when, how sure that is, and who says so. ' +
      'Each date is as the sources stated it, and moves when they move it.',
    self: address(addressOf(subject, asked)),
    page: address(subjectPath(subject, '', asked.asking)),
    changed,
  }
}

function addressOf(subject: Subject, { asking, kind, certainty, alarm }: AskedCalendar): string {
  return subjectPath(subject, '.ics', asking, { kind, certainty, alarm })
}

function optionsOf({ now, alarm }: AskedCalendar, moments: Span | null): CalendarOptions {
  const date = (edtf: string, zone: string | null) => writeDate(en.date, edtf, zone)
  return { now, alarm, moments, words: { ...en, date } }
}

function schedule(c: Context<AppEnv>, told: ToldState[]): Promise<Scheduled[]> {
  return Promise.all(
    told.map(async ({ deadline, state, log }) => {
      const path = deadlinePath(deadline.slug)
      return {
        deadline,
        state,
        reports: log.length,
        changed: changeOf(log),
        uid: await nameBasedUuid(path),
        page: absolute(c.var.site.url, path),
      }
    }),
  )
}

/** When the last of some reports was made; they are in order. */
function changeOf(log: ToldState['log']): EpochSeconds {
  return timeOf(log[log.length - 1])
}

/** When the time of each was up that is past it and has no outcome. */
function oversOf(told: ToldState[], now: EpochSeconds): (EpochSeconds | null)[] {
  return told.map(({ state }) =>
    phaseAt(state, now) === 'passed' ? (state.window?.closes ?? null) : null,
  )
}

function latest(instants: (EpochSeconds | null)[]): EpochSeconds | null {
  const known = instants.filter((each) => each !== null)
  return known.length > 0 ? known.reduce((a, b) => Math.max(a, b)) : null
}

function spanOf(moments: EpochSeconds[]): Span | null {
  if (moments.length === 0) return null
  const first = moments.reduce((a, b) => Math.min(a, b))
  return { first, last: moments.reduce((a, b) => Math.max(a, b)) }
}

/** When a report was made, and when it came to be known. */
function instantsOf({ reportedAt, recordedAt }: Report): EpochSeconds[] {
  return [reportedAt, recordedAt].map((written) => Date.parse(written) / 1000)
}

/** Says when a calendar last changed, and whether the asker has it as of then. */
function isKept(c: Context<AppEnv>, modified: EpochSeconds | null): boolean {
  // No date after the clock's (RFC 9110, section 8.8.2.1).
  if (modified === null || modified > c.var.clock) return false
  c.header('last-modified', new Date(modified * 1000).toUTCString())
  return notChangedSince(c, modified)
}

const CACHE = 'public, max-age=300'

function answer(c: Context<AppEnv>, name: string, body: string | ReadableStream): Response {
  c.header('cache-control', CACHE)
  c.header('content-disposition', `inline; filename="${name}.ics"`)
  return c.body(body, 200, { 'content-type': 'text/calendar; charset=utf-8' })
}

function notModified(c: Context<AppEnv>): Response {
  c.header('cache-control', CACHE)
  return c.body(null, 304)
}
