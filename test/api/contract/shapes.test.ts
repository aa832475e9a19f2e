/** What the tracker answers, whatever is in its ledger, has the shape that the contract gives it. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { oembedShape } from '../../../src/api/contract/shapes/card.ts'
import { jsonFeedShape } from '../../../src/api/contract/shapes/feed.ts'
import { deadlineShape, reportShape } from '../../../src/api/contract/shapes/ledger.ts'
import {
  type BoardAnswer,
  boardShape,
  deadlineToldShape,
  nextShape,
} from '../../../src/api/contract/shapes/status.ts'
import { headShape, healthShape } from '../../../src/api/contract/shapes/tracker.ts'
import { isOpening, rereadLine } from '../../../src/ledger/line.ts'
import { emptyDatabase, importText, SHIPPED, shippedDatabase } from '../../ledger/database.ts'
import { askJson } from '../tracker.ts'

const ASKED = ['', '2025-05-20', '2025-07-21', '2025-07-29', '2025-08-08'].map((day) =>
  day ? `?at=${day}T20:00:00Z` : '',
)

/** Read by its shape an answer stays what it was: nothing is missing, and there is nothing more. */
async function expectShape(path: string, shape: z.ZodType): Promise<void> {
  const answer = await askJson(path)
  expect({ path, answer: shape.parse(answer) }).toEqual({ path, answer })
}

async function expectAllShapes(query: string): Promise<void> {
  await expectShape(`/status.json${query}`, boardShape)
  await expectShape(`/next.json${query}`, nextShape)
  await expectShape(`/feed.json${query}`, jsonFeedShape)
  const { deadlines } = await askJson<BoardAnswer>(`/status.json${query}`)
  for (const { slug, url } of deadlines) {
    await expectShape(`/deadlines/${slug}.json${query}`, deadlineToldShape)
    await expectShape(`/oembed?url=${url}`, oembedShape)
  }
}

describe('Of the shipped ledger', () => {
  beforeEach(async () => {
    await shippedDatabase()
  })

  test.each(ASKED)('every answer has its shape, asked%s', expectAllShapes)

  test('every line has its shape', () => {
    for (const text of SHIPPED.trim().split('\n')) {
      const line = rereadLine(text)
      const [shape, said] = isOpening(line)
        ? [deadlineShape, line.opens]
        : [reportShape, line.reports]
      expect(shape.parse(said)).toEqual(said)
    }
  })
})

const DATES = [
  ...['2030-09-02', '2030-09-02T19:00', '2030-09-02T19:00:00+03:00', '2030-09?', '2030-21', '203X'],
  ...['2030-08-07/2030-08-09', '[2030-07-23,2030-07-24]', '../2030-09-02', '2030-09-02/..'],
  ...['9999-12-31', '0001-01-01', null, { in: 'P50D', from: '2030-07-14' }],
]

const SOURCE = {
  name: 'A ministry',
  standing: 'issuer',
  via: 'A paper',
  url: 'https://a.example/1',
}

/** A deadline for each form of date, each with a quote, and with an outcome or a retraction. */
function ofEveryForm(): string {
  const lines = DATES.flatMap((when, index) => {
    const slug = `form-${index}`
    const id = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`
    const said = { deadline: slug, source: SOURCE, reportedAt: '2026-01-01T00:00:00Z' }
    const outcome = { result: 'unmet', consequence: 'late', at: '2026-02' }
    return [
      { slug, kind: 'ultimatum', title: slug, issuedAt: '2025-12-01', addressees: ['A', 'B'] },
      { ...said, id, says: 'date', when, quote: 'by then', lang: 'en' },
      ...(index % 4 === 0 ? [{ ...said, says: 'outcome', outcome }] : []),
      ...(index % 4 === 1 ? [{ ...said, says: 'retraction', retracts: id }] : []),
    ]
  })
  return lines.map((line) => JSON.stringify(line)).join('\n')
}

test('Of every form of date, every answer has its shape', async () => {
  const imported = await importText(await emptyDatabase(), ofEveryForm())
  expect(imported).toMatchObject({ ok: true })
  await expectAllShapes('')
  await expectAllShapes('?at=2030-09-01T00:00:00Z')
})

test('Of an empty ledger, every answer has its shape', async () => {
  await emptyDatabase()
  await expectAllShapes('')
  await expectShape('/head.json', headShape)
  await expectShape('/healthz', healthShape)
})
