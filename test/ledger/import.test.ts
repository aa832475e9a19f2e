import type { D1Database } from '@cloudflare/workers-types'
import { describe, expect, test } from 'vitest'
import { importLedger } from '../../src/ledger/import.ts'
import { rebuild } from '../../src/ledger/rebuild.ts'
import {
  countRows,
  derived,
  emptyDatabase,
  exported,
  importText,
  RECORDING,
  SHIPPED,
  shippedDatabase,
} from './database.ts'
import { generatedLedger } from './generated.ts'

const LINES = SHIPPED.trim().split('\n')

const DEADLINE = {
  slug: 'a-deadline',
  kind: 'ultimatum',
  title: 'A deadline',
  issuer: 'An issuer',
}
const REPORT = {
  deadline: 'a-deadline',
  says: 'date',
  when: '2025-09-02',
  source: { name: 'An issuer', standing: 'issuer' },
  reportedAt: '2025-07-14T12:00:00Z',
}

function ndjson(...lines: object[]): string {
  return lines.map((line) => JSON.stringify(line)).join('\n')
}

describe('Importing', () => {
  test('blames no report where the line that opens its deadline cannot be read', async () => {
    const db = await emptyDatabase()
    expect(await importText(db, `{"slug": "a-deadline"\n${ndjson(REPORT)}`)).toMatchObject({
      refusals: [{ line: 1 }],
    })
  })

  test('takes null for absent, and tells a slug from an id of the same letters', async () => {
    const db = await emptyDatabase()
    const id = '0b5f4a2e-6f0c-4b39-9d3c-5d2f1c1a7e10'
    const text = ndjson(
      { ...DEADLINE, slug: id, recordedAt: null, recordedBy: null },
      { ...REPORT, deadline: id, id },
      { ...REPORT, deadline: id, id: null },
    )
    expect(await importText(db, text)).toMatchObject({ ok: true, recorded: 3 })
  })

  test('gives back the shipped ledger to the byte', async () => {
    const db = await shippedDatabase()
    expect(await exported(db)).toBe(SHIPPED)
  })

  test('gives back, of what was written by hand, the same from an export of it', async () => {
    const db = await emptyDatabase()
    const hand = ndjson({ title: 'Titled', kind: 'talks', slug: 'talks' }, DEADLINE, REPORT)
    expect(await importText(db, hand)).toEqual({ ok: true, lines: 3, recorded: 3 })
    const first = await exported(db)
    expect(await importText(db, first)).toEqual({ ok: true, lines: 3, recorded: 0 })
    expect(await exported(db)).toBe(first)
    expect(JSON.parse(first.split('\n')[1])).toEqual({
      slug: 'a-deadline',
      kind: 'ultimatum',
      title: 'A deadline',
      topic: null,
      issuer: 'An issuer',
      addressees: [],
      demand: null,
      threat: null,
      place: null,
      issuedAt: null,
      recordedAt: '2026-11-23T12:00:00Z',
      recordedBy: 'desk',
    })
  })

  test('passes over lines that are there, blank lines, npm’s own lines and repeated ones', async () => {
    const db = await shippedDatabase()
    const again = `\n> eleventh-hour@0.1.0 ledger\n> node …\n\n${SHIPPED}${LINES[3]}\n`
    expect(await importText(db, again)).toEqual({ ok: true, lines: 29, recorded: 0 })
    const fresh = `${ndjson(DEADLINE, REPORT, REPORT)}\n`
    expect(await importText(db, fresh)).toEqual({ ok: true, lines: 3, recorded: 2 })
  })

  test('takes a file without its own times again at a later time as the same', async () => {
    const db = await emptyDatabase()
    const text = ndjson(DEADLINE, REPORT)
    await importText(db, text)
    const later = { recordedAt: '2027-01-01T00:00:00Z', recordedBy: 'another' }
    const again = await importLedger(db, [new TextEncoder().encode(text)], later)
    expect(again).toEqual({ ok: true, lines: 2, recorded: 0 })
  })

  test('gives a report without an id the same id each time, from what it says', async () => {
    const db = await emptyDatabase()
    const text = ndjson(DEADLINE, REPORT, { ...REPORT, note: 'Another' })
    expect(await importText(db, text)).toMatchObject({ recorded: 3 })
    expect(await importText(db, text)).toMatchObject({ recorded: 0 })
    expect(await countRows(db, 'reports')).toBe(2)
  })

  test.each([
    ['not JSON', 'nonsense', '', 'must be a JSON object on one line'],
    ['a list', '[]', '', 'must be a JSON object on one line'],
    ['an unknown key', ndjson({ ...REPORT, wen: 1 }), '/wen', 'is not a key of this object'],
    [
      'a kind that there is not',
      ndjson({ ...DEADLINE, slug: 'b', kind: 'war' }),
      '/kind',
      'must be one of ultimatum, talks',
    ],
    ['no source', ndjson({ ...REPORT, source: undefined }), '/source', 'is missing'],
    [
      'a number for a date',
      ndjson({ ...REPORT, reportedAt: 5 }),
      '/reportedAt',
      'must be a string',
    ],
    ['no date', ndjson({ ...REPORT, when: undefined }), '/when', 'null for no date'],
    ['30 February', ndjson({ ...REPORT, when: '2025-02-30' }), '/when', '01 to 28'],
    ['a zone by its abbreviation', ndjson({ ...REPORT, zone: 'EST' }), '/zone', 'America/New_York'],
    ['an unknown deadline', ndjson({ ...REPORT, deadline: 'b' }), '/deadline', 'no deadline b'],
    [
      'a script as a link',
      ndjson({ ...REPORT, source: { ...REPORT.source, url: 'javascript:1' } }),
      '/source/url',
      'http',
    ],
    [
      'an outcome of another kind',
      ndjson({ ...REPORT, when: undefined, says: 'outcome', outcome: { result: 'held' } }),
      '/outcome/result',
      'does not fit ultimatum',
    ],
    [
      'a retraction of nothing',
      ndjson({
        ...REPORT,
        when: undefined,
        says: 'retraction',
        retracts: '0b5f4a2e-6f0c-4b39-9d3c-5d2f1c1a7e10',
      }),
      '/retracts',
      'must be the id of a report of a-deadline',
    ],
    ['an endless line', ndjson({ ...REPORT, note: 'x'.repeat(70_000) }), '', 'at most 65536'],
  ])('stores nothing of a file with %s, and names the line', async (_, bad, pointer, detail) => {
    const db = await emptyDatabase()
    const imported = await importText(db, `${ndjson(DEADLINE, REPORT)}\n${bad}\n`)
    expect(imported).toEqual({
      ok: false,
      refusals: [{ line: 3, pointer, detail: expect.stringContaining(detail) }],
      refused: 1,
    })
    expect(await countRows(db, 'deadlines')).toBe(0)
    expect(await countRows(db, 'states')).toBe(0)
  })

  test('names every bad line, and blames no report for its deadline’s bad line', async () => {
    const db = await emptyDatabase()
    const text = ndjson({ ...DEADLINE, kind: 'war' }, REPORT, { ...REPORT, zone: 'Mars' })
    expect(await importText(db, text)).toMatchObject({
      ok: false,
      refusals: [
        { line: 1, pointer: '/kind' },
        { line: 3, pointer: '/zone' },
      ],
    })
  })

  test('refuses another body under an id or a slug that is taken', async () => {
    const db = await emptyDatabase()
    const id = '0b5f4a2e-6f0c-4b39-9d3c-5d2f1c1a7e10'
    await importText(db, ndjson(DEADLINE, { ...REPORT, id }))
    const other = ndjson({ ...DEADLINE, title: 'Other' }, { ...REPORT, id, when: '2025-09-03' })
    expect(await importText(db, other)).toMatchObject({
      ok: false,
      refusals: [
        { line: 1, pointer: '/slug' },
        { line: 2, pointer: '/id' },
      ],
    })
  })
})

describe('The bytes of a file', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const import_ = (db: D1Database, ...pieces: Uint8Array[]) => importLedger(db, pieces, RECORDING)

  test('may come in pieces of any size, with a byte-order mark and carriage returns', async () => {
    const db = await emptyDatabase()
    const file = bytes(
      `\uFEFF${ndjson(DEADLINE, { ...REPORT, note: 'Çırağan — 日本' }).replace('\n', '\r\n')}`,
    )
    const pieces = Array.from(file, (byte) => Uint8Array.of(byte))
    expect(await import_(db, ...pieces)).toEqual({ ok: true, lines: 2, recorded: 2 })
    expect(await exported(db)).toContain('Çırağan — 日本')
  })

  test('may hold line breaks that are not NDJSON’s, and are exported as they came', async () => {
    const db = await emptyDatabase()
    const file = `${ndjson(DEADLINE, { ...REPORT, note: 'one\u2028two\u2029three' })}\n`
    expect(await import_(db, bytes(file))).toMatchObject({ ok: true, recorded: 2 })
    const first = await exported(db)
    const again = await emptyDatabase()
    expect(await import_(again, bytes(first))).toMatchObject({ ok: true, recorded: 2 })
    expect(await exported(again)).toBe(first)
  })

  test('must be UTF-8: what cannot be read is not recorded for ever', async () => {
    const db = await emptyDatabase()
    const latin = Uint8Array.from(ndjson({ ...DEADLINE, title: 'café' }), (letter) =>
      letter.charCodeAt(0),
    )
    expect(await import_(db, latin)).toEqual({
      ok: false,
      refusals: [{ line: 1, pointer: '', detail: 'must be UTF-8' }],
      refused: 1,
    })
  })
})

describe('What is derived', () => {
  test('is the same whether a file comes at once, line by line, or is made anew', async () => {
    const db = await shippedDatabase()
    const atOnce = await derived(db)
    await db.prepare('DELETE FROM states').run()
    expect(await rebuild(db)).toBe(7)
    expect(await derived(db)).toBe(atOnce)
    expect(await countRows(db, 'states')).toBeGreaterThan(20)
  })

  test('is made anew for more deadlines than are read at once', async () => {
    const db = await emptyDatabase()
    await importText(db, generatedLedger(450, 1))
    const before = await derived(db)
    await db.prepare('DELETE FROM states').run()
    expect(await rebuild(db)).toBe(450)
    expect(await derived(db)).toBe(before)
  })

  test('is the same when each line comes by itself', async () => {
    const db = await emptyDatabase()
    for (const line of LINES) await importText(db, line)
    const oneByOne = await derived(db)
    expect(await exported(db)).toBe(SHIPPED)
    await rebuild(db)
    expect(await derived(db)).toBe(oneByOne)
  })

  test('is right when two write at the same time: both are kept', async () => {
    const db = await emptyDatabase()
    await importText(db, ndjson(DEADLINE))
    const said = Array.from({ length: 8 }, (_, day) => ({ ...REPORT, when: `2025-09-0${day + 1}` }))
    const imports = await Promise.all(said.map((report) => importText(db, ndjson(report))))
    expect(imports.every((each) => each.ok)).toBe(true)
    expect(await countRows(db, 'reports')).toBe(8)
    const now = await derived(db)
    await rebuild(db)
    expect(await derived(db)).toBe(now)
  })
})
