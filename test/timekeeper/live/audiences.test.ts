/** `/live` over several audiences: what becomes of one is nothing to the others. */
import {
  env,
  listDurableObjectIds,
  runDurableObjectAlarm,
  runInDurableObject,
} from 'cloudflare:test'
import type { DurableObjectNamespace, DurableObjectStub } from '@cloudflare/workers-types'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { timekeeperOf } from '../../../src/env.ts'
import { Audience } from '../../../src/timekeeper/audience.ts'
import { Timekeeper } from '../../../src/timekeeper/timekeeper.ts'
import { request } from '../../api/request.ts'
import { emptyDatabase, importText } from '../../ledger/database.ts'
import { Ear, placeOf, record, say } from './listening.ts'

const AUDIENCES = 4
const bindings = { ...env, LIVE_AUDIENCES: String(AUDIENCES) }
const namespace = env.AUDIENCE as unknown as DurableObjectNamespace
const { most } = Audience

/** Each by its name, as whoever listens is led to one. */
const audience = (index: number) => namespace.getByName(`audience-${index}`)
const keeper = () => timekeeperOf(env) as unknown as DurableObjectStub

const ears: Ear[] = []

/** Somebody in one audience, or in whichever. */
async function listen(index: number | null = null, lastId: string | null = null): Promise<Ear> {
  vi.spyOn(Math, 'random').mockReturnValue(((index ?? ears.length) % AUDIENCES) / AUDIENCES)
  const headers: Record<string, string> = lastId === null ? {} : { 'last-event-id': lastId }
  const ear = new Ear(await request('http://localhost:8787/live', { headers }, bindings))
  vi.mocked(Math.random).mockRestore()
  ears.push(ear)
  await expect.poll(() => ear.lastId).not.toBe(null)
  return ear
}

const expectIds = (ear: Ear, ids: string[]) => expect.poll(() => ear.ids).toEqual(ids)

/** Ends an object as the platform does, in the middle of whatever it does. */
const abort = (stub: DurableObjectStub) =>
  runInDurableObject(stub, (_, state) => state.abort()).catch(() => {})

/** Has one audience do something else when it is to tell. */
function insteadOfTelling(index: number, act: (tell: () => Promise<boolean>) => Promise<boolean>) {
  const id = namespace.idFromName(`audience-${index}`).toString()
  const { tell } = Audience.prototype
  return vi.spyOn(Audience.prototype, 'tell').mockImplementation(async function (this: Audience) {
    const isIt = (this as unknown as { ctx: DurableObjectState }).ctx.id.toString() === id
    return isIt ? act(() => tell.call(this)) : tell.call(this)
  })
}

const kept = () => runInDurableObject(keeper(), (_, { storage }) => [...storage.kv.list()].length)

beforeEach(async () => {
  const db = await emptyDatabase()
  await importText(db, `${JSON.stringify({ slug: 'a', kind: 'talks', title: 'Talks on A' })}\n`)
})

afterEach(async () => {
  vi.restoreAllMocks()
  Audience.most = most
  for (const ear of ears.splice(0)) await ear.close().catch(() => {})
})

describe('Those who listen', () => {
  test('are led to any of the audiences', async () => {
    for (
      let count = 0;
      count < 100 && (await listDurableObjectIds(namespace)).length < 3;
      count++
    ) {
      ears.push(new Ear(await request('http://localhost:8787/live', {}, bindings)))
    }
    expect((await listDurableObjectIds(namespace)).length).toBeGreaterThanOrEqual(3)
  })

  test('hear every event once and in order, and are counted, in whichever they are', async () => {
    for (let count = 0; count < 5 * AUDIENCES; count++) await listen()
    expect(await timekeeperOf(env).listening()).toBe(5 * AUDIENCES)
    const ids: string[] = []
    for (let count = 0; count < 30; count++) ids.push(await (count % 3 ? say : record)('a'))
    ids.push(await say('a'))
    for (const ear of ears) await expectIds(ear, ids)
  })

  test('hear nothing of it where another audience ends, and those who were there come back', async () => {
    const [there, elsewhere] = [await listen(1), await listen(2)]
    const ids = [await say('a')]
    await expectIds(there, ids)
    await abort(audience(1))
    await expect.poll(() => there.isCutOff).toBe(true)
    ids.push(await say('a'), await record('a'))
    const again = await listen(1, there.lastId)
    ids.push(await say('a'))
    await expectIds(again, ids.slice(1))
    await expectIds(elsewhere, ids)
    expect(elsewhere.isCutOff).toBe(false)
  })

  test('go on to hear where the timekeeper begins anew', async () => {
    const both = [await listen(0), await listen(3)]
    const ids = [await say('a')]
    await abort(keeper())
    ids.push(await say('a'))
    for (const ear of both) await expectIds(ear, ids)
    expect(both.map(({ isCutOff }) => isCutOff)).toEqual([false, false])
  })

  test('are told though the timekeeper was gone when the first of them came', async () => {
    const attend = vi.spyOn(Timekeeper.prototype, 'attend')
    attend.mockRejectedValueOnce(new Error('The object has been reset.'))
    const ear = await listen(0)
    expect(attend).toHaveBeenCalledTimes(2)
    await expectIds(ear, [await say('a')])
  })
})

describe('An audience that', () => {
  test.each([
    ['before', false],
    ['after', true],
  ])('opens tells what comes to pass just %s the timekeeper knows of it', async (_, isKnown) => {
    await say('a')
    const ids: string[] = []
    const { attend } = Timekeeper.prototype
    const attending = vi.spyOn(Timekeeper.prototype, 'attend')
    attending.mockImplementation(async function (this: Timekeeper, id) {
      if (isKnown) await attend.call(this, id)
      ids.push(await say('a'))
      if (!isKnown) await attend.call(this, id)
    })
    const ear = await listen(1)
    await expectIds(ear, ids)
    expect(await kept()).toBe(1)
    await expectIds(ear, [...ids, await say('a')])
  })

  test('does not answer keeps nobody waiting', async () => {
    const [there, elsewhere] = [await listen(1), await listen(2)]
    insteadOfTelling(1, () => new Promise(() => {}))
    const ids = [await say('a'), await say('a')]
    await expectIds(elsewhere, ids)
    expect(there.ids).toEqual([])
    const waiting = 'SELECT count(*) AS n FROM events WHERE fanned_to IS NOT NULL'
    expect(await env.DB.prepare(waiting).first('n')).toBe(0)
  })

  test('fails keeps nobody waiting, and is looked after again', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const [there, elsewhere] = [await listen(1), await listen(2)]
    const failing = insteadOfTelling(1, () => Promise.reject(new Error('out of order')))
    const ids = [await say('a')]
    await expectIds(elsewhere, ids)
    await expect.poll(() => log.mock.calls.join()).toContain('listeners-not-told')
    const planned = () => runInDurableObject(keeper(), (_, { storage }) => storage.getAlarm())
    await expect.poll(planned).toBeLessThan(Date.now() + 60_000)
    expect(there.ids).toEqual([])
    failing.mockRestore()
    await runDurableObjectAlarm(keeper())
    await expectIds(there, ids)
  })

  test('nobody is left in is no longer told, until somebody comes', async () => {
    const ear = await listen(1)
    expect(await kept()).toBe(1)
    await ear.close()
    await expect.poll(() => timekeeperOf(env).listening()).toBe(0)
    await timekeeperOf(env).wake()
    await expect.poll(kept).toBe(0)
    await record('a')
    const next = await listen(1)
    expect(await kept()).toBe(1)
    await expectIds(next, [await say('a')])
  })

  test('somebody comes to while it says that nobody is there is told', async () => {
    const ear = await listen(1)
    await ear.close()
    await expect.poll(() => timekeeperOf(env).listening()).toBe(0)
    const said: boolean[] = []
    let goOn = () => {}
    const isLate = new Promise<void>((resolve) => {
      goOn = resolve
    })
    const late = insteadOfTelling(1, async (tell) => {
      said.push(await tell())
      await isLate
      return said[0]
    })
    await timekeeperOf(env).wake()
    await expect.poll(() => said).toEqual([false])
    const next = await listen(1)
    late.mockRestore()
    goOn()
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(await kept()).toBe(1)
    await expectIds(next, [await say('a')])
  })

  test('is full asks who is one too many to come back later, and where it left off', async () => {
    Audience.most = 1
    const last = await placeOf(await say('a'))
    await listen(1)
    const tooMany = await listen(1)
    expect(tooMany.response.status).toBe(200)
    expect(tooMany.response.headers.get('content-type')).toBe('text/event-stream')
    expect([tooMany.retryMs, Number(tooMany.lastId)]).toEqual([60_000, last])
    expect((await listen(1, '0')).lastId).toBe('0')
    expect((await listen(2)).retryMs).toBe(2000)
    expect(await timekeeperOf(env).listening()).toBe(2)
    const id = await say('a')
    Audience.most = most
    await expectIds(await listen(1, tooMany.lastId), [id])
  })
})

test.each(['0', '101', '1.5', '-1', 'four', '1e1', ' 2'])(
  'LIVE_AUDIENCES of "%s" is a fault that names itself',
  async (text) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const answer = await request('http://localhost:8787/', {}, { ...env, LIVE_AUDIENCES: text })
    expect(answer.status).toBe(500)
    const fault = `LIVE_AUDIENCES: "${text}" is not a number from 1 to 100`
    expect(log.mock.calls.flat().join()).toContain(JSON.stringify(fault).slice(1, -1))
  },
)
