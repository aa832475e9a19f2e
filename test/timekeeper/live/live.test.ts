/** `/live` as programs meet it: real D1, the real object, and streams that are read as they come. */
import { abortAllDurableObjects, env, runInDurableObject } from 'cloudflare:test'
import type { DurableObjectStub } from '@cloudflare/workers-types'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { reportShape } from '../../../src/api/contract/shapes/ledger.ts'
import { statusShape } from '../../../src/api/contract/shapes/status.ts'
import { anyAudienceOf, type Bindings, timekeeperOf } from '../../../src/env.ts'
import { request } from '../../api/request.ts'
import { ask } from '../../api/tracker.ts'
import { emptyDatabase, importText } from '../../ledger/database.ts'
import { Ear, placeOf, record, say } from './listening.ts'

const OPENINGS = [
  { slug: 'a', kind: 'talks', title: 'Talks on A', topic: 'north' },
  { slug: 'b', kind: 'talks', title: 'Talks on B', topic: 'north' },
  { slug: 'c', kind: 'talks', title: 'Talks on C', topic: 'south' },
]

/** As long as a report can be. */
const LONG = { quote: 'x'.repeat(2000), note: 'x'.repeat(2000) }

const ears: Ear[] = []

async function listen(path: string, headers: Record<string, string> = {}): Promise<Ear> {
  const ear = await Ear.open(path, headers)
  ears.push(ear)
  await expect.poll(() => ear.lastId).not.toBe(null)
  return ear
}

const comingBackAs = (lastId: string | number) => ({ 'last-event-id': String(lastId) })

const expectIds = (ear: Ear, ids: string[]) => expect.poll(() => ear.ids).toEqual(ids)

const sayAll = async (slugs: string[]) => {
  const ids: string[] = []
  for (const slug of slugs) ids.push(await say(slug))
  return ids
}

beforeEach(async () => {
  const db = await emptyDatabase()
  const lines = OPENINGS.map((opening) => `${JSON.stringify(opening)}\n`)
  const imported = await importText(db, lines.join(''))
  if (!imported.ok) throw new Error('the deadlines are not open')
})

afterEach(async () => {
  vi.useRealTimers()
  for (const ear of ears.splice(0)) await ear.close().catch(() => {})
})

describe('A stream', () => {
  test('begins by how long to wait before coming back, and with which id', async () => {
    const id = await say('a')
    const ear = await listen('/live')
    expect([ear.retryMs, Number(ear.lastId)]).toEqual([2000, await placeOf(id)])
    expect(ear.heard).toEqual([])
  })

  test('is open to any page, and neither kept nor tagged', async () => {
    const { response } = await listen('/live')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/event-stream')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('etag')).toBe(null)
  })

  test('tells what comes to pass as webhooks are told, on one line, by its place', async () => {
    const ear = await listen('/live')
    const id = await say('a', { when: '2031-02-03', quote: 'On the third.\nOr\rso.' })
    await expectIds(ear, [id])
    const [{ event, id: place, data }] = ear.heard
    expect([event, Number(place)]).toEqual(['moved', await placeOf(id)])
    const { type, version, data: told, ...rest } = JSON.parse(data)
    expect([type, version, Object.keys(rest)]).toEqual(['deadline.moved', 1, ['timestamp']])
    expect(told).toMatchObject({
      ...{ events: ['moved'], title: 'Talks on A: set for 3 February 2031' },
      ...{ milestone: null, move: { kind: 'set', from: null } },
      url: `http://localhost:8787/deadlines/a#${id}`,
    })
    expect(reportShape.parse(told.report)).toEqual(told.report)
    expect(statusShape.parse(told.deadline)).toEqual(told.deadline)
  })

  test('tells what is no news as a report', async () => {
    await say('a')
    const ear = await listen('/live')
    const id = await say('a', { says: 'note', when: undefined, note: 'The flags are up.' })
    await expectIds(ear, [id])
    expect(ear.heard[0].event).toBe('report')
    expect(JSON.parse(ear.heard[0].data)).toMatchObject({
      ...{ type: 'deadline.report', data: { events: [] } },
    })
  })

  test.each([
    ['/live', [0, 1, 2, 3]],
    ['/live?topic=north', [0, 1, 3]],
    ['/live?deadline=a', [0, 3]],
    ['/live?topic=south', [2]],
  ])('%s tells of its subject alone, what was and what comes', async (path, which) => {
    const listening = await listen(path)
    const ids = await sayAll(['a', 'b', 'c', 'a'])
    const theirs = which.map((index) => ids[index])
    await expectIds(listening, theirs)
    await expectIds(await listen(path, comingBackAs(0)), theirs)
  })

  test('does not tell what was recorded only, its time being past', async () => {
    const ids = await sayAll(['a', 'b'])
    await env.DB.prepare('UPDATE events SET is_told = 0 WHERE id = ?1').bind(ids[0]).run()
    await expectIds(await listen('/live', comingBackAs(0)), [ids[1]])
  })

  test('says every 25 seconds that it is there', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const [ear, page] = [await listen('/live'), await listen('/live?heartbeat=head')]
    const audience = anyAudienceOf(env) as unknown as DurableObjectStub
    const pass = (milliseconds: number) =>
      runInDurableObject(audience, () => vi.advanceTimersByTimeAsync(milliseconds))
    const heads = () => page.heard.map(({ event, data }) => [event, data])
    await pass(24_000)
    expect([ear.comments, heads()]).toEqual([[], [['head', '{"head":3}']]])
    await pass(1000)
    await expect.poll(() => ear.comments).toHaveLength(1)
    expect(ear.heard).toEqual([])
    // Nobody has it told: it is told nevertheless.
    const id = await record('a')
    await pass(25_000)
    await expectIds(ear, [id])
    expect(ear.comments).toEqual(['', ''])
    const headsOnly = () => heads().filter(([event]) => event === 'head')
    await expect.poll(headsOnly).toEqual([3, 3, 4].map((head) => ['head', `{"head":${head}}`]))
    expect(page.comments).toEqual([])
    await Promise.all([ear.close(), page.close()])
    await expect.poll(() => vi.getTimerCount()).toBe(0)
  })

  test('that nobody reads is broken off, and holds up no other', async () => {
    const { body } = await ask('/live')
    const attentive = await listen('/live')
    const ids: string[] = []
    for (let index = 0; index < 90; index++) ids.push(await say('a', LONG))
    await expectIds(attentive, ids)
    await expect.poll(() => timekeeperOf(env).listening()).toBe(1)
    await expect(new Response(body).text()).rejects.toThrow()
  })

  test('is counted as long as it is open', async () => {
    expect(await timekeeperOf(env).listening()).toBe(0)
    const ear = await listen('/live')
    await listen('/live?deadline=a')
    expect(await timekeeperOf(env).listening()).toBe(2)
    await ear.close()
    await expect.poll(() => timekeeperOf(env).listening()).toBe(1)
  })
})

test('What cannot be told to who listens keeps nobody else waiting', async () => {
  await listen('/live')
  const id = await record('a')
  await env.DB.prepare("UPDATE events SET change = '{}' WHERE id = ?1").bind(id).run()
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  await timekeeperOf(env).wake()
  const logged = () => log.mock.calls.map(([line]) => JSON.parse(line).event)
  await expect.poll(logged).toEqual(['listeners-not-told'])
  log.mockRestore()
  const waiting = 'SELECT count(*) AS n FROM events WHERE fanned_to IS NOT NULL'
  expect(await env.DB.prepare(waiting).first('n')).toBe(0)
})

describe('Who comes back', () => {
  test('is told all that was missed, and then what comes', async () => {
    const ear = await listen('/live')
    const [first] = await sayAll(['a'])
    await expectIds(ear, [first])
    await ear.close()
    const missed = await sayAll(['a', 'b', 'c'])
    const again = await listen('/live', comingBackAs(ear.lastId ?? ''))
    await expectIds(again, missed)
    await expectIds(again, [...missed, await say('a')])
  })

  test('before the first event has missed nothing either', async () => {
    const ear = await listen('/live')
    await ear.close()
    const missed = await sayAll(['a'])
    await expectIds(await listen('/live', comingBackAs(ear.lastId ?? '')), missed)
  })

  test('may say so in the address; what its header says is newer', async () => {
    const ids = await sayAll(['a', 'b', 'c'])
    const [first, second] = await Promise.all(ids.map(placeOf))
    await expectIds(await listen(`/live?last-event-id=${first}`), ids.slice(1))
    const header = comingBackAs(second ?? '')
    await expectIds(await listen(`/live?last-event-id=${first}`, header), ids.slice(2))
  })

  test('is told more than one reading of the ledger gives', async () => {
    const ids: string[] = []
    for (let index = 0; index < 45; index++) ids.push(await record('abc'[index % 3]))
    await expectIds(await listen('/live', comingBackAs(0)), ids)
  })

  test('while others record misses nothing, and hears nothing twice', async () => {
    const ids = await sayAll(['a', 'b', 'c'])
    const places = await Promise.all(ids.map(placeOf))
    const coming: Promise<Ear>[] = []
    for (let index = 0; index < 30; index++) {
      coming.push(listen('/live', comingBackAs(places[index % 3] ?? '')))
      ids.push(index % 3 === 0 ? await record('a') : await say('b'))
    }
    ids.push(await say('c'))
    for (const [index, ear] of (await Promise.all(coming)).entries()) {
      await expectIds(ear, ids.slice((index % 3) + 1))
    }
  })

  test('after the timekeeper has begun anew is told what was recorded before it', async () => {
    const ear = await listen('/live')
    const ids = [await say('a')]
    await expectIds(ear, ids)
    ids.push(await record('b'))
    await abortAllDurableObjects()
    await expect.poll(() => ear.isCutOff).toBe(true)
    ids.push(await record('c'))
    const again = await listen('/live', comingBackAs(ear.lastId ?? ''))
    await expectIds(again, ids.slice(1))
    await expectIds(again, [...ids.slice(1), await say('a')])
  })

  test('to a ledger that was restored is told so, and of what comes from now on', async () => {
    const last = await say('a')
    const ear = await listen('/live', comingBackAs(99))
    expect(Number(ear.lastId)).toBe(await placeOf(last))
    expect(ear.comments).toEqual(['there is no event 99 here yet; this begins with the next one'])
    await expectIds(ear, [await say('b')])
  })
})

describe('A ledger that is restored under those who listen', () => {
  /** As it was before an event, whose place is given anew; later than in the second that it was recorded in. */
  async function restoreBefore(id: string): Promise<number> {
    const place = (await placeOf(id)) ?? 0
    await new Promise((resolve) => setTimeout(resolve, 1100))
    await timekeeperOf(env).wake()
    await env.DB.batch([
      env.DB.prepare('DELETE FROM events WHERE seq >= ?1').bind(place),
      env.DB.prepare("UPDATE sqlite_sequence SET seq = ?1 - 1 WHERE name = 'events'").bind(place),
    ])
    return place
  }

  test('tells them of what is recorded next, and those who have come since', async () => {
    const before = await listen('/live')
    const lost = await sayAll(['a', 'b', 'a'])
    await expectIds(before, lost)
    const place = await restoreBefore(lost[1])
    const id = await say('b')
    expect(await placeOf(id)).toBe(place)
    await expectIds(before, [...lost, id])
    const later = [await listen('/live'), await listen('/live', comingBackAs(before.lastId ?? ''))]
    const next = await say('a')
    await expectIds(before, [...lost, id, next])
    for (const ear of later) await expectIds(ear, [next])
  })

  test('tells who comes before that of what is recorded next', async () => {
    const before = await listen('/live')
    const [first, ...lost] = await sayAll(['a', 'b', 'a'])
    await expectIds(before, [first, ...lost])
    await restoreBefore(lost[0])
    const later = [await listen('/live'), await listen('/live', comingBackAs(before.lastId ?? ''))]
    for (const { lastId } of later) expect(Number(lastId)).toBe(await placeOf(first))
    const id = await say('b')
    for (const ear of later) await expectIds(ear, [id])
  })

  test('does not tell of what it has lost', async () => {
    const [first, ...lost] = await sayAll(['a', 'b', 'a'])
    await expectIds(await listen('/live', comingBackAs(0)), [first, ...lost])
    await restoreBefore(lost[0])
    const ids = [first]
    for (const slug of ['b', 'c', 'b', 'c', 'b']) ids.push(await record(slug))
    await expectIds(await listen('/live', comingBackAs(0)), ids)
  })
})

describe('While an audience begins anew', () => {
  const gone = { fetch: () => Promise.reject(new Error('The object has been reset.')) }

  /** The tracker with an audience that is gone for so many who turn to it. */
  function goneFor(count: number): Bindings {
    let turned = 0
    const getByName = () => (turned++ < count ? gone : anyAudienceOf(env))
    return { ...env, AUDIENCE: { getByName } as unknown as Bindings['AUDIENCE'] }
  }

  const openWhile = (bindings: Bindings) => request('http://localhost:8787/live', {}, bindings)

  test('who comes is heard by the next one', async () => {
    const ear = new Ear(await openWhile(goneFor(1)))
    ears.push(ear)
    await expectIds(ear, [await say('a')])
  })

  test('who comes in between is asked to come back, and may', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const answer = await openWhile(goneFor(Number.POSITIVE_INFINITY))
    expect(log.mock.calls.flat().join()).toContain('listener-turned-away')
    log.mockRestore()
    // From any other status, or type, an EventSource does not come back.
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream'])
    expect(await answer.text()).toBe('retry: 2000\n\n')
  })

  test('nobody is refused', async () => {
    await say('a')
    const answers: Promise<Response>[] = []
    for (let count = 0; count < 20; count++) {
      answers.push(ask('/live'), ask('/live?heartbeat=head'))
      await new Promise((resolve) => setTimeout(resolve, count % 10))
      await abortAllDurableObjects()
    }
    const statuses: number[] = []
    for (const { status, body } of await Promise.all(answers)) {
      statuses.push(status)
      await body?.cancel().catch(() => {})
    }
    expect(statuses).toEqual(answers.map(() => 200))
  })
})

describe('A request that cannot be heard', () => {
  test.each([
    ['/live?topic=west', 404, 'There is no topic "west".'],
    ['/live?deadline=d', 404, 'There is no deadline "d".'],
    ['/live?topic=north&deadline=a', 400, 'deadline cannot be given together with topic'],
    ['/live?topics=north', 400, 'topics is not a parameter here'],
    ['/live?topic=', 400, 'topic'],
    ['/live?last-event-id=last', 400, 'last-event-id must be the id of an event'],
    ['/live?last-event-id=-1', 400, 'last-event-id must be the id of an event'],
    ['/live?heartbeat=none', 400, 'heartbeat'],
  ])('%s is a %i: %s', async (path, status, detail) => {
    const answer = await ask(path)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect((await answer.json<{ detail: string }>()).detail).toContain(detail)
  })

  test('by a header that is no id is a 400', async () => {
    const answer = await ask('/live', { headers: comingBackAs('the last one') })
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('last-event-id must be the id of an event')
  })

  test('that only asks for the headers opens nothing', async () => {
    const answer = await ask('/live', { method: 'HEAD' })
    expect([answer.status, answer.body]).toEqual([200, null])
    expect(answer.headers.get('content-type')).toBe('text/event-stream')
    expect(await timekeeperOf(env).listening()).toBe(0)
  })

  test('that another page’s script makes may send its last id', async () => {
    const answer = await ask('/live', {
      method: 'OPTIONS',
      headers: {
        ...{ origin: 'https://elsewhere.example', 'access-control-request-method': 'GET' },
        'access-control-request-headers': 'last-event-id',
      },
    })
    expect(answer.status).toBe(204)
    expect(answer.headers.get('access-control-allow-headers')).toBe('last-event-id')
  })

  test('that writes is a 405', async () => {
    expect((await ask('/live', { method: 'POST' })).status).toBe(405)
  })
})
