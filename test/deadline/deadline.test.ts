import { describe, expect, test } from 'vitest'
import { KINDS, slugOf } from '../../src/deadline/deadline.ts'
import { deadlineSchema } from '../../src/deadline/deadline-schema.ts'
import { refusals } from '../../src/deadline/refusal.ts'

const LEAST = {
  slug: 'russia-50-days',
  kind: 'ultimatum',
  title: 'End the war in Ukraine within 50 days',
  recordedAt: '2025-07-14T12:00:00Z',
  recordedBy: 'desk',
}

function wrong(input: unknown): string[] {
  const parsed = deadlineSchema.safeParse(input)
  return parsed.success
    ? []
    : refusals(parsed.error).map(({ pointer, detail }) => `${pointer}: ${detail}`)
}

describe('a deadline', () => {
  test('has every key, absent ones null, in one order', () => {
    const deadline = deadlineSchema.parse(LEAST)
    expect(deadline).toEqual({
      ...LEAST,
      topic: null,
      issuer: null,
      addressees: [],
      demand: null,
      threat: null,
      place: null,
      issuedAt: null,
    })
    expect(Object.keys(deadline)).toEqual([
      'slug',
      'kind',
      'title',
      'topic',
      'issuer',
      'addressees',
      'demand',
      'threat',
      'place',
      'issuedAt',
      'recordedAt',
      'recordedBy',
    ])
  })

  test.for(KINDS)('may be of the kind %s', (kind) => {
    expect(wrong({ ...LEAST, kind })).toEqual([])
  })

  test.for(['2025-07-14', '2025-07', '2025', '2025-07-14T10:00:00-04:00', '2025-07-14?'])(
    'may have been issued at %s',
    (issuedAt) => {
      expect(wrong({ ...LEAST, issuedAt })).toEqual([])
    },
  )

  test.for<[Record<string, unknown>, string]>([
    [{ slug: 'Russia' }, '/slug: must be a slug'],
    [{ slug: 'russia--50' }, '/slug: must be a slug'],
    [{ slug: '-russia' }, '/slug: must be a slug'],
    [{ slug: '' }, '/slug: must be a slug'],
    [{ slug: 'x'.repeat(101) }, '/slug: must have at most 100 characters'],
    [{ kind: 'threat' }, '/kind: '],
    [{ title: '' }, '/title: must not be empty'],
    [{ title: 'a\tb' }, '/title: must be a single line'],
    [{ title: undefined }, '/title: '],
    [{ topic: 'The war' }, '/topic: must be a slug'],
    [{ addressees: [''] }, '/addressees/0: must not be empty'],
    [{ addressees: 'Vladimir Putin' }, '/addressees: '],
    [{ addressees: Array(51).fill('Somebody') }, '/addressees: '],
    [{ demand: 'x'.repeat(2001) }, '/demand: must have at most 2000 characters'],
    [{ issuedAt: 'yesterday' }, '/issuedAt: "yesterday" is not a date in EDTF'],
    [{ issuedAt: '2025-02-30' }, '/issuedAt: there is no 2025-02-30'],
    [{ issuedAt: '2025-07-14/2025-07-15' }, '/issuedAt: must be a single date'],
    [{ issuedAt: '[2025-07-14]' }, '/issuedAt: must be a single date'],
    [{ recordedAt: '2025-07-14' }, '/recordedAt: must be an instant with its offset'],
    [{ when: '2025-09-02' }, '/when: is not a key of this object'],
  ])('with %j is refused: %s', ([change, why]) => {
    expect(wrong({ ...LEAST, ...change })).toEqual([expect.stringContaining(why)])
  })
})

describe('A slug made of a title', () => {
  test.for<[string, string | null]>([
    ['Third round of direct talks in Istanbul', 'third-round-of-direct-talks-in-istanbul'],
    ['Élysée: Müller’s “50 days”!', 'elysee-mullers-50-days'],
    ['  —A—  ', 'a'],
    ['Переговоры', null],
    ['Переговоры 2', '2'],
    ['…', null],
    [`${'word '.repeat(30)}`, Array(16).fill('word').join('-')],
    ['x'.repeat(200), 'x'.repeat(80)],
  ])('%s gives %s', ([title, slug]) => {
    expect(slugOf(title)).toBe(slug)
    if (slug) expect(deadlineSchema.shape.slug.safeParse(slug).success).toBe(true)
  })
})
