import { beforeEach, describe, expect, test } from 'vitest'
import { barsOf } from './bars.ts'
import { figuresOf, type Phase, quantile, ratiosOf } from './figures.ts'
import { withTable } from './readme.ts'
import { BUT_THE_PICTURE } from './start-costs.ts'
import { type Run, tableOf, times } from './table.ts'

/** Ten answers of so many milliseconds each. */
const phase = (milliseconds: number, cpuSeconds: number): Phase => ({
  requests: 10,
  seconds: milliseconds / 100,
  latencies: Array(10).fill(milliseconds),
  cpuSeconds,
})

describe('Figures', () => {
  test.each([
    [[3, 1, 2], 0.5, 2],
    [[4, 1, 2, 3], 0.5, 2],
    [[1, 2, 3], 0.99, 3],
    [[7], 0.5, 7],
  ])('of %j the share %d does not exceed %d', (values, share, expected) => {
    expect(quantile(values, share)).toBe(expected)
  })

  test('of a phase are a request’s', () => {
    const figures = figuresOf(phase(20, 0.5))
    expect(figures).toEqual({ requests: 50, p50: 20, p99: 20, cpu: 0.05 })
  })

  test('beside each other are the median of the pairs, so that one bad moment counts for nothing', () => {
    const bare = phase(10, 0.1)
    const pairs = [phase(20, 0.4), phase(900, 9), phase(30, 0.3)]
    const ratios = ratiosOf(pairs.map((tracker) => ({ tracker, bare })))
    expect(ratios.requests).toBeCloseTo(1 / 3)
    expect(ratios.p50).toBeCloseTo(3)
    expect(ratios.cpu).toBeCloseTo(4)
  })
})

const bytes = { tracker: 1, bare: 1, areSame: true }
const unwritten = { tracker: { read: 28_545, written: 0 }, bare: { read: 0, written: 0 } }
const read = { rows: unwritten, rowsAgain: 0.0123 }
const written = { tracker: { read: 146, written: 172 }, bare: { read: 0, written: 86 } }
const ratios = { requests: 0.0123, p50: 76.7, p99: 1234.5, cpu: 9.87 }

const RUN: Run = {
  surroundings: {
    date: '2026-11-28',
    commit: '0123abc',
    machine: { cores: 2, model: 'A Processor', system: 'Linux 6.18' },
    versions: { node: '24.21.0', workerd: '1.20261102.1' },
  },
  ledgers: [
    {
      ...{ deadlines: 1000, reportsEach: 10 },
      rows: [
        { method: 'GET', address: '/', status: 200, ratios, bytes, ...read },
        { method: 'GET', address: '/feed.atom', status: 304, ratios, bytes, ...read },
        {
          ...{ method: 'POST', address: '/deadlines/S/reports', status: 201 },
          ...{ ratios, bytes, rows: written, rowsAgain: null },
        },
      ],
    },
  ],
  import: { reports: 2000, ratios: { speed: 0.604, cpu: 1.13 } },
  start: {
    scripts: 100_000,
    starts: [
      { name: 'a bare Worker', milliseconds: 20, timesTheFirst: 1 },
      { name: 'what is loaded at once', milliseconds: 30, timesTheFirst: 1.5 },
      { name: BUT_THE_PICTURE, milliseconds: 50, timesTheFirst: 2.5 },
    ],
  },
}

const LISTED = `
1,000 deadlines, 10 reports each

                           requests/s  p50     p99   CPU  rows read  again  rows written
─────────────────────────  ──────────  ───  ──────  ────  ─────────  ─────  ────────────
GET  /                         0.012×  77×  1,235×  9.9×     28,545   0.01             0
304  /feed.atom                0.012×  77×  1,235×  9.9×     28,545   0.01             0
POST /deadlines/S/reports      0.012×  77×  1,235×  9.9×        146            2.0×  172

Import of 2,000 reports

0.60× as fast as the same rows inserted in equal batches, for 1.1× the CPU

A start, by its CPU, as a multiple of that of a bare Worker

1.5×  what is loaded at once
2.5×  with all others but the picture’s

98 KiB of scripts, gzipped as they are uploaded

The bars, each by its worst figure

requests a second, of the bare Worker’s                      0.012  at least 0.8  missed
rows read a request, while nothing is recorded               0.012  at most 0.01  missed
speed of an import, of the bare Worker’s                      0.60  at least 0.5     met
KiB of scripts, gzipped as they are uploaded                    98   at most 256     met
CPU of a start without the picture, of a bare Hono Worker’s    2.5     at most 2  missed`

describe('The table', () => {
  test('says on what it was measured, and is aligned', () => {
    const table = tableOf(RUN)
    expect(table).toContain('2026-11-28, commit 0123abc\nA Processor, 2 cores; Linux 6.18; Node')
    expect(table.slice(table.indexOf('\n1,000 deadlines'))).toBe(LISTED)
  })

  test.each([
    [0.000591, '0.00059×'],
    [0.5, '0.50×'],
    [1, '1.0×'],
    [9.96, '10×'],
    [56.9, '57×'],
    [2503.4, '2,503×'],
  ])('writes %d as %s', (ratio, written) => {
    expect(times(ratio)).toBe(written)
  })
})

describe('The bars', () => {
  const longer = (deadlines: number) => ({
    ...JSON.parse(JSON.stringify(RUN.ledgers[0])),
    deadlines,
  })
  let run: Run
  beforeEach(() => {
    run = { ...structuredClone(RUN), ledgers: [longer(10), longer(1000), longer(100_000)] }
    for (const { rows } of run.ledgers) {
      for (const row of rows) row.ratios.requests = 0.9
    }
  })
  const barOf = (what: string) => barsOf(run).find((bar) => bar.what.startsWith(what))

  test('are held against the worst of what they are of', () => {
    expect(barOf('requests')).toMatchObject({ figure: 0.9, isMet: true })
    run.ledgers[1].rows[1].ratios.requests = 0.79
    expect(barOf('requests')).toMatchObject({ figure: 0.79, isMet: false })
    // A write is none of these.
    run.ledgers[1].rows[2].ratios.requests = 0.1
    expect(barOf('requests')).toMatchObject({ figure: 0.79 })
  })

  test('are of the largest ledger beside the smallest, or beside the first that fills a page', () => {
    run.ledgers[0].rows[0].rows.tracker.read = 500
    run.ledgers[1].rows[0].rows.tracker.read = 2000
    run.ledgers[2].rows[0].rows.tracker.read = 2600
    expect(barOf('rows read after')).toMatchObject({ figure: 1.3, isMet: false })
    run.ledgers[1].rows[0].ratios.p99 = 0.1
    run.ledgers[2].rows[0].ratios.p99 *= 1.2
    expect(barOf('p99')).toMatchObject({ isMet: true })
    run.ledgers[2].rows[2].rows.tracker.written *= 2
    expect(barOf('rows of a write')).toMatchObject({ isMet: false })
  })

  test('are of what is deployed but the picture, however little of it is loaded at once', () => {
    expect([barOf('CPU of a start'), barOf('KiB')]).toMatchObject([
      { figure: 2.5, isMet: false },
      { isMet: true },
    ])
    run.start.starts[2].timesTheFirst = 2
    run.start.scripts = 257 * 1024
    expect([barOf('CPU of a start'), barOf('KiB')]).toMatchObject([
      { isMet: true },
      { figure: 257, isMet: false },
    ])
  })

  test('are of a calendar as well, but for how often it is asked for', () => {
    for (const { rows } of run.ledgers) rows[0].address = '/calendar.ics'
    run.ledgers[2].rows[0].rows.tracker.read *= 9
    run.ledgers[2].rows[0].ratios.p99 *= 8
    expect([barOf('rows read after'), barOf('p99')]).toMatchObject([{ figure: 9 }, { figure: 8 }])
  })
})

describe('The README', () => {
  const readme = '## Is it fast?\n\n<!-- bench -->\n\n    old\n\n<!-- /bench -->\n\n## More\n'

  test('gets the table in the place of the last one', () => {
    const expected =
      '## Is it fast?\n\n<!-- bench -->\n\n    a\n\n    $& b\n\n<!-- /bench -->\n\n## More\n'
    expect(withTable(readme, 'a\n\n$& b')).toBe(expected)
    expect(withTable(expected, 'a\n\n$& b')).toBe(expected)
  })

  test('is left alone where it has no place for it', () => {
    expect(() => withTable('# Other\n', 'a')).toThrow('<!-- bench -->')
  })
})
