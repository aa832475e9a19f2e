import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { writeLine } from '../../src/ledger/line.ts'
import { readLine } from '../../src/ledger/read-line.ts'

const LINES = readFileSync('src/shipped/russia-ukraine-2025.ndjson', 'utf8').trimEnd().split('\n')
const RECORDING = { recordedAt: '2000-01-01T00:00:00Z', recordedBy: 'a test' }

describe('The shipped ledger', () => {
  test.each(LINES.map((line, index) => [index + 1, line]))(
    'line %i is in its one spelling',
    async (_, line) => {
      const read = await readLine(String(line), RECORDING)
      expect(read.ok && writeLine(read.value)).toBe(line)
    },
  )

  test('says of every report whose hour is not known how its hour was chosen', () => {
    const reports = LINES.map((line) => JSON.parse(line)).filter((line) => line.says)
    const unsaid = reports.filter(({ note }) => !/hour|noon/.test(note ?? ''))
    expect(unsaid).toEqual([])
  })

  test('quotes a short phrase at most', () => {
    const quotes = LINES.map((line) => JSON.parse(line).quote).filter(Boolean)
    expect(quotes.length).toBeGreaterThan(0)
    expect(quotes.filter((quote: string) => quote.split(' ').length > 8)).toEqual([])
  })
})
