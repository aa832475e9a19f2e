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
      'Oman will host talks between Iran and the United States on Friday, the Omani foreign minister said.',
      'media',
    ],
    [
      'Oman will host talks between Iran and the United States on Friday, the White House said.',
      'party',
    ],
    [
      'The African Union has proposed talks between the two sides, its spokeswoman, Ebba Kalondo, said.',
      'media',
    ],
    ['The envoy and the Houthis met on Friday, UN spokesman Farhan Haq said.', 'media'],
    ['India will host the summit of the Quad on Friday, New Delhi said.', 'party'],
    ['The talks with Britain and France will be held on Friday, Tehran said.', 'party'],
    ['No date has been agreed for talks with Ukraine, the Kremlin said.', 'party'],
    ['Zelensky would meet Trump on Friday, said Donald Tusk, Poland’s prime minister.', 'media'],
    ['The ministers of Chad and Niger will meet on Friday, the Elysee said.', 'media'],
    ['The EU’s leaders will meet on Friday, Angela Merkel, the German chancellor, said.', 'party'],
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
    [
      'Britain has given Argentina until Friday to go, Francis Pym, the Foreign Secretary, told MPs.',
      'issuer',
    ],
    [
      'Spain, France and Italy gave Maduro until Friday to resign, Spanish minister Ana Rey said.',
      'issuer',
    ],
    [
      'North Korea gave the South until Friday to stop, the South Korean defence ministry said.',
      'party',
    ],
    ['America gave Iran until Friday to stop, the Omani foreign minister said.', 'media'],
    ['The rebels threatened to march unless he went by Friday.', 'issuer'],
  ])('%s', ([text, expected]) => {
    expect(standing(text)).toBe(expected)
  })
})

describe('on another deadline', () => {
  test.for<[string, string]>([
    ['Tariffs on Japanese goods will take effect on Friday, the White House said.', 'issuer'],
    ['Tariffs on Japanese goods will take effect on Friday, Tokyo said.', 'party'],
    ['Its tariff truce with China expires on Friday, the White House said.', 'party'],
    ['The Israeli cabinet will vote on it on Friday, Hamas official Osama Hamdan said.', 'party'],
    ['The House of Commons will vote on it on Friday, Downing Street said.', 'issuer'],
    [
      'Kosovo’s exemption for Serbian cars expires on Friday, its minister, Arben Gashi, said.',
      'issuer',
    ],
    ['The sanctions waiver for Serbia’s oil company runs until Friday, Belgrade said.', 'party'],
    ['The chairman, George Mitchell, has set a deadline of Friday for an agreement.', 'issuer'],
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
