import { describe, expect, test } from 'vitest'
import { refusals } from '../../src/deadline/refusal.ts'
import { CONSEQUENCES, RESULTS, STANDINGS, wrongOutcome } from '../../src/deadline/report.ts'
import { reportSchema } from '../../src/deadline/report-schema.ts'
import { desk, says } from './reports.ts'

const ID = '0b5f4a2e-6f0c-4b39-9d3c-5d2f1c1a7e10'
const OTHER_ID = '1b5f4a2e-6f0c-4b39-9d3c-5d2f1c1a7e10'

/** The least that a date report needs. */
const LEAST = {
  deadline: 'russia-50-days',
  id: ID,
  says: 'date',
  when: '2025-07-23',
  source: { name: 'Volodymyr Zelensky', standing: 'party' },
  reportedAt: '2025-07-21T18:00:00Z',
  recordedAt: '2025-07-21T19:00:00Z',
  recordedBy: 'desk',
}
const OUTCOME = { ...LEAST, says: 'outcome', when: null, outcome: { result: 'unmet' } }
const NOTE = { ...LEAST, says: 'note', when: null, note: 'Both sides prepare' }
const RETRACTION = { ...LEAST, says: 'retraction', when: null, retracts: OTHER_ID }
const SOURCE = LEAST.source

/** The pointers and details of what is wrong; empty where nothing is. */
function wrong(input: unknown): string[] {
  const parsed = reportSchema.safeParse(input)
  return parsed.success
    ? []
    : refusals(parsed.error).map(({ pointer, detail }) => `${pointer}: ${detail}`)
}

describe('a report', () => {
  test('has every key, absent ones null, and no other order than its own', () => {
    const report = reportSchema.parse(LEAST)
    expect(report).toEqual({
      ...LEAST,
      zone: null,
      outcome: null,
      retracts: null,
      source: { ...SOURCE, via: null, url: null, archiveUrl: null },
      quote: null,
      lang: null,
      note: null,
    })
    expect(Object.keys(report)).toEqual([
      'deadline',
      'id',
      'says',
      'when',
      'zone',
      'outcome',
      'retracts',
      'source',
      'quote',
      'lang',
      'note',
      'reportedAt',
      'recordedAt',
      'recordedBy',
    ])
  })

  test('comes out the same when it goes in again', () => {
    const once = reportSchema.parse({ ...LEAST, quote: ' Wednesday ', lang: 'uk-UA' })
    expect(JSON.stringify(reportSchema.parse(once))).toBe(JSON.stringify(once))
  })

  test.for<[string, unknown]>([
    ['a date', LEAST],
    ['a date with a zone', { ...LEAST, zone: 'Europe/Istanbul' }],
    ['a counted period', { ...LEAST, when: { in: 'P50D', from: '2025-07-14' } }],
    ['no date', { ...LEAST, when: null }],
    ['an outcome', OUTCOME],
    [
      'an outcome, in full',
      { ...OUTCOME, outcome: { result: 'met', consequence: 'pending', at: '2025-08-08' } },
    ],
    ['a note', NOTE],
    ['a note that is a quote', { ...NOTE, note: null, quote: 'We are ready' }],
    ['a retraction', RETRACTION],
    ['something in several lines', { ...LEAST, quote: 'Wednesday.\n\tIn Istanbul.' }],
    ...STANDINGS.map((standing): [string, unknown] => [
      standing,
      { ...LEAST, source: { ...SOURCE, standing } },
    ]),
    ...RESULTS.map((result): [string, unknown] => [result, { ...OUTCOME, outcome: { result } }]),
    ...CONSEQUENCES.map((consequence): [string, unknown] => [
      consequence,
      { ...OUTCOME, outcome: { result: 'unmet', consequence } },
    ]),
  ])('may say %s', ([, input]) => {
    expect(wrong(input)).toEqual([])
  })

  test('writes instants in UTC, ids in lower case, words trimmed and composed', () => {
    expect(
      reportSchema.parse({
        ...LEAST,
        id: ID.toUpperCase(),
        reportedAt: '2025-07-21T21:00:00.9+03:00',
        quote: '  Cafe\u0301 talks\n',
      }),
    ).toMatchObject({ id: ID, reportedAt: '2025-07-21T18:00:00Z', quote: 'Caf\u00e9 talks' })
  })

  const without = (key: keyof typeof LEAST) => {
    const { [key]: left, ...rest } = LEAST
    return rest
  }

  test.for<[unknown, string]>([
    // What must be there
    [without('when'), '/when: says "date" needs it: EDTF, a counted period, or null for no date'],
    [without('source'), '/source: '],
    [without('reportedAt'), '/reportedAt: '],
    [without('recordedBy'), '/recordedBy: '],
    [{ ...OUTCOME, outcome: null }, '/outcome: says "outcome" needs it'],
    [{ ...RETRACTION, retracts: null }, '/retracts: says "retraction" needs it'],
    [{ ...NOTE, note: null }, '/note: a note needs words: give quote or note'],
    // What must not
    [{ ...OUTCOME, when: '2025-07-23' }, '/when: goes with says "date", not "outcome"'],
    [{ ...NOTE, when: '2025-07-23' }, '/when: goes with says "date", not "note"'],
    [{ ...LEAST, outcome: { result: 'met' } }, '/outcome: goes with says "outcome", not "date"'],
    [{ ...LEAST, retracts: OTHER_ID }, '/retracts: goes with says "retraction", not "date"'],
    [{ ...LEAST, sure: true }, '/sure: is not a key of this object'],
    [{ ...LEAST, source: { ...SOURCE, rank: 1 } }, '/source/rank: is not a key of this object'],
    [{ ...LEAST, 'a/b~c': 1 }, '/a~1b~0c: is not a key of this object'],
    // What they must be
    [{ ...LEAST, says: 'guess' }, '/says: '],
    [{ ...LEAST, source: { ...SOURCE, standing: 'friend' } }, '/source/standing: '],
    [{ ...LEAST, source: { ...SOURCE, name: ' ' } }, '/source/name: must not be empty'],
    [{ ...LEAST, source: { ...SOURCE, name: 'A\nB' } }, '/source/name: must be a single line'],
    [
      { ...LEAST, source: { ...SOURCE, name: 'x'.repeat(201) } },
      '/source/name: must have at most 200 characters',
    ],
    [
      { ...LEAST, source: { ...SOURCE, url: 'javascript:alert(1)' } },
      '/source/url: must be a link that starts with http:// or https://',
    ],
    [
      { ...LEAST, source: { ...SOURCE, archiveUrl: 'tass.com' } },
      '/source/archiveUrl: must be a link',
    ],
    ...['/\u0000', '/a b', '/\ud800'].map((path): [unknown, string] => [
      { ...LEAST, source: { ...SOURCE, url: `https://tass.com${path}` } },
      '/source/url: must not have spaces or control characters',
    ]),
    [
      { ...LEAST, source: { ...SOURCE, url: `https://tass.com/${'x'.repeat(2000)}` } },
      '/source/url: must have at most 2000 characters',
    ],
    [{ ...LEAST, quote: 'x'.repeat(2001) }, '/quote: must have at most 2000 characters'],
    [{ ...LEAST, quote: 'a\u0000b' }, '/quote: must not have control characters'],
    [{ ...LEAST, note: 'a\ud800b' }, '/note: must not have control characters'],
    [
      { ...LEAST, when: `[${'2025-07-23,'.repeat(100)}2025-07-24]` },
      '/when: must have at most 1000',
    ],
    [
      { ...LEAST, when: { in: `P${'0'.repeat(1000)}1D`, from: '2025-07-14' } },
      '/when/in: must have at most 1000',
    ],
    [
      { ...OUTCOME, outcome: { result: 'met', at: `2025-07-23${'~'.repeat(1000)}` } },
      '/outcome/at: must have at most 1000',
    ],
    [{ ...LEAST, lang: `en${'-a'.repeat(50)}` }, '/lang: must have at most 100 characters'],
    [{ ...LEAST, lang: 'in English' }, '/lang: must be a language tag'],
    [{ ...LEAST, deadline: 'Russia 50' }, '/deadline: must be a slug'],
    [{ ...LEAST, id: '42' }, '/id: must be a UUID'],
    [{ ...RETRACTION, retracts: 'that one' }, '/retracts: must be a UUID'],
    [{ ...LEAST, reportedAt: '2025-07-21' }, '/reportedAt: must be an instant with its offset'],
    [{ ...LEAST, reportedAt: '2025-02-30T00:00:00Z' }, '/reportedAt: there is no 2025-02-30'],
    [
      { ...LEAST, reportedAt: '9999-12-31T23:59:59-12:00' },
      '/reportedAt: must lie in the years 0001 to 9999',
    ],
    [{ ...LEAST, recordedAt: 'now' }, '/recordedAt: must be an instant with its offset'],
    [{ ...OUTCOME, outcome: { result: 'won' } }, '/outcome/result: '],
    [{ ...OUTCOME, outcome: { result: 'met', consequence: 'war' } }, '/outcome/consequence: '],
    [
      { ...OUTCOME, outcome: { result: 'met', at: 'Friday' } },
      '/outcome/at: "Friday" is not a date in EDTF',
    ],
    // Dates and zones, each with its remedy
    [
      { ...LEAST, when: '2025-02-30' },
      "/when: there is no 2025-02-30: that month's days run from 01 to 28",
    ],
    [{ ...LEAST, when: 'Wednesday' }, '/when: "Wednesday" is not a date in EDTF'],
    [{ ...LEAST, when: '' }, '/when: an empty date'],
    [{ ...LEAST, when: { in: '50 days', from: '2025-07-14' } }, '/when: "50 days" is not a period'],
    [{ ...LEAST, when: { in: 'P50D', from: '2025-07' } }, '/when: "2025-07" is wider than a day'],
    [{ ...LEAST, when: { in: 'P50D' } }, '/when: must be EDTF, a counted period such as'],
    [{ ...LEAST, when: 20250723 }, '/when: must be EDTF, a counted period such as'],
    [{ ...LEAST, when: ['2025-07-23'] }, '/when: must be EDTF, a counted period such as'],
    [
      { ...LEAST, when: { in: 'P1D', from: '2025-07-14', to: '' } },
      '/when/to: is not a key of this object',
    ],
    [
      { ...LEAST, zone: 'EST' },
      '/zone: "EST" is an abbreviation, not a zone: name the place, likely America/New_York',
    ],
    [{ ...LEAST, zone: 'Mars/Olympus' }, '/zone: "Mars/Olympus" is not an IANA zone'],
    [{ ...NOTE, zone: 'PT' }, '/zone: "PT" is an abbreviation'],
    [null, ': '],
    ['a date', ': '],
  ])('like %j is refused: %s', ([input, why]) => {
    expect(wrong(input)).toContainEqual(expect.stringContaining(why))
    expect(wrong(input).every((line) => line.startsWith(why.split(':')[0]))).toBe(true)
  })

  test('is refused for each thing that is wrong with it', () => {
    const pointers = wrong({ ...LEAST, says: 'guess', zone: 'EST', id: '42', sure: true }).map(
      (line) => line.split(':')[0],
    )
    expect(pointers.sort()).toEqual(['/id', '/says', '/sure', '/zone'])
  })
})

describe('an outcome', () => {
  const outcome = (result: (typeof RESULTS)[number], consequence: 'late' | null = null) =>
    says.outcome(desk, LEAST.reportedAt, { result, consequence })

  test.for([
    ['ultimatum', 'met, partly-met, unmet, withdrawn, disputed'],
    ['deadline', 'met, partly-met, unmet, withdrawn, disputed'],
    ['talks', 'held, cancelled'],
  ] as const)('of %s is one of %s', ([kind, fitting]) => {
    const fits = RESULTS.filter((result) => wrongOutcome(outcome(result), kind) === null)
    expect(fits.join(', ')).toBe(fitting)
    const misfit = RESULTS.find((result) => !fits.includes(result)) ?? 'met'
    expect(wrongOutcome(outcome(misfit), kind)).toBe(
      `"${misfit}" does not fit ${kind}: expected ${fitting}`,
    )
  })

  test('has a consequence, but for that of talks', () => {
    expect(wrongOutcome(outcome('unmet', 'late'), 'ultimatum')).toBeNull()
    expect(wrongOutcome(outcome('held', 'late'), 'talks')).toBe('talks have no consequence')
  })

  test('is nothing that other reports have', () => {
    expect(wrongOutcome(says.note(desk, LEAST.reportedAt, 'A note'), 'talks')).toBeNull()
  })
})
