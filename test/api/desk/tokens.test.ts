import { env } from 'cloudflare:test'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { networkOf } from '../../../src/api/network.ts'
import { readEditors } from '../../../src/editors.ts'
import { countRows, emptyDatabase, exported } from '../../ledger/database.ts'
import { request } from '../request.ts'
import { DEADLINE, EDITORS, OTHER_TOKEN, REPORT, send, TOKEN } from './editors.ts'

beforeEach(async () => {
  await emptyDatabase()
})

afterEach(() => {
  vi.restoreAllMocks()
})

const WAYS: [string, string, string][] = [
  ['POST', '/deadlines', JSON.stringify(DEADLINE)],
  ['POST', '/deadlines/a-deadline/reports', JSON.stringify(REPORT)],
  ['POST', '/ledger', JSON.stringify(DEADLINE)],
  ['GET', '/ledger.ndjson', ''],
]

describe.each(WAYS)('%s %s', (method, path, body) => {
  const asking = (headers: object, bindings: object) =>
    request(
      `http://localhost:8787${path}`,
      {
        ...{ method, headers: { 'content-type': 'application/json', ...headers } },
        ...(body && { body }),
      },
      { ...env, ...bindings },
    )

  test('is closed to who has no token or a wrong one, and says how to send it', async () => {
    for (const headers of [
      {},
      { authorization: 'Basic YTpi' },
      { authorization: 'Bearer nonsense' },
    ]) {
      const response = await asking(headers, { EDITORS })
      expect(response.status).toBe(401)
      expect(response.headers.get('www-authenticate')).toContain('Bearer')
      expect(response.headers.get('content-type')).toContain('problem+json')
    }
    expect(await exported(env.DB)).toBe('')
  })

  test('is closed to everybody where there is no editor, and says so', async () => {
    for (const bindings of [{ EDITORS: undefined }, { EDITORS: '' }, { EDITORS: ' , ' }]) {
      const response = await asking({ authorization: `Bearer ${TOKEN}` }, bindings)
      expect(response.status).toBe(403)
      expect(await response.text()).toContain('EDITORS')
    }
  })

  test('tells nobody what is secret in a bad setting', async () => {
    const complained = vi.spyOn(console, 'error').mockImplementation(() => {})
    const bad = `${EDITORS},Cy:abc123`
    const response = await asking({ authorization: `Bearer ${TOKEN}` }, { EDITORS: bad })
    expect(response.status).toBe(500)
    const logged = String(complained.mock.calls)
    expect(logged).toContain('EDITORS: entry 3')
    expect(logged + (await response.text())).not.toContain('abc123')
  })
})

describe('An editor', () => {
  test('has a name that the ledger takes back when it is imported', () => {
    const digest = 'a'.repeat(64)
    const named = (name: string) => readEditors({ EDITORS: `${name}:${digest}` })
    expect(named(' Rene\u0301 ')).toEqual([{ name: 'Ren\u00e9', digest }])
    for (const name of ['x'.repeat(101), 'A\ufffeB', 'A\nB']) {
      expect(() => named(name)).toThrow('EDITORS: entry 1')
    }
  })

  test('is named on what each records', async () => {
    const by = async (token: string, slug: string) =>
      (await send('/deadlines', { ...DEADLINE, slug }, { authorization: `bearer  ${token}` })).body
    expect((await by(TOKEN, 'one')).recordedBy).toBe('Ada Lovelace')
    expect((await by(OTHER_TOKEN, 'two')).recordedBy).toBe('Bo')
  })
})

describe('Wrong tokens', () => {
  const START = Date.parse('2026-11-23T12:00:00Z')
  const from = (address: string, token = 'wrong') =>
    send('/deadlines', DEADLINE, { authorization: `Bearer ${token}`, 'cf-connecting-ip': address })

  test('make the next one wait, longer each time, from that address alone', async () => {
    let now = START
    vi.spyOn(Date, 'now').mockImplementation(() => now)
    for (let wrong = 0; wrong < 10; wrong++) expect((await from('192.0.2.1')).status).toBe(401)
    for (const seconds of [1, 2, 4]) {
      const { status, headers } = await from('192.0.2.1')
      expect([status, headers.get('retry-after')]).toEqual([429, String(seconds)])
      now += seconds * 1000
      expect((await from('192.0.2.1')).status).toBe(401)
    }
    expect((await from('192.0.2.1', TOKEN)).status).toBe(429)
    expect((await from('192.0.2.2', TOKEN)).status).toBe(201)
    now += 8000
    expect((await from('192.0.2.1', TOKEN)).status).toBe(200)
  })

  test('at once are listened to no more often, nor is a right one that comes among them', async () => {
    vi.spyOn(Date, 'now').mockReturnValue(START)
    const tokens = [...Array(30).fill('wrong'), TOKEN]
    const answers = await Promise.all(tokens.map((token) => from('192.0.2.1', token)))
    const statuses = answers.map(({ status }) => status)
    expect(statuses.slice(0, 30).sort()).toEqual([...Array(10).fill(401), ...Array(20).fill(429)])
    expect(statuses[30]).toBe(429)
  })

  test('are none among right ones, of which an editor may send many at once', async () => {
    const headers = { authorization: `Bearer ${TOKEN}`, 'cf-connecting-ip': '192.0.2.1' }
    const ask = () =>
      request('http://localhost:8787/ledger.ndjson', { headers }, { ...env, EDITORS })
    const answers = await Promise.all(Array.from({ length: 30 }, ask))
    expect(answers.map(({ status }) => status)).toEqual(Array(30).fill(200))
  })

  test('wait a quarter of an hour at most, and are forgotten after an hour', async () => {
    const clock = vi.spyOn(Date, 'now').mockReturnValue(START)
    await from('192.0.2.1')
    await env.DB.prepare('UPDATE tries SET tries = 500').run()
    expect((await from('192.0.2.1')).headers.get('retry-after')).toBe('900')
    clock.mockReturnValue(START + 3600_000)
    expect((await from('192.0.2.1')).status).toBe(401)
    expect((await from('192.0.2.7')).status).toBe(401)
    clock.mockReturnValue(START + 2 * 3600_000)
    await from('192.0.2.3')
    expect(await countRows(env.DB, 'tries')).toBe(1)
  })

  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['2001:0DB8:0:1:ffff::1', '2001:db8:0:1'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:db8:0:0:1:2:3:4', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    [undefined, 'unknown'],
  ])('of %s count for %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})
