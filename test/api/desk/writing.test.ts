import { env } from 'cloudflare:test'
import type { D1Database } from '@cloudflare/workers-types'
import { beforeEach, describe, expect, test } from 'vitest'
import { rebuild } from '../../../src/ledger/rebuild.ts'
import { derived, emptyDatabase, exported } from '../../ledger/database.ts'
import { request } from '../request.ts'
import { askJson } from '../tracker.ts'
import { DEADLINE, ID, OTHER_TOKEN, REPORT, send } from './editors.ts'

const REPORTS = '/deadlines/a-deadline/reports'

let db: D1Database
beforeEach(async () => {
  db = await emptyDatabase()
})

describe('POST /deadlines', () => {
  test('opens a deadline, says where it is, and who recorded it when', async () => {
    const { status, headers, body } = await send('/deadlines', DEADLINE)
    expect(status).toBe(201)
    expect(headers.get('location')).toBe('/deadlines/a-deadline')
    expect(body).toMatchObject({ ...DEADLINE, topic: null, recordedBy: 'Ada Lovelace' })
    expect(Math.abs(Date.parse(String(body.recordedAt)) - Date.now())).toBeLessThan(5000)
    expect(await askJson('/deadlines/a-deadline.json')).toMatchObject({ certainty: 'undated' })
    expect(JSON.parse(await exported(db))).toEqual(body)
  })

  test('gives the same back when it is sent again, and refuses another of that slug', async () => {
    const { body } = await send('/deadlines', DEADLINE)
    const again = await send('/deadlines', DEADLINE, { authorization: `Bearer ${OTHER_TOKEN}` })
    expect(again).toMatchObject({ status: 200, body })
    expect(await send('/deadlines', { ...DEADLINE, title: 'Another' })).toMatchObject({
      status: 409,
      body: { errors: [{ pointer: '#/slug' }] },
    })
    expect(JSON.parse(await exported(db))).toEqual(body)
  })

  test('makes a slug of the title, another where that is taken, the same for the same', async () => {
    const titled = { kind: 'talks', title: 'Élysée: the “second” round', addressees: ['A', 'B'] }
    const slugs = []
    for (const body of [titled, { ...titled, place: 'Paris' }, titled]) {
      slugs.push((await send('/deadlines', body)).body.slug)
    }
    const made = 'elysee-the-second-round'
    expect(slugs).toEqual([made, `${made}-2`, made])
    expect(await send('/deadlines', { ...titled, title: 'Переговоры' })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '#/slug', detail: expect.stringContaining('give one') }] },
    })
  })
})

describe('Several deadlines of one title', () => {
  test('that are opened at once get a slug each', async () => {
    const titled = { kind: 'talks', title: 'A second round' }
    const places = ['Doha', 'Oslo', 'Paris', 'Rome', 'Vienna']
    const answers = await Promise.all(
      places.map((place) => send('/deadlines', { ...titled, place })),
    )
    expect(answers.map(({ status }) => status)).toEqual(places.map(() => 201))
    const slugs = new Set(answers.map(({ body }) => body.slug))
    expect(slugs.size).toBe(places.length)
  })
})

describe('POST /deadlines/S/reports', () => {
  beforeEach(async () => {
    await send('/deadlines', DEADLINE)
  })

  test('records what a source says, and the status follows', async () => {
    const { status, headers, body } = await send(REPORTS, { ...REPORT, id: ID })
    expect(status).toBe(201)
    expect(headers.get('location')).toBe(`/deadlines/a-deadline#${ID}`)
    expect(body).toMatchObject({ ...REPORT, id: ID, deadline: 'a-deadline', lang: null })
    expect(body.recordedBy).toBe('Ada Lovelace')
    const told = await askJson('/deadlines/a-deadline.json?at=2025-08-01T00:00:00Z')
    expect(told).toMatchObject({ when: '2025-09-02', certainty: 'firm', log: [body] })
  })

  test('is safe to send again: the stored report for the same, 409 for another', async () => {
    const { body } = await send(REPORTS, { ...REPORT, id: ID })
    const again = await send(
      REPORTS,
      { id: ID.toUpperCase(), ...REPORT, quote: null },
      { authorization: `Bearer ${OTHER_TOKEN}` },
    )
    expect(again).toMatchObject({ status: 200, body })
    const other = await send(REPORTS, { ...REPORT, id: ID, when: '2025-09-03' })
    expect(other).toMatchObject({ status: 409, body: { errors: [{ pointer: '#/id' }] } })
    expect((await askJson('/deadlines/a-deadline.json')).reports).toBe(1)
  })

  test('without an id is recorded once, however often it is sent', async () => {
    const first = await send(REPORTS, REPORT)
    expect(await send(REPORTS, REPORT)).toMatchObject({ status: 200, body: first.body })
    expect(first.body.id).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('takes an outcome and a retraction', async () => {
    const says = {
      source: { name: 'The desk', standing: 'desk' },
      reportedAt: '2025-09-03T00:00:00Z',
    }
    await send(REPORTS, { ...REPORT, id: ID })
    const outcome = { result: 'unmet', consequence: 'not-carried-out', at: '2025-09-02' }
    expect(await send(REPORTS, { says: 'outcome', outcome, ...says })).toMatchObject({
      status: 201,
    })
    expect(await askJson('/deadlines/a-deadline.json')).toMatchObject({
      phase: 'closed',
      outcome: { result: 'unmet' },
    })
    const retraction = { says: 'retraction', retracts: ID, ...says }
    expect(await send(REPORTS, retraction)).toMatchObject({ status: 201 })
    expect(await askJson('/deadlines/a-deadline.json')).toMatchObject({ when: null, claims: [] })
  })

  test('keeps all of what several record at once, and the status is right', async () => {
    const days = Array.from({ length: 8 }, (_, day) => ({ ...REPORT, when: `2025-09-0${day + 1}` }))
    const answers = await Promise.all(days.map((report) => send(REPORTS, report)))
    expect(answers.map(({ status }) => status)).toEqual(days.map(() => 201))
    expect((await askJson('/deadlines/a-deadline.json')).reports).toBe(8)
    const atOnce = await derived(db)
    await rebuild(db)
    expect(await derived(db)).toBe(atOnce)
  })

  test('is put off, and not a failure, where others record all the while', async () => {
    const overtake = `CREATE TRIGGER others BEFORE UPDATE ON head
      BEGIN SELECT RAISE (ABORT, 'NOT NULL constraint failed: head.seq'); END`
    await db.prepare(overtake).run()
    const { status, headers } = await send(REPORTS, REPORT)
    expect([status, headers.get('retry-after')]).toEqual([503, '5'])
  })

  test('records one of two that are sent at once under one id, and refuses the other', async () => {
    const sent = ['2025-09-02', '2025-09-03'].map((when) =>
      send(REPORTS, { ...REPORT, id: ID, when }),
    )
    const statuses = (await Promise.all(sent)).map(({ status }) => status)
    expect(statuses.sort()).toEqual([201, 409])
    expect((await askJson('/deadlines/a-deadline.json')).reports).toBe(1)
  })
})

describe('What is refused', () => {
  const long = 'x'.repeat(2001)
  const elsewhere = '7f2c1f2e-0000-4000-8000-5d2f1c1a7e10'

  beforeEach(async () => {
    await send('/deadlines', DEADLINE)
    await send('/deadlines', { ...DEADLINE, slug: 'elsewhere' })
    await send(REPORTS, { ...REPORT, id: ID })
    await send('/deadlines/elsewhere/reports', { ...REPORT, id: elsewhere })
  })

  const outcome = { result: 'held', consequence: null, at: null }
  const { when: _, ...undated } = REPORT

  test.each<[string, string, unknown, string, string]>([
    ['an unknown key', REPORTS, { ...REPORT, wen: 1 }, '#/wen', 'not a key'],
    [
      'the tracker’s own key',
      REPORTS,
      { ...REPORT, recordedBy: 'me' },
      '#/recordedBy',
      'not a key',
    ],
    [
      'an unknown key within',
      REPORTS,
      { ...REPORT, source: { ...REPORT.source, 'a/b': 1 } },
      '#/source/a~1b',
      'not a key',
    ],
    ['a wrong type', REPORTS, { ...REPORT, when: 5 }, '#/when', 'must be EDTF'],
    ['no source', REPORTS, { ...REPORT, source: undefined }, '#/source', 'is missing'],
    [
      'a standing there is not',
      REPORTS,
      { ...REPORT, source: { name: 'A', standing: 'king' } },
      '#/source/standing',
      'one of desk, issuer',
    ],
    ['a quote that is too long', REPORTS, { ...REPORT, quote: long }, '#/quote', 'at most 2000'],
    ['a day that there is not', REPORTS, { ...REPORT, when: '2025-02-30' }, '#/when', '01 to 28'],
    ['no date at all', REPORTS, undated, '#/when', 'null for no date'],
    ['an abbreviated zone', REPORTS, { ...REPORT, zone: 'EST' }, '#/zone', 'America/New_York'],
    [
      'a bad instant',
      REPORTS,
      { ...REPORT, reportedAt: 'yesterday' },
      '#/reportedAt',
      'such as 2025-',
    ],
    ['a bad id', REPORTS, { ...REPORT, id: '1' }, '#/id', 'must be a UUID'],
    [
      'an outcome of talks',
      REPORTS,
      { ...undated, says: 'outcome', outcome },
      '#/outcome/result',
      'does not fit ultimatum: expected met',
    ],
    [
      'a retraction of another’s',
      REPORTS,
      { ...undated, says: 'retraction', retracts: elsewhere },
      '#/retracts',
      'of a report of a-deadline',
    ],
    [
      'a title that is too long',
      '/deadlines',
      { kind: 'talks', title: 'x'.repeat(201) },
      '#/title',
      'at most 200',
    ],
    [
      'a slug with capitals',
      '/deadlines',
      { ...DEADLINE, slug: 'Russia' },
      '#/slug',
      'must be a slug',
    ],
    ['a list', REPORTS, [REPORT], '#', 'must be an object'],
  ])('%s, by its name', async (_, path, body, pointer, detail) => {
    const before = await exported(db)
    const answered = await send(path, body)
    expect(answered.status).toBe(400)
    expect(answered.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(answered.body.errors).toContainEqual({
      pointer,
      detail: expect.stringContaining(detail),
    })
    expect(answered.body.detail).toContain('Nothing is stored')
    expect(await exported(db)).toBe(before)
  })

  test('every bad field at once', async () => {
    const bad = { ...REPORT, wen: 1, quote: long, source: { name: '', standing: 'king' } }
    const { body } = await send(REPORTS, bad)
    const pointers = body.errors?.map(({ pointer }) => pointer)
    expect(pointers?.sort()).toEqual(['#/quote', '#/source/name', '#/source/standing', '#/wen'])
    expect(body.detail).toMatch(/; and 1 more\.$/)
  })

  test.each<[string, number, string, Record<string, string | null>]>([
    ['a form', 415, 'says=date', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['no type', 415, '{}', { 'content-type': null }],
    ['what is not JSON', 400, '{"says": ', {}],
    ['nothing', 400, ' ', {}],
    ['a body that is too long', 413, JSON.stringify({ ...REPORT, note: 'x'.repeat(65_536) }), {}],
  ])('%s', async (_, status, body, headers) => {
    const before = await exported(db)
    expect(await send(REPORTS, body, headers)).toMatchObject({ status, body: { status } })
    expect(await exported(db)).toBe(before)
  })

  test('bytes that are not UTF-8', async () => {
    const { EDITORS, TOKEN } = await import('./editors.ts')
    const response = await request(
      `http://localhost:8787${REPORTS}`,
      {
        method: 'POST',
        // Right but for its note, in Latin-1.
        body: Uint8Array.from(JSON.stringify({ ...REPORT, note: 'é' }), (letter) =>
          letter.charCodeAt(0),
        ),
        headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      },
      { ...env, EDITORS },
    )
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('not UTF-8')
  })

  test('a deadline that there is not', async () => {
    expect(await send('/deadlines/another/reports', REPORT)).toMatchObject({ status: 404 })
  })

  test('another method, saying which', async () => {
    for (const path of ['/deadlines', '/ledger', REPORTS]) {
      const { status, headers } = await send(path, undefined, {}, 'GET')
      expect([path, status, headers.get('allow')]).toEqual([path, 405, 'POST'])
    }
    for (const place of ['sign-in', 'new', 'intake', 'deadlines/a-deadline/date']) {
      const { status, headers } = await send(`/desk/${place}`, undefined, {}, 'PUT')
      expect([place, status, headers.get('allow')]).toEqual([place, 405, 'GET, HEAD, POST'])
    }
    const { status, headers } = await send('/status.json', undefined, {}, 'DELETE')
    expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })
})

describe('Other sites’ pages', () => {
  test('may read, and not write', async () => {
    const asks = (path: string, method: string) =>
      send(
        path,
        undefined,
        { origin: 'https://else.example', 'access-control-request-method': method },
        'OPTIONS',
      )
    const allowed = (headers: Headers) => headers.get('access-control-allow-origin')
    expect(allowed((await asks('/status.json', 'GET')).headers)).toBe('*')
    expect(allowed((await asks('/deadlines', 'POST')).headers)).toBe(null)
    expect(allowed((await asks(REPORTS, 'POST')).headers)).toBe(null)
    expect(allowed((await asks('/ledger.ndjson', 'GET')).headers)).toBe(null)
    expect(allowed((await send('/deadlines', DEADLINE)).headers)).toBe(null)
  })
})
