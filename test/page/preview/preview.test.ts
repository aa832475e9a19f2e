import { XMLValidator } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import measured from '../../../dist/fonts/faces.json' with { type: 'json' }
import { reportsBy, status } from '../../../src/deadline/status.ts'
import type { Asking } from '../../../src/href.ts'
import { type Faces, faceFor, widthOf } from '../../../src/page/preview/faces.ts'
import { legibleView } from '../../../src/page/preview/legible.ts'
import { Preview } from '../../../src/page/preview/preview.tsx'
import { LANGUAGES, type Language } from '../../../src/page/words/words.ts'
import { type Ledger, ledgerOf, SHIPPED, viewAt } from '../ledger.ts'

const REFERENCE = '2025-07-21T20:00:00Z'
const faces = measured as unknown as Faces

interface Asked {
  slug?: string
  at?: string
  lang?: Language
  asking?: Partial<Asking>
  site?: string
}

function pictureOf({ deadlines, reports }: Ledger, asked: Asked = {}): string {
  const { slug = 'a-deadline', at = REFERENCE, lang = 'en', asking = { at }, site } = asked
  const asView = viewAt(at, asking, lang)
  const view = legibleView(
    site ? { ...asView, site: { ...asView.site, title: site } } : asView,
    faces,
  )
  const deadline = deadlines.find((each) => each.slug === slug)
  if (!deadline) throw new Error(`no deadline ${slug}`)
  const own = reports.filter((report) => report.deadline === slug)
  const told = status(deadline, reportsBy(own, view.now, null), view.now, null)
  return String(Preview({ drawing: { view, faces }, status: told }))
}

/** What is written in a picture, without the marks of which way it runs. */
function textsOf(picture: string): string[] {
  return [...picture.matchAll(/<text[^>]*>(.*?)<\/text>/gs)].map(([, text]) =>
    text.replace(/<[^>]*>|[\u2066-\u2069]/g, ''),
  )
}

const ticksIn = (picture: string) =>
  [...picture.matchAll(/<path d="((?:M[^"]*)?)" (?:fill="#|fill="none")/g)].map(
    ([, path]) => path.split('z').length - 1,
  )

/** An ultimatum of 50 days, of which 43 are left. */
const titled = (title: string, more: object = {}) =>
  ledgerOf(
    { kind: 'ultimatum', issuedAt: '2025-07-14', title, ...more },
    { when: '2025-09-02', zone: 'Europe/Kyiv' },
  )

describe('a preview picture', () => {
  it('of a firm date says the number, the date, how sure it is, the day and its own instant', () => {
    const picture = pictureOf(SHIPPED, { slug: 'russia-50-days' })
    expect(textsOf(picture)).toEqual([
      'ULTIMATUM · RUSSIA–UKRAINE WAR',
      ...['43', 'days', 'Firm', 'Tuesday 2 September 2025', 'New York time'],
      ...['End the war in Ukraine within 50 days', 'day 7 of 50', 'Eleventh·Hour'],
      'as known on 21 July 2025, 20:00 UTC',
    ])
    expect(picture).toMatch(/<g class="shape"[^>]*fill="#1f6f4a"[^>]*><circle/)
    expect(ticksIn(picture)).toEqual([7, 43, 0])
  })

  it('of a contested one has each date with whoever names it, and no strip', () => {
    const picture = pictureOf(SHIPPED, { slug: 'istanbul-round-3' })
    const texts = textsOf(picture)
    expect(texts.slice(0, 8)).toEqual([
      ...['TALKS · ISTANBUL', '2–3', 'between 2 and 3 days', 'Contested'],
      ...['Wed 23 July', 'Volodymyr Zelensky', 'Thu 24 July', 'Anonymous source'],
    ])
    expect(picture).toMatch(/<g class="shape"[^>]*fill="#ae5c00"/)
    expect(ticksIn(picture)).toEqual([])
  })

  it('says beside the second date how many more there are', () => {
    const said = (name: string, when: string) => ({
      ...{ when, zone: 'UTC' },
      source: { name, standing: 'party' },
    })
    const three = ['2025-08-01', '2025-08-03', '2025-08-05'].map((when, index) =>
      said(`Party ${index + 1}`, when),
    )
    expect(textsOf(pictureOf(ledgerOf({ kind: 'talks' }, ...three)))).toContain(
      'Party 2, and 1 more',
    )
  })

  it('of a range says both ends, and has the days in doubt hollow', () => {
    const at = '2025-07-28T20:00:00Z'
    const picture = pictureOf(SHIPPED, { slug: 'russia-50-days', at })
    expect(textsOf(picture)).toEqual(
      expect.arrayContaining(['10–12', 'between 10 and 12 days', 'Tentative', '7–9 August 2025']),
    )
    expect(ticksIn(picture)).toEqual([14, 9, 3])
  })

  it('of centuries has a bar in place of half a million ticks', () => {
    const when = { when: '9998-01-01', zone: 'UTC' }
    const picture = pictureOf(ledgerOf({ kind: 'ultimatum', issuedAt: '0001-01-01' }, when))
    expect(ticksIn(picture)).toEqual([1, 1, 0])
    expect(picture.length).toBeLessThan(10_000)
  })

  it('of a closed one says what came of it, and when', () => {
    const texts = textsOf(
      pictureOf(SHIPPED, { slug: 'russia-50-days', at: '2025-08-10T20:00:00Z' }),
    )
    expect(texts.slice(1, 4)).toEqual(['Unmet', 'not carried out', '8 August 2025'])
    expect(texts.join()).not.toMatch(/Firm|day \d/)
  })

  it('of one whose time is up says which date was given', () => {
    const texts = textsOf(
      pictureOf(SHIPPED, { slug: 'russia-50-days', at: '2025-08-09T10:00:00Z' }),
    )
    expect(texts.slice(1, 4)).toEqual([
      ...['Time is up', 'no outcome recorded', 'Date given: 8 August 2025'],
    ])
  })

  it('of one without a date says so once', () => {
    const texts = textsOf(pictureOf(SHIPPED, { slug: 'leaders-meeting' }))
    expect(texts.filter((text) => /no date/i.test(text))).toEqual(['No date yet'])
  })

  it.each([
    ['2025-07-23T19:00:00Z', ['1', 'day', '23', 'hours']],
    ['2025-07-21T21:30:59Z', ['1', 'hour', '30', 'minutes']],
    ['2025-07-21T20:00:40Z', ['0', 'minutes']],
  ])('counts to the instant %s without seconds', (when, figures) => {
    const texts = textsOf(pictureOf(ledgerOf({ kind: 'talks' }, { when, zone: 'UTC' })))
    expect(texts.slice(1, 1 + figures.length)).toEqual(figures)
    expect(texts.join()).not.toMatch(/second/)
  })

  it('says from what was recorded, where that is asked for', () => {
    const asking = { at: REFERENCE, known: '2025-07-20T10:00:00Z' }
    expect(textsOf(pictureOf(titled('A demand'), { asking })).slice(-2)).toEqual([
      'as known on 21 July 2025, 20:00 UTC',
      'from what was recorded by 20 July 2025, 10:00 UTC',
    ])
  })
})

describe('its title', () => {
  const sentence = 'withdraw all heavy weapons from the line of contact and let in the monitors or'
  const linesOf = (picture: string) =>
    placesOf(picture).filter(({ text }) => /^\u2067?\u2068/.test(text) && text.length > 2)
  const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '')

  it.each([
    ['Withdraw', 1],
    [sentence.slice(0, 60), 2],
    [`${sentence} ${sentence.slice(0, 20)}`, 3],
    [`${sentence} ${sentence} ${sentence.slice(0, 40)}`, 3],
    ['Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenversicherungsbeitragsbescheid', 2],
    ['W'.repeat(200), 3],
  ])('“%s” takes %i lines, none wider than the picture', (title, most) => {
    const drawn = linesOf(pictureOf(titled(title)))
    expect(drawn).toHaveLength(most)
    expect(Math.max(...drawn.map(({ to }) => to))).toBeLessThanOrEqual(1200 - 72)
    const [letters, given] = [drawn.map(({ text }) => plain(text)).join(''), title].map((each) =>
      each.replaceAll(' ', ''),
    )
    expect(letters.endsWith('…')).toBe(letters !== given)
    expect(given).toContain(letters.replace('…', ''))
  })

  it('is escaped, and brings nothing that runs or is fetched', () => {
    const picture = pictureOf(titled(`</text><script>alert("1")</script>&' <image href='x'/>`))
    expect(XMLValidator.validate(picture)).toBe(true)
    expect(picture).toContain('&lt;script&gt;')
    expect(picture).not.toMatch(/<script|<image|href=['"]/)
  })

  it('in Arabic is in one face that has all of it, and set from the right', () => {
    const title = 'إنهاء الحرب في أوكرانيا خلال 50 يومًا'
    const picture = pictureOf(titled(title), { lang: 'ar' })
    expect(picture).toMatch(/<text x="1128" [^>]*text-anchor="end" font-family="Amiri"/)
    expect(
      linesOf(picture)
        .map(({ text }) => plain(text))
        .join(' '),
    ).toBe(title)
  })

  it.each(['停战谈判第三轮', 'สงคราม', 'Peace 🕊 talks', 'A\u0000B', '\ud800', 'دعوة к миру'])(
    '“%s” would have empty boxes, so what it is and where stand in its place',
    (title) => {
      const picture = pictureOf(ledgerOf({ kind: 'talks', place: 'Istanbul' }))
      const bare = { ...ledgerOf({ kind: 'talks', place: 'Istanbul' }) }
      bare.deadlines = bare.deadlines.map((deadline) => ({ ...deadline, title }))
      expect(textsOf(picture)).toContain('A deadline')
      const texts = textsOf(pictureOf(bare))
      expect(texts).toContain('Talks · Istanbul')
      expect(texts).not.toContain('TALKS · ISTANBUL')
      expect(texts.join()).not.toContain(title)
    },
  )
})

/** From where to where each text is drawn, by the width that its letters have in its own face. */
function placesOf(picture: string) {
  return [...picture.matchAll(/<text ([^>]*)>(.*?)<\/text>/gs)].map(([, open, marked]) => {
    const named = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(open)?.[1]
    const text = marked.replace(/<[^>]*>/g, '').replaceAll('&#39;', "'")
    const face = Object.values(faces).find(
      ({ family, weight }) =>
        family === named('font-family') && String(weight) === named('font-weight'),
    )
    expect(HANDS.map((hand) => faceFor(faces, hand, text))).toContain(face)
    if (!face) throw new Error('no such face')
    const spacing = Number(named('letter-spacing') ?? 0) * [...text].length
    const width = widthOf(face, text, Number(named('font-size'))) + spacing
    const x = Number(named('x'))
    const y = Number(named('y'))
    return named('text-anchor') === 'end'
      ? { text, y, from: x - width, to: x }
      : { text, y, from: x, to: x + width }
  })
}

const HANDS = ['figure', 'text', 'strong', 'title'] as const

describe('its words', () => {
  const cases: [Language, string, string][] = LANGUAGES.flatMap((lang) =>
    SHIPPED.deadlines.flatMap(({ slug }) =>
      ['2025-05-01', '2025-07-21', '2025-07-28', '2025-08-08', '2025-08-09', '2026-11-23'].map(
        (day): [Language, string, string] => [lang, slug, `${day}T15:00:00Z`],
      ),
    ),
  )

  it('have no letter that their face lacks, and are whole within the margins, in any language', () => {
    for (const [lang, slug, at] of cases) {
      const picture = pictureOf(SHIPPED, { lang, slug, at })
      expect(XMLValidator.validate(picture)).toBe(true)
      expect(textsOf(picture).join()).not.toMatch(/[{}]|undefined|null|NaN/)
      const outside = placesOf(picture).filter(({ from, to }) => from < 60 || to > 1140)
      expect({ lang, slug, at, outside }).toEqual({ lang, slug, at, outside: [] })
    }
  })

  it.each(LANGUAGES)('leave room for the widest number and the longest dates in %s', (lang) => {
    const source = (name: string) => ({ source: { name, standing: 'party' }, zone: 'Europe/Kyiv' })
    const [one, other] = ['2025-08-30~/2026-09-03?', '2027-08-30~/2027-12-03?']
    const ledgers = [
      ledgerOf({ kind: 'deadline' }, { when: one, zone: 'America/Argentina/ComodRivadavia' }),
      ledgerOf(
        { kind: 'talks' },
        { when: one, ...source('The Ministry of Foreign Affairs of a country with a long name') },
        { when: other, ...source('W'.repeat(200)) },
      ),
    ]
    for (const ledger of ledgers) {
      const places = placesOf(pictureOf(ledger, { lang }))
      const astray = places.filter(({ from, to, y }) => from < 60 || to > 1140 || y < 70 || y > 600)
      expect({ lang, astray }).toEqual({ lang, astray: [] })
      expect(places.filter(({ y }) => y < 110)).toHaveLength(1)
    }
  })

  it('are English where the faces lack the language’s own', () => {
    const texts = textsOf(pictureOf(SHIPPED, { slug: 'russia-50-days', lang: 'zh' }))
    expect(texts).toEqual(textsOf(pictureOf(SHIPPED, { slug: 'russia-50-days' })))
  })

  it('are mirrored where they run from right to left', () => {
    const [plain, mirrored] = (['en', 'ar'] as const).map((lang) =>
      pictureOf(SHIPPED, { slug: 'russia-50-days', lang }),
    )
    const firstTick = (picture: string) => Number(/<path d="M([\d.]+) /.exec(picture)?.[1])
    expect(firstTick(plain)).toBe(72)
    expect(firstTick(mirrored)).toBeGreaterThan(1100)
    expect(mirrored).toContain('\u2067')
    expect(plain).not.toContain('\u2067')
  })

  it('name the site, by its host where the faces lack its name', () => {
    const named = (site: string) => textsOf(pictureOf(titled('A demand'), { site })).at(-2)
    expect(named('The Last Hour')).toBe('The·Last Hour')
    expect(named('倒计时')).toBe('eleventh-hour.example')
  })
})
