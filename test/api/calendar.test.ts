import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, test } from 'vitest'
import afterOneWord from '../feed/golden/2025-07-21.ics?raw'
import afterAMove from '../feed/golden/2025-07-28.ics?raw'
import afterAll from '../feed/golden/2026-11-23.ics?raw'
import { counting } from '../ledger/cost.ts'
import { emptyDatabase, importText, shippedDatabase } from '../ledger/database.ts'
import { generatedLedger } from '../ledger/generated.ts'
import { request } from './request.ts'
import { ask } from './tracker.ts'

const AT = 'at=2025-07-21T20:00:00Z'

const GOLDENS: [now: string, golden: string][] = [
  ['2025-07-21T20:00:00Z', afterOneWord],
  ['2025-07-28T20:00:00Z', afterAMove],
  ['2026-11-23T00:00:00Z', afterAll],
]

async function summaries(path: string): Promise<string[]> {
  const text = await (await ask(path)).text()
  return [...text.matchAll(/^SUMMARY:(.*)\r$/gm)].map(([, summary]) => summary)
}

describe('A calendar of the shipped ledger', () => {
  beforeAll(async () => {
    await shippedDatabase()
  })

  test.each(GOLDENS)('is as of %s what it should be to the byte', async (now, golden) => {
    const bindings = { ...env, SITE_URL: 'https://eleventh-hour.example' }
    const response = await request(`http://localhost/calendar.ics?at=${now}`, {}, bindings)
    expect(await response.text()).toBe(golden)
  })

  test.each([
    ['/calendar.ics', 'calendar.ics', 4],
    ['/topics/russia-ukraine-war.ics', 'russia-ukraine-war.ics', 4],
    ['/deadlines/russia-50-days.ics', 'russia-50-days.ics', 1],
    ['/deadlines/leaders-meeting.ics', 'leaders-meeting.ics', 0],
  ])('%s is a file of text, by its own name', async (path, file, events) => {
    const response = await ask(`${path}?${AT}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(response.headers.get('content-disposition')).toBe(`inline; filename="${file}"`)
    expect(response.headers.get('cache-control')).toBe('public, max-age=300')
    expect(await summaries(`${path}?${AT}`)).toHaveLength(events)
  })

  test('of a topic and of a deadline say which', async () => {
    const topic = await (await ask('/topics/russia-ukraine-war.ics')).text()
    expect(topic).toContain('\r\nNAME:Eleventh Hour: Russia–Ukraine war\r\n')
    expect(topic).toContain('\r\nURL:http://localhost:8787/topics/russia-ukraine-war\r\n')
    const one = await (await ask(`/deadlines/russia-50-days.ics?${AT}&alarm=P1D`)).text()
    expect(one).toContain('\r\nNAME:Eleventh Hour: End the war in Ukraine within 50 days\r\n')
    expect(one.replaceAll('\r\n ', '')).toContain(
      `SOURCE;VALUE=URI:http://localhost:8787/deadlines/russia-50-days.ics?${AT}&alarm=P1D\r\n`,
    )
  })

  test.each(['/topics/nowhere.ics', '/deadlines/nowhere.ics'])('%s is not there', async (path) => {
    const response = await ask(path)
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  })

  test.each([
    ['kind=ultimatum', ['End the war in Ukraine within 50 days']],
    ['certainty=contested', ['[contested] Third round of direct talks in Istanbul']],
    ['kind=talks&certainty=contested', ['[contested] Third round of direct talks in Istanbul']],
    ['kind=ultimatum&certainty=contested', []],
    ['utm_source=x&utm_source=y&kind=deadline', []],
  ])('is narrowed by %s', async (query, expected) => {
    for (const path of ['/calendar.ics', '/topics/russia-ukraine-war.ics']) {
      expect(await summaries(`${path}?${AT}&${query}`)).toEqual(expected)
      const known = '&known=2026-11-24T00:00:00Z'
      expect(await summaries(`${path}?${AT}${known}&${query}`)).toEqual(expected)
    }
  })

  test('knows only what had been recorded by then', async () => {
    expect(await summaries('/calendar.ics?known=2026-01-01T00:00:00Z')).toEqual([])
    expect(await summaries('/calendar.ics?known=2026-11-23T00:00:00Z')).toHaveLength(6)
    const none = await ask('/deadlines/russia-50-days.ics?known=2026-01-01T00:00:00Z')
    expect([none.status, (await none.text()).includes('VEVENT')]).toEqual([200, false])
  })

  test.each([
    ['alarm=P1M', 'alarm', 'must be how long before the event: weeks as P1W'],
    ['alarm=tomorrow', 'alarm', 'P1D'],
    ['alarm=', 'alarm', 'PT12H'],
    ['alarm=-P1D', 'alarm', 'P1D'],
    ['alarm=P1W2D', 'alarm', 'P1D'],
    ['alarm=PT1H30S', 'alarm', 'P1D'],
    ['alarm=PT', 'alarm', 'P1D'],
    ['alarm=P53W', 'alarm', 'at most 52 weeks'],
    ['alarm=P364DT1S', 'alarm', 'at most 52 weeks'],
    ['alarm=P1D&alarm=P2D', 'alarm', 'more than once'],
    ['kind=war', 'kind', 'ultimatum'],
    ['certainty=sure', 'certainty', 'firm'],
    ['at=yesterday', 'at', 'instant'],
  ])('refuses %s and says what would be right', async (query, parameter, detail) => {
    for (const path of ['/calendar.ics', '/deadlines/russia-50-days.ics']) {
      const response = await ask(`${path}?${query}`)
      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject({
        errors: [{ pointer: `#/${parameter}`, detail: expect.stringContaining(detail) }],
      })
    }
  })

  test.each(['P1D', 'P2W', 'PT30M', 'PT90S', 'P1DT12H', 'PT1H30M15S', 'PT0S', 'P52W'])(
    'rings %s before what is not over',
    async (alarm) => {
      const text = await (await ask(`/calendar.ics?${AT}&alarm=${alarm}`)).text()
      const triggers = [...text.matchAll(/TRIGGER:(.*)\r\n/g)].map(([, trigger]) => trigger)
      expect(triggers).toEqual([`-${alarm}`, `-${alarm}`])
    },
  )
})

const { now } = Date

/** Answers as the tracker does when its clock shows an instant; one at a time, since there is one clock. */
async function askAt(clock: string, path: string, init: RequestInit = {}): Promise<Response> {
  expect(Date.now).toBe(now)
  Date.now = () => Date.parse(clock)
  try {
    return await ask(path, init)
  } finally {
    Date.now = now
  }
}

/** After all of the shipped ledger was recorded. */
const LATER = '2026-11-24T00:00:00Z'

/** What tells one answer from the next. */
async function validators(path: string) {
  const { headers } = await askAt(LATER, path)
  return { tag: headers.get('etag') ?? '', modified: headers.get('last-modified') ?? '' }
}

const CALENDARS = [
  '/calendar.ics',
  '/topics/russia-ukraine-war.ics',
  '/deadlines/russia-50-days.ics',
]

describe('A client that has a calendar', () => {
  beforeAll(async () => {
    await shippedDatabase()
  })

  test.each(CALENDARS)('of %s is not sent it again', async (path) => {
    const { tag, modified } = await validators(path)
    expect(tag).toMatch(/^"[^"]+"$/)
    expect(modified).toBe('Mon, 23 Nov 2026 00:00:00 GMT')
    const kept: Record<string, string>[] = [
      { 'if-none-match': tag },
      { 'if-modified-since': modified },
    ]
    for (const headers of kept) {
      const response = await askAt(LATER, path, { headers })
      expect([response.status, await response.text()]).toEqual([304, ''])
      expect(response.headers.get('cache-control')).toBe('public, max-age=300')
    }
    const head = await askAt(LATER, path, { method: 'HEAD' })
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, tag, ''])
  })

  test.each(CALENDARS)('of %s as it was before is sent it', async (path) => {
    const { modified } = await validators(path)
    const stale: Record<string, string>[] = [
      { 'if-none-match': '"another"', 'if-modified-since': modified },
      { 'if-modified-since': 'Sun, 22 Nov 2026 23:59:59 GMT' },
      { 'if-modified-since': 'whenever' },
    ]
    for (const headers of stale) {
      const response = await askAt(LATER, path, { headers })
      expect(response.status).toBe(200)
      expect(await response.text()).toContain('END:VCALENDAR')
    }
  })

  test.each(CALENDARS)('of %s sees no change by time alone, but for alarms', async (path) => {
    const asOf = async (now: string, query = '') =>
      (await (await ask(`${path}?at=${now}${query}`)).text())
        .replaceAll('\r\n ', '')
        .replaceAll(now, '')
    const before = await asOf('2025-08-08T23:59:59Z')
    expect(await asOf('2025-08-09T11:59:59Z')).toBe(before)
    expect(await asOf('2025-08-09T12:00:00Z')).not.toBe(before)
    const ringing = await asOf('2025-08-09T03:59:59Z', '&alarm=P1D')
    expect(await asOf('2025-08-09T04:00:00Z', '&alarm=P1D')).not.toBe(ringing)
  })

  test('asks by another tag for another query', async () => {
    const queries = [
      '',
      '?alarm=P1D',
      '?kind=talks',
      '?certainty=firm',
      '?known=2026-11-23T00:00:00Z',
    ]
    const tags: string[] = []
    for (const query of queries) tags.push((await validators(`/calendar.ics${query}`)).tag)
    expect(new Set(tags).size).toBe(queries.length)
    expect((await validators('/calendar.ics?utm_source=x')).tag).toBe(tags[0])
  })
})

/** A word on an ultimatum of which the clock's passing makes a difference. */
function line(id: number, when: string, reportedAt: string): string {
  return `${JSON.stringify({
    deadline: 'stop',
    id: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`,
    says: 'date',
    when,
    zone: 'UTC',
    source: { name: 'Issuer', standing: 'issuer' },
    reportedAt,
    recordedAt: '2026-11-01T00:00:00Z',
    recordedBy: 'desk',
  })}\n`
}

const STOP = `${JSON.stringify({
  ...{ slug: 'stop', kind: 'ultimatum', title: 'Stop', topic: 'stopping' },
  ...{ recordedAt: '2026-11-01T00:00:00Z', recordedBy: 'desk' },
})}\n`

describe('A client that asks again and again', () => {
  test.each(['/calendar.ics', '/topics/stopping.ics', '/deadlines/stop.ics'])(
    'at %s gets each change once: what is recorded, what comes to be said, and what is over',
    async (path) => {
      const db = await emptyDatabase()
      await importText(db, STOP + line(1, '2026-11-10', '2026-11-02T00:00:00Z'))
      const [plain, ringing] = [path, `${path}?alarm=P1D`]
      const tags = new Map<string, string>()
      const changed = async (clock: string, address: string) => {
        const response = await askAt(clock, address, {
          headers: { 'if-none-match': tags.get(address) ?? '"none"' },
        })
        tags.set(address, response.headers.get('etag') ?? '')
        return response.status === 200
      }
      expect(await changed('2026-11-03T00:00:00Z', plain)).toBe(true)
      expect(await changed('2026-11-03T00:00:00Z', ringing)).toBe(true)
      expect(await changed('2026-11-10T23:59:59Z', plain)).toBe(false)
      expect(await changed('2026-11-10T23:59:59Z', ringing)).toBe(false)
      expect(await changed('2026-11-11T00:00:00Z', plain)).toBe(false)
      expect(await changed('2026-11-11T00:00:00Z', ringing)).toBe(true)
      // Reported for later than the clock shows: it is known once that is there.
      await importText(db, line(2, '2026-11-30', '2026-11-12T00:00:00Z'))
      await changed('2026-11-11T12:00:00Z', plain)
      expect(await changed('2026-11-11T23:59:59Z', plain)).toBe(false)
      expect(await changed('2026-11-12T00:00:00Z', plain)).toBe(true)
      await importText(db, line(3, '2026-12-24', '2026-11-12T12:00:00Z'))
      expect(await changed('2026-11-12T13:00:00Z', plain)).toBe(true)
      // Recorded late, of what was said before: one more report, though none that is later.
      await importText(db, line(4, '2026-12-25', '2026-11-05T00:00:00Z'))
      expect(await changed('2026-11-20T00:00:00Z', plain)).toBe(true)
      expect(await changed('2026-11-20T00:00:00Z', plain)).toBe(false)
    },
  )

  test('is not told that a calendar changed later than now', async () => {
    const db = await emptyDatabase()
    await importText(db, STOP + line(1, '2026-11-10', '2026-11-02T00:00:00Z'))
    const early = await askAt('2026-10-01T00:00:00Z', '/calendar.ics', {
      headers: { 'if-modified-since': 'Mon, 02 Nov 2026 00:00:00 GMT' },
    })
    expect([early.status, early.headers.get('last-modified')]).toEqual([200, null])
  })
})

const uidsOf = (text: string) => [...text.matchAll(/^UID:(.*)\r$/gm)].map(([, uid]) => uid)

describe('Everything’s calendar of many deadlines', () => {
  const MANY = 450

  beforeAll(async () => {
    const db = await emptyDatabase()
    const moment = line(7, '2026-07-01T12:00', '2025-01-01T00:00:00Z')
    const zoned = moment.replace('"zone":"UTC"', '"zone":"Europe/Berlin"')
    await importText(db, generatedLedger(MANY, 3) + STOP + zoned)
  })

  test('is whole: each once, and the zone before what is in it', async () => {
    const text = await (await ask('/calendar.ics')).text()
    const uids = uidsOf(text)
    expect([uids.length, new Set(uids).size]).toEqual([MANY + 1, MANY + 1])
    expect(text.match(/TZID:.*/g)).toEqual(['TZID:Europe/Berlin'])
    expect(text.indexOf('BEGIN:VTIMEZONE')).toBeLessThan(text.indexOf('DTSTART;TZID=Europe/Berlin'))
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/)
    expect(text).toMatch(/\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n$/)
    expect(text).not.toContain('Of more than')
  })

  test('is the same from what was known', async () => {
    const events = async (path: string) =>
      (await (await ask(path)).text()).split('BEGIN:VEVENT').slice(1)
    const then = 'at=2026-01-01T00:00:00Z'
    expect(await events(`/calendar.ics?${then}&known=2026-11-23T00:00:00Z`)).toEqual(
      await events(`/calendar.ics?${then}`),
    )
  })

  test('is not put together for who asks by when it was changed', async () => {
    const { counted: DB, cost } = counting(env.DB)
    const { headers } = await ask('/calendar.ics')
    const kept = { 'if-modified-since': headers.get('last-modified') ?? '' }
    const response = await request(
      'http://localhost:8787/calendar.ics',
      { headers: kept },
      { ...env, DB },
    )
    expect([response.status, cost.read < 10]).toEqual([304, true])
  })
})

describe('A calendar of more than it has room for', () => {
  const [ROOM, FIRST] = [500, '2026-01-01T00:00:00Z']
  const DAYS = 600
  /** One for each day, the later the higher its number. */
  const dayOf = (day: number) => new Date(Date.parse(FIRST) + day * 86_400_000).toISOString()
  const slugOf = (day: number) => `day-${String(day).padStart(3, '0')}`
  const NOTHING_SAID = 'day-unheard-of'

  /** A deadline on each day, and besides some that have no date. */
  function daily(): string {
    const opening = JSON.parse(STOP)
    const lines = Array.from({ length: DAYS }, (_, day) => {
      const report = JSON.parse(line(day, dayOf(day).slice(0, 10), '2025-12-01T00:00:00Z'))
      const ofDay = { ...opening, slug: slugOf(day), title: `On day ${day}`, topic: TOPIC }
      return [ofDay, { ...report, deadline: slugOf(day) }]
    })
    const undated = Array.from({ length: 200 }, (_, index) => {
      const slug = `undated-${index}`
      const report = JSON.parse(line(DAYS + index, '2026', '2025-12-01T00:00:00Z'))
      return [
        { ...opening, slug, topic: TOPIC },
        { ...report, deadline: slug, when: null, zone: null },
      ]
    })
    const unheard = { ...opening, slug: NOTHING_SAID, topic: TOPIC }
    return [...lines.flat(), ...undated.flat(), unheard]
      .map((each) => `${JSON.stringify({ ...each, recordedAt: '2025-12-01T00:00:00Z' })}\n`)
      .join('')
  }
  const TOPIC = 'days'

  const unfolded = (text: string) => text.replaceAll('\r\n ', '')
  const daysIn = (text: string) =>
    [...unfolded(text).matchAll(/^SUMMARY:.*On day (\d+)\r$/gm)].map(([, day]) => Number(day))

  beforeAll(async () => {
    expect(await importText(await emptyDatabase(), daily())).toMatchObject({ ok: true })
  })

  const from = (first: number) => Array.from({ length: ROOM }, (_, index) => first + index)

  test.each(['/calendar.ics', `/topics/${TOPIC}.ics`])(
    '%s has what comes first, and then what was over last, and says so',
    async (path) => {
      // At noon of a day, all days before are over: 550 of them, 300, and 20.
      for (const [day, first] of [
        [550, 100],
        [300, 100],
        [20, 20],
      ]) {
        for (const known of ['', '&known=2027-01-01T00:00:00Z']) {
          const asked = `${path}?at=${dayOf(day).replace('T00', 'T12').replace('.000', '')}${known}`
          const text = await (await ask(asked)).text()
          expect(daysIn(text), asked).toEqual(from(first))
          expect(unfolded(text)).toContain('\r\nDESCRIPTION:Ultimatums')
          expect(unfolded(text)).toMatch(/Of more than 500\\, it has those that come first/)
        }
      }
    },
  )

  test('is narrowed before it is cut off', async () => {
    const at = 'at=2025-12-02T00:00:00Z'
    expect(daysIn(await (await ask(`/calendar.ics?${at}&kind=ultimatum`)).text())).toEqual(from(0))
    expect(uidsOf(await (await ask(`/calendar.ics?${at}&kind=talks`)).text())).toEqual([])
    const one = await (await ask(`/deadlines/${slugOf(DAYS - 1)}.ics`)).text()
    expect(daysIn(one)).toEqual([DAYS - 1])
  })

  test('is sent anew to who has it when one that is over makes room for another', async () => {
    // In this time the calendar has no day left that is over, and the next day that it had no room for.
    const [before, after] = [20, 21].map((day) => dayOf(day).replace('.000', ''))
    const { headers } = await askAt(before, '/calendar.ics')
    expect(await (await askAt(before, '/calendar.ics')).text()).not.toContain('On day 520')
    for (const name of ['etag', 'last-modified']) {
      const condition = name === 'etag' ? 'if-none-match' : 'if-modified-since'
      const init = { headers: { [condition]: headers.get(name) ?? '' } }
      const response = await askAt(after, '/calendar.ics', init)
      expect([response.status, (await response.text()).includes('On day 520')]).toEqual([200, true])
    }
  })

  test('costs no more of a ledger of more deadlines', async () => {
    const { counted: DB, cost } = counting(env.DB)
    for (const path of ['/calendar.ics', `/topics/${TOPIC}.ics`]) {
      cost.read = 0
      await (await request(`http://localhost:8787${path}`, {}, { ...env, DB })).text()
      // Of each its place, its line, its report, and their keys: of the 801 there are, they would be 4,800.
      expect(cost.read).toBeLessThan(ROOM * 6 + 50)
    }
  })
})
