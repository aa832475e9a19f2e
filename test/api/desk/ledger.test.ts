import { env } from 'cloudflare:test'
import { beforeEach, describe, expect, test } from 'vitest'
import { countRows, emptyDatabase, exported, SHIPPED } from '../../ledger/database.ts'
import { generatedLedger } from '../../ledger/generated.ts'
import { request } from '../request.ts'
import { DEADLINE, EDITORS, ID, REPORT, send, TOKEN } from './editors.ts'

beforeEach(async () => {
  await emptyDatabase()
})

const lines = (...each: object[]) => each.map((line) => JSON.stringify(line)).join('\n')
const NDJSON = { 'content-type': 'application/x-ndjson' }

describe('POST /ledger and GET /ledger.ndjson', () => {
  test('take a ledger in and give it out again to the byte', async () => {
    const imported = await send('/ledger', SHIPPED, NDJSON)
    expect(imported).toMatchObject({ status: 200, body: { lines: 28, recorded: 28 } })
    const { headers, body } = await send('/ledger.ndjson', undefined, {}, 'GET')
    expect(body.text).toBe(SHIPPED)
    expect(headers.get('content-type')).toBe('application/x-ndjson')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(await send('/ledger', SHIPPED, NDJSON)).toMatchObject({
      body: { lines: 28, recorded: 0 },
    })
  })

  test('finish an import that was cut off', async () => {
    const half = SHIPPED.split('\n').slice(0, 9).join('\n')
    await send('/ledger', half, NDJSON)
    expect(await send('/ledger', SHIPPED, NDJSON)).toMatchObject({
      body: { lines: 28, recorded: 19 },
    })
    expect(await exported(env.DB)).toBe(SHIPPED)
  })

  test('put the editor’s name on lines that have none', async () => {
    await send('/ledger', lines(DEADLINE, { ...REPORT, deadline: 'a-deadline' }), NDJSON)
    const names = (await exported(env.DB))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).recordedBy)
    expect(names).toEqual(['Ada Lovelace', 'Ada Lovelace'])
  })

  test('store nothing of a file with bad lines, and name each by its number', async () => {
    const bad = lines(DEADLINE, { ...REPORT, deadline: 'a-deadline', when: '2025-02-30' })
    const { status, body } = await send('/ledger', `${bad}\n\nnonsense\n`, NDJSON)
    expect(status).toBe(400)
    expect(body.errors).toEqual([
      { pointer: '#/when', line: 2, detail: expect.stringContaining('01 to 28') },
      { pointer: '#', line: 4, detail: 'must be a JSON object on one line' },
    ])
    expect(body.detail).toMatch(/^Nothing is stored.*line 2.*2 faults/)
    expect(await countRows(env.DB, 'deadlines')).toBe(0)
  })

  test('name the first thousand faults of a file that is all wrong, and count them all', async () => {
    const { body } = await send('/ledger', 'x\n'.repeat(5000), NDJSON)
    expect(body.errors).toHaveLength(1000)
    expect(body.errors?.at(-1)?.line).toBe(1000)
    expect(body.detail).toContain('5000 faults')
  })

  test('take a file of many groups, whose lines refer to one another across them', async () => {
    const file = generatedLedger(700, 4)
    const taken = JSON.parse(file.trim().split('\n').at(-1) ?? '')
    const retraction = {
      ...{ deadline: taken.deadline, says: 'retraction', retracts: taken.id },
      ...{ source: REPORT.source, reportedAt: '2026-01-01T00:00:00Z' },
      ...{ recordedAt: '2026-11-23T00:00:00Z', recordedBy: 'desk' },
    }
    const sent = `${file}${lines(retraction)}\n`
    expect(await send('/ledger', sent, NDJSON)).toMatchObject({
      body: { lines: 3501, recorded: 3501 },
    })
    expect((await exported(env.DB)).split('\n')).toHaveLength(3502)
  })

  test('read the ledger as it is sent: what is recorded meanwhile comes with it', async () => {
    await send('/ledger', generatedLedger(500, 4), NDJSON)
    const response = await request(
      'http://localhost:8787/ledger.ndjson',
      { headers: { authorization: `Bearer ${TOKEN}` } },
      { ...env, EDITORS },
    )
    await send('/deadlines', DEADLINE)
    const [last] = (await response.text()).trim().split('\n').slice(-1)
    expect(JSON.parse(last)).toMatchObject(DEADLINE)
  })

  test('take one of two files that come at once with something else under one id', async () => {
    await send('/deadlines', DEADLINE)
    const files = ['2025-09-02', '2025-09-03'].map((when) =>
      lines({ ...REPORT, deadline: 'a-deadline', id: ID, when }),
    )
    const answers = await Promise.all(files.map((file) => send('/ledger', file, NDJSON)))
    const [taken, refused] = answers.sort((a, b) => a.status - b.status)
    expect(taken.status).toBe(200)
    // 400 where the one was stored before the other was checked.
    expect([400, 409]).toContain(refused.status)
    expect(await countRows(env.DB, 'reports')).toBe(1)
  })

  test('take in the longest lines that they give out', async () => {
    const long = (most: number) => '😀'.repeat(most)
    const longest = {
      ...{ kind: 'deadline', slug: 'x'.repeat(100), topic: 'x'.repeat(100), issuedAt: '2025' },
      ...{ title: long(200), issuer: long(200), place: long(200) },
      ...{ addressees: Array(50).fill(long(200)), demand: long(2000), threat: long(2000) },
    }
    expect((await send('/deadlines', longest)).status).toBe(201)
    const dates = { ...REPORT, when: `[${'2025-07-23,'.repeat(5900)}2025-07-24]` }
    expect((await send(`/deadlines/${longest.slug}/reports`, dates)).status).toBe(400)
    const file = await exported(env.DB)
    await emptyDatabase()
    expect(await send('/ledger', file, NDJSON)).toMatchObject({ body: { recorded: 1 } })
    expect(await exported(env.DB)).toBe(file)
  })

  test('take no empty file for a ledger', async () => {
    for (const sent of ['', '\n\n', '> eleventh-hour@0.1.0 ledger\n']) {
      const { status, body } = await send('/ledger', sent, NDJSON)
      expect([status, body.detail]).toEqual([400, expect.stringContaining('no line in it')])
    }
  })

  test('export an empty ledger as an empty file', async () => {
    const { status, body } = await send('/ledger.ndjson', undefined, {}, 'GET')
    expect([status, body.text]).toEqual([200, ''])
  })
})
