/** Calendars of everything, a topic and a deadline. */
import { type Context, Hono } from 'hono'
import type { EpochSeconds } from '../deadline/instant.ts'
import { phaseAt } from '../deadline/phase.ts'
import type { Report } from '../deadline/report.ts'
import { timeOf } from '../deadline/timeline.ts'
import { isExact } from '../deadline/window.ts'
import { ZONED } from '../feed/event-time.ts'
import type { CalendarHead, CalendarOptions, Scheduled } from '../feed/icalendar.ts'
import type { Span } from '../feed/time-zone.ts'
import { absolute, deadlinePath, nameBasedUuid, type Subject, subjectPath } from '../href.ts'
import {
  datedAt,
  lastOver,
  lastRecorded,
  lastReported,
  type ToldState,
  tellStates,
} from '../ledger/calendar.ts'
import { writeDate } from '../page/words/date.ts'
import { en } from '../page/words/en.ts'
import { nameTopic } from '../page/words/sentence.ts'
import { notChangedSince } from './conditional.ts'
import type { AppEnv } from './context.ts'
import { type AskedCalendar, readCalendar } from './query.ts'
import { SLUG } from './slug.ts'
import { expectDeadline, expectTopic, nameIn } from './subject.ts'

export const calendar = new Hono<AppEnv>()

/** Loaded when a calendar is first asked for. */
const loadWriting = () => import('../feed/icalendar.ts')

/** Events in a calendar, at most: so its cost does not grow with the ledger, and calendar apps take it. */
const MOST_EVENTS = 500
/** Deadlines whose reports are read at once. */
const AT_ONCE = 100

calendar.get('/calendar.ics', (c) => {
  const asked = readCalendar(c.req.url, c.var.clock)
  return calendarOfMany(c, 'everything', c.var.site.title, asked)
})

calendar.get(`/topics/:file{${SLUG}\\.ics}`, async (c) => {
  const asked = readCalendar(c.req.url, c.var.clock)
  const topic = nameIn(c.req.param('file'))
  await expectTopic(c, topic)
  return calendarOfMany(c, { topic }, nameOf(c, nameTopic(en, topic)), asked)
})

calendar.get(`/deadlines/:file{${SLUG}\\.ics}`, async (c) => {
  const asked = readCalendar(c.req.url, c.var.clock)
  const slug = nameIn(c.req.param('file'))
  const { title } = await expectDeadline(c, slug)
  const told = await tellStates(c.env.DB, [slug], asked)
  const over = asked.alarm === null ? [] : oversOf(told, asked.now)
  const changes = told.flatMap(({ log }) => log.flatMap(instantsOf))
  if (isKept(c, latest([...changes, ...over]))) return notModified(c)
  const shown = told.filter((each) => isAsked(each, asked))
  const head = { subject: { slug }, name: nameOf(c, title), isWhole: true }
  return answer(c, slug, await write(c, head, asked, await schedule(c, shown)))
})

/** The calendar of everything or a topic: what is to come, and what was over last. */
async function calendarOfMany(
  c: Context<AppEnv>,
  subject: Exclude<Subject, { slug: string }>,
  name: string,
  asked: AskedCalendar,
): Promise<Response> {
  const isPresent = asked.asking.at === null
  if (isKept(c, await lastChange(c, { ...asked, isPresent }))) return notModified(c)
  const topic = subject === 'everything' ? null : subject.topic
  const { slugs, more } = await datedAt(c.env.DB, { ...asked, topic, isPresent }, MOST_EVENTS)
  const scheduled: Scheduled[] = []
  for (let from = 0; from < slugs.length; from += AT_ONCE) {
    const told = await tellStates(c.env.DB, slugs.slice(from, from + AT_ONCE), asked)
    scheduled.push(...(await schedule(c, told)))
  }
  const head = { subject, name, isWhole: !more }
  return answer(c, topic ?? 'calendar', await write(c, head, asked, scheduled))
}

/** When a calendar of many last changed, or later: by a report of anything, or by what is over. */
async function lastChange(
  { env: { DB } }: Context<AppEnv>,
  asked: AskedCalendar & { isPresent: boolean },
): Promise<EpochSeconds | null> {
  const { now, knownAt } = asked
  const instants = await Promise.all([
    lastReported(DB, asked),
    lastRecorded(DB),
    // The states are those of the present: of what was known then, any second may be the one.
    knownAt === null ? lastOver(DB, asked) : now,
  ])
  return latest(instants)
}

/** What a calendar is of; not whole, where there is more than it has room for. */
interface Heading {
  subject: Subject
  name: string
  isWhole: boolean
}

async function write(
  c: Context<AppEnv>,
  heading: Heading,
  asked: AskedCalendar,
  scheduled: Scheduled[],
): Promise<string> {
  const { eventWriter, openCalendar } = await loadWriting()
  const moments = momentsOf(scheduled).filter((at) => ZONED.from <= at && at < ZONED.until)
  const writer = eventWriter(optionsOf(asked, spanOf(moments)))
  const head = headOf(c, heading, asked, latest(scheduled.map(({ changed }) => changed)))
  return openCalendar(head) + scheduled.map(writer.write).join('') + writer.close()
}

function nameOf(c: Context<AppEnv>, title: string): string {
  return `${c.var.site.title}: ${title}`
}

const ABOUT =
  'Ultimatums, deadlines and talks: when, how sure that is, and who says so. ' +
  'Each date is as the sources stated it, and moves when they move it.'
const NOT_WHOLE =
  `Of more than ${MOST_EVENTS}, it has those that come first, and then those that were over last: ` +
  'a topic’s or a deadline’s own calendar has the others.'

function headOf(
  c: Context<AppEnv>,
  { subject, name, isWhole }: Heading,
  asked: AskedCalendar,
  changed: EpochSeconds | null,
): CalendarHead {
  const address = (path: string) => absolute(c.var.site.url, path)
  return {
    name,
    description: isWhole ? ABOUT : `${ABOUT} ${NOT_WHOLE}`,
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

/** The moments that deadlines are set for, of those that are set for one. */
function momentsOf(scheduled: Scheduled[]): EpochSeconds[] {
  return scheduled.flatMap(({ state: { window } }) =>
    window && isExact(window) ? [Number(window.opens)] : [],
  )
}

/** Whether a deadline is of the kind and the certainty that were asked for. */
function isAsked({ deadline, state }: ToldState, { kind, certainty }: AskedCalendar): boolean {
  return (
    (kind === null || deadline.kind === kind) &&
    (certainty === null || state.certainty === certainty)
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

function answer(c: Context<AppEnv>, name: string, body: string): Response {
  c.header('cache-control', CACHE)
  c.header('content-disposition', `inline; filename="${name}.ics"`)
  return c.body(body, 200, { 'content-type': 'text/calendar; charset=utf-8' })
}

function notModified(c: Context<AppEnv>): Response {
  c.header('cache-control', CACHE)
  return c.body(null, 304)
}
