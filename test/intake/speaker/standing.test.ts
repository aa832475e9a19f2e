import { describe, expect, test } from 'vitest'
import { articleSchema } from '../../../src/intake/article.ts'
import { draftsOf } from '../../../src/intake/draft.ts'

/** The standing of whoever the last sentence of a text names. */
function standing(text: string): string | undefined {
  const article = articleSchema.parse({ text, published: '2025-07-21', via: 'AP' })
  return draftsOf(article).at(-1)?.report.source.standing
}

describe('on talks', () => {
  test.for<[string, string]>([
    ['Russia and Ukraine will meet on Friday, the Kremlin said.', 'party'],
    ['Russia and Ukraine will meet on Friday, Kyiv said.', 'party'],
    ['Russia and Ukraine will meet on Friday, the Turkish Foreign Ministry said.', 'media'],
    ['Russia and Ukraine will meet on Friday, UN envoy Hans Grundberg said.', 'media'],
    ['Russia and Ukraine will meet on Friday, Reuters reported.', 'media'],
    ['Russia and Ukraine will meet on Friday, a diplomat said.', 'anonymous'],
    ['Russia and Ukraine will meet on Friday.', 'media'],
    [
      'Valdoria and Kestria will meet on Friday, Kestrian Foreign Minister Ilse Varga said.',
      'party',
    ],
    [
      'The German chancellor, Anna Weiss, said she would meet the French president on Friday.',
      'party',
    ],
    [
      'The Lima Group will meet on Friday, said Chrystia Freeland, Canada’s foreign minister.',
      'party',
    ],
    ['The leaders will meet on Friday, Downing Street said.', 'party'],
    [
      'India and Pakistan agreed to stop. The two governments would soon start talks, US Secretary of State Marco Rubio said.',
      'media',
    ],
  ])('%s', ([text, expected]) => {
    expect(standing(text)).toBe(expected)
  })
})

describe('on an ultimatum', () => {
  test.for<[string, string]>([
    ['Austria gave Serbia until Saturday to accept.', 'issuer'],
    ['Austria gave Serbia until Saturday to accept, the Austrian foreign ministry said.', 'issuer'],
    [
      'Austria gave Serbia until Saturday to accept, the Serbian prime minister, Nikola Pasic, said.',
      'party',
    ],
    ['Austria gave Serbia until Saturday to accept, a source said.', 'anonymous'],
    [
      'Serbia has until Saturday to accept or face war, the Austrian foreign minister, Leopold Berchtold, said.',
      'issuer',
    ],
    ['The ultimatum expires on Saturday.', 'media'],
  ])('%s', ([text, expected]) => {
    expect(standing(text)).toBe(expected)
  })
})

describe('on another deadline', () => {
  test.for<[string, string]>([
    ['Tariffs on Japanese goods will take effect on Friday, the White House said.', 'issuer'],
    ['Tariffs on Japanese goods will take effect on Friday, Tokyo said.', 'party'],
    [
      'The truce between Israel and Syria expires on Friday, the Qatari foreign ministry said.',
      'media',
    ],
    [
      'The truce between Israel and Syria expires on Friday, the Syrian foreign ministry said.',
      'party',
    ],
  ])('%s', ([text, expected]) => {
    expect(standing(text)).toBe(expected)
  })
})
