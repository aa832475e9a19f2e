/** What holds of drafts whatever the text. */
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { deadlineSchema } from '../../src/deadline/deadline-schema.ts'
import { reportSchema } from '../../src/deadline/report-schema.ts'
import { resolveWhen } from '../../src/deadline/when.ts'
import { type Article, articleSchema, type Draft } from '../../src/intake/article.ts'
import { draftsOf } from '../../src/intake/draft.ts'
import { readPassages } from './score.ts'

const passages = ['open', 'rehearsal-a', 'rehearsal-b', 'rehearsal-c', 'rehearsal-d'].flatMap(
  (name) => readPassages(`test/intake/passages/${name}.json`),
)
const words = passages.flatMap(({ article }) => article.text.split(/\s+/))
const sentences = passages.flatMap(({ drafts }) => drafts.map(({ sentence }) => sentence))

const someText = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
  fc
    .array(fc.constantFrom(...words), { minLength: 1, maxLength: 80 })
    .map((some) => some.join(' ')),
  fc
    .array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 8 })
    .map((some) => some.join(' ')),
)
const somePublished = fc.oneof(
  fc.constantFrom('0001-01-01', '9999-12-31', '2024-02-29', '2025-07-21T23:59:59-12:00'),
  fc
    .date({ min: new Date('0002-01-01'), max: new Date('9998-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
)
const someZone = fc.constantFrom('America/New_York', 'Pacific/Kiritimati', null)

const RECORDED = { recordedAt: '2025-07-21T20:00:00Z', recordedBy: 'editor' }
const UUID = '0b5f4a2e-6f0c-4b39-9d3c-5d2f1c1a7e10'

function faults({ deadline, report }: Draft): unknown[] {
  const asDeadline = deadlineSchema.safeParse({ slug: 'a', topic: null, ...deadline, ...RECORDED })
  const asReport = reportSchema.safeParse({ deadline: 'a', id: UUID, ...report, ...RECORDED })
  const when = resolveWhen(report.when, report.zone)
  return [asDeadline.error?.issues, asReport.error?.issues, when.ok ? undefined : when.why].filter(
    (fault) => fault !== undefined,
  )
}

test('every draft is one that the ledger takes, whatever the text', () => {
  fc.assert(
    fc.property(someText, somePublished, someZone, (text, published, zone) => {
      const article = articleSchema.parse({ text, published, zone })
      expect(draftsOf(article).flatMap(faults)).toEqual([])
    }),
    { numRuns: 500 },
  )
})

test('a sentence of a draft stands in the text as it is', () => {
  for (const { article } of passages) {
    for (const { sentence } of draftsOf(article)) expect(article.text).toContain(sentence)
  }
})

describe('the process’s own time zone', () => {
  const usual = process.env.TZ
  afterEach(() => {
    if (usual === undefined) delete process.env.TZ
    else process.env.TZ = usual
  })

  const drafted = () => passages.map(({ article }) => draftsOf(article))
  const inUtc = drafted()

  test.each(['UTC', 'Pacific/Honolulu', 'Pacific/Auckland', 'Pacific/Apia'])(
    'makes no difference: %s',
    (zone) => {
      process.env.TZ = zone
      expect(drafted()).toEqual(inUtc)
    },
  )
})

describe('the longest text', () => {
  const LONGEST = 60_000
  const filled = (unit: string) => unit.repeat(Math.ceil(LONGEST / unit.length)).slice(0, LONGEST)

  test.each([
    ['all passages', filled(`${passages.map(({ article }) => article.text).join('\n')}\n`)],
    ['one sentence', filled('talks on 5 May and ')],
    ['no blank', filled('a')],
    ['capitals', filled('A')],
    ['dates', filled('1 May ')],
    ['quotes', filled('"“')],
    ['commas', filled('said, ')],
    ['stops', filled('. ')],
    ['short sentences', filled('He said on 5 May. ')],
    ['blanks', `a${' '.repeat(LONGEST - 2)}a`],
    ['lines', `a${'\n'.repeat(LONGEST - 2)}a`],
    ['names', filled('Ivan de la ')],
  ])('of %s is read within a second or so', (_, text) => {
    const article: Article = { text, published: '2025-07-21', zone: null, via: null, url: null }
    const start = process.cpuUsage()
    draftsOf(article)
    const { user, system } = process.cpuUsage(start)
    expect((user + system) / 1e6).toBeLessThan(2)
  })
})
