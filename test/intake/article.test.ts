import { describe, expect, test } from 'vitest'
import { type Article, articleSchema } from '../../src/intake/article.ts'
import { draftsOf } from '../../src/intake/draft.ts'

const article = (text: string, more: Partial<Article> = {}): Article =>
  articleSchema.parse({ text, published: '2025-07-21', via: 'CNN', ...more })

const DAY_OF_REFERENCE = `A third round of talks between Ukraine and Russia is planned for Wednesday, Ukrainian President Volodymyr Zelensky said in his address on Monday evening. An unnamed source told the Russian state news agency TASS that the delegations would meet in Istanbul on Thursday.

The announcement comes a week after US President Donald Trump issued an ultimatum to Russian President Vladimir Putin to end the war in 50 days or face new sanctions. Two earlier rounds were held in Istanbul on 16 May and 2 June. Another exchange of prisoners is being prepared, Zelensky said.`

describe('the article of 21 July 2025', () => {
  const drafts = draftsOf(article(DAY_OF_REFERENCE, { zone: 'America/New_York' }))
  const short = drafts.map(({ past, deadline, report }) => [
    deadline.kind,
    past,
    report.when,
    report.source.name,
    report.source.standing,
  ])

  test('gives each source’s word on each event', () => {
    expect(short).toEqual([
      ['talks', false, '2025-07-23', 'Volodymyr Zelensky', 'party'],
      ['talks', false, '2025-07-24', 'Anonymous source', 'anonymous'],
      ['ultimatum', false, '2025-09-02', 'Donald Trump', 'issuer'],
      ['talks', true, '2025-05-16', 'CNN', 'media'],
      ['talks', true, '2025-06-02', 'CNN', 'media'],
      ['deadline', false, null, 'Volodymyr Zelensky', 'party'],
    ])
  })

  test('counts the ultimatum from the day on which it was given', () => {
    expect(drafts[2].deadline).toEqual({
      kind: 'ultimatum',
      title: 'Ultimatum: End the war',
      issuer: 'Donald Trump',
      addressees: ['Vladimir Putin'],
      demand: 'End the war',
      threat: 'New sanctions',
      place: null,
      issuedAt: '2025-07-14',
    })
    expect(drafts[2].report.zone).toBe('America/New_York')
  })

  test('names both sides of talks, and has "the delegations" be theirs', () => {
    expect(drafts[0].deadline.addressees).toEqual(['Ukraine', 'Russia'])
    expect(drafts[1].deadline).toMatchObject({
      title: 'Talks: Ukraine and Russia, Istanbul',
      addressees: ['Ukraine', 'Russia'],
    })
  })

  test('names the agency that a source told it to, else the article’s outlet', () => {
    expect(drafts.map(({ report }) => report.source.via)).toEqual([
      'CNN',
      'TASS',
      ...['CNN', 'CNN', 'CNN', 'CNN'],
    ])
  })

  test('takes the zone of the event’s place, and not the article’s own', () => {
    expect(drafts.map(({ report }) => report.zone)).toEqual([
      null,
      'Europe/Istanbul',
      'America/New_York',
      'Europe/Istanbul',
      'Europe/Istanbul',
      null,
    ])
  })

  test('carries the outlet, and noon of the day on which it was said', () => {
    expect(drafts[0].report).toMatchObject({
      says: 'date',
      source: { via: 'CNN', url: null },
      quote: null,
      reportedAt: '2025-07-21T12:00:00Z',
    })
  })
})

describe('when it was said', () => {
  test('an instant of publication is kept, and its day is that of the article’s zone', () => {
    const published = '2025-07-22T02:00:00Z'
    const text = 'The two will meet tomorrow, the Kremlin said.'
    const inNewYork = draftsOf(article(text, { published, zone: 'America/New_York' }))
    const inUtc = draftsOf(article(text, { published }))
    expect(inNewYork.map(({ report }) => report.when)).toEqual(['2025-07-22'])
    expect(inUtc.map(({ report }) => report.when)).toEqual(['2025-07-23'])
    expect(inUtc[0].report.reportedAt).toBe('2025-07-22T02:00:00Z')
  })

  test('a day that the text names is the day of the report, and what counts run from', () => {
    const [draft] = draftsOf(
      article('Zelensky said on Saturday that talks would resume in two weeks.'),
    )
    expect(draft.report).toMatchObject({ when: '2025-08-02', reportedAt: '2025-07-19T12:00:00Z' })
  })
})

describe('the words of a draft', () => {
  test('a quotation is the source’s own words', () => {
    const [draft] = draftsOf(
      article('“We will meet on Thursday in Geneva,” Foreign Minister Ilse Varga said.'),
    )
    expect(draft.report.quote).toBe('We will meet on Thursday in Geneva')
    expect(draft.report.zone).toBe('Europe/Zurich')
    expect(draft.deadline.place).toBe('Geneva')
  })

  test('an hour’s zone is that which the text names', () => {
    const [draft] = draftsOf(article('The truce expires at 19:00 GMT on Friday.'))
    expect(draft.report).toMatchObject({ when: '2025-07-25T19:00', zone: 'UTC' })
  })

  test('the same word told again is no second draft', () => {
    const text =
      'The two will meet on Friday, the Kremlin said. They will meet on Friday, the Kremlin said.'
    expect(draftsOf(article(text))).toHaveLength(1)
  })
})

describe('an article', () => {
  test.for<[string, object]>([
    ['no text', { text: '', published: '2025-07-21' }],
    ['too long a text', { text: 'a'.repeat(60_001), published: '2025-07-21' }],
    ['a month for its day', { text: 'a', published: '2025-07' }],
    ['a doubtful day', { text: 'a', published: '2025-07-21?' }],
    ['a time without an offset', { text: 'a', published: '2025-07-21T10:00' }],
    ['no day', { text: 'a' }],
    ['an abbreviated zone', { text: 'a', published: '2025-07-21', zone: 'EST' }],
    ['a key that there is not', { text: 'a', published: '2025-07-21', author: 'b' }],
  ])('is refused with %s', ([, input]) => {
    expect(articleSchema.safeParse(input).success).toBe(false)
  })

  test('has its halves of characters replaced', () => {
    const { text } = articleSchema.parse({ text: 'a\uD83D b', published: '2025-07-21' })
    expect(text).toBe('a\uFFFD b')
  })

  test('has null for what it leaves out', () => {
    expect(articleSchema.parse({ text: 'a', published: '2025-07-21' })).toEqual({
      text: 'a',
      published: '2025-07-21',
      zone: null,
      via: null,
      url: null,
    })
  })
})
