import { describe, expect, test } from 'vitest'
import { articleSchema } from '../../../src/intake/article.ts'
import { draftsOf } from '../../../src/intake/draft.ts'
import type { Setting } from '../../../src/intake/event/setting.ts'
import type { Speaker } from '../../../src/intake/speaker/speaker.ts'
import { type Stakes, standingOf } from '../../../src/intake/speaker/standing.ts'

/** The standing of whoever the last sentence of a text names. */
function standing(text: string): string | undefined {
  const article = articleSchema.parse({ text, published: '2025-07-21', via: 'AP' })
  return draftsOf(article).at(-1)?.report.source.standing
}

/** A speaker who is nobody in particular, and an event of which nothing is told. */
const NOBODY: Speaker = { name: 'Karin Holt', form: 'person', sides: new Set(), description: '' }
const UNTOLD: Stakes = {
  kind: 'talks',
  sides: new Set(),
  isComplete: false,
  hosts: new Set(),
  mediators: new Set(),
  dispute: new Set(),
  home: new Set(),
  isSetter: false,
  issuer: null,
  addressees: new Set(),
  isSelf: false,
  isOfMany: false,
  isWithOthers: false,
  setting: null,
  isOwnGathering: false,
  wasParty: false,
}
const PERU = new Set(['Peru'])
const CHILE = new Set(['Chile'])
const BOTH = new Set(['Peru', 'Chile'])
const SET: Setting = { setters: PERU, targets: CHILE, word: 'tariff', isKnown: false }

describe('the first of these that holds decides', () => {
  test.for<[string, Partial<Speaker>, Partial<Stakes>, string]>([
    ['without a name', { form: 'anonymous', sides: PERU }, { sides: BOTH }, 'anonymous'],
    ['an outlet', { form: 'outlet', sides: PERU }, { sides: BOTH }, 'media'],
    ['who sets it', {}, { kind: 'deadline', isSetter: true }, 'issuer'],
    ['whose body meets by itself', {}, { isOwnGathering: true }, 'issuer'],
    ['of who sets a tariff', { sides: PERU }, { kind: 'deadline', setting: SET }, 'issuer'],
    ['of whom it is set against', { sides: CHILE }, { kind: 'deadline', setting: SET }, 'party'],
    ['who is placed nowhere', {}, { kind: 'deadline', setting: SET }, 'issuer'],
    [
      'the same, of a tariff that was told of before',
      {},
      { kind: 'deadline', setting: { ...SET, isKnown: true } },
      'party',
    ],
    ['a mediator', { sides: PERU, description: 'the mediator' }, { sides: BOTH }, 'media'],
    ['of who brings them together', { sides: PERU }, { hosts: PERU, sides: CHILE }, 'media'],
    ['who says that he takes part', {}, { isSelf: true, isComplete: true }, 'party'],
    ['of a delegation', { description: 'head of the delegation' }, {}, 'party'],
    ['of the United Nations', { sides: new Set(['United Nations']) }, {}, 'media'],
    ['of a side that is named', { sides: PERU }, { sides: BOTH, isComplete: true }, 'party'],
    ['of another state where many meet', { sides: PERU }, { isOfMany: true }, 'party'],
    ['of who mediates among many', { sides: PERU }, { isOfMany: true, mediators: PERU }, 'media'],
    ['of another state where two meet', { sides: PERU }, { isComplete: true }, 'media'],
    ['whom nothing places where two meet', {}, { isComplete: true }, 'party'],
    ['of who mediates', { sides: PERU }, { mediators: PERU, dispute: BOTH }, 'media'],
    ['of a side of the dispute', { sides: PERU }, { dispute: BOTH }, 'party'],
    ['who spoke as a side before', { sides: PERU }, { wasParty: true, home: CHILE }, 'party'],
    ['of a state told of nowhere else', { sides: PERU }, { home: CHILE }, 'media'],
    ['of a usual host', { sides: new Set(['Qatar']) }, {}, 'media'],
    [
      'of none of those in dispute',
      { sides: new Set(['Spain']) },
      { kind: 'deadline', dispute: BOTH },
      'media',
    ],
    ['whom nothing places', {}, {}, 'party'],
  ])('%s', ([, speaker, stakes, expected]) => {
    expect(standingOf({ ...NOBODY, ...speaker }, { ...UNTOLD, ...stakes })).toBe(expected)
  })
})

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
    ['The Security Council will meet on Friday, its president, Bernard Cornut, said.', 'issuer'],
    [
      'The ASEAN ministers will meet on Friday, the bloc’s secretary-general, Kao Hourn, said.',
      'issuer',
    ],
    ['The Nato-Russia Council will meet on Friday, said Jens Stoltenberg, its chairman.', 'party'],
    [
      'No date had been set for a meeting with the president, Soviet Premier Ivan Orlov said.',
      'party',
    ],
    [
      'Prime Minister Keir Starmer will host Volodymyr Zelensky on Friday, Downing Street said.',
      'party',
    ],
    [
      'Norland and Sudmark will meet on Friday, Norland’s Foreign Minister Karin Holt said.',
      'party',
    ],
    [
      'Malaysia brokered a truce between the Thais and Cambodia. A summit of the two premiers is planned for next month, the Malaysian Foreign Ministry said.',
      'media',
    ],
    [
      'NATO defence ministers meet on Friday, Mark Rutte said. The ministers would meet on Friday, Turkey’s minister, Yasar Guler, said.',
      'party',
    ],
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
    [
      'Azerbaijan gave the separatists until Friday to disarm or be destroyed. The separatist leader, Samvel Orian, said his fighters had until Friday.',
      'party',
    ],
    [
      'Iran has until Friday to sign or face strikes, Steve Witkoff, the US envoy, said. Iran had until Friday to sign, said Johann Wadephul, Germany’s foreign minister.',
      'media',
    ],
    [
      'Britain will recognise Palestine on Friday unless Israel stops, Keir Starmer said.',
      'issuer',
    ],
    ['The rebels threatened to march unless he went by Friday.', 'issuer'],
  ])('%s', ([text, expected]) => {
    expect(standing(text)).toBe(expected)
  })
})

describe('on another deadline', () => {
  test.for<[string, string]>([
    ['Tariffs on Japanese goods will take effect on Friday, the White House said.', 'issuer'],
    ['Tariffs on Japanese goods will take effect on Friday, Tokyo said.', 'party'],
    [
      'US tariffs on steel take effect on Friday, the White House said. The tariffs would take effect on Friday, EU commissioner Maros Sefcovic said.',
      'party',
    ],
    ['Kosovo will start fining drivers on Friday, Prime Minister Albin Kurti said.', 'issuer'],
    ['Poland will close its border with Belarus on Friday, Minsk said.', 'party'],
    ['All American troops will leave Iraq by Friday, President Joe Biden said.', 'issuer'],
    [
      'Under the agreement Armenian troops will leave the district by Friday, Yerevan said.',
      'party',
    ],
    ['Russia will observe a ceasefire from 8 to 10 August, the Kremlin said.', 'issuer'],
    [
      'Israel and Hamas agreed. Hamas will free hostages on Friday for Palestinian prisoners, the Israeli government said.',
      'party',
    ],
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
