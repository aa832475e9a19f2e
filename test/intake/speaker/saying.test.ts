import { describe, expect, test } from 'vitest'
import { readSentence } from '../../../src/intake/event/clause.ts'
import { peopleIn } from '../../../src/intake/speaker/people.ts'
import { readSpeaker } from '../../../src/intake/speaker/speaker.ts'

/** Who says what, as the sentence alone tells it: null for whoever spoke before. */
function speakers(sentence: string, article = sentence): (string | null)[] {
  const people = peopleIn(article.split('\n'))
  const { attributions } = readSentence(sentence) ?? { attributions: [] }
  return attributions.map(({ speaker }) => readSpeaker(speaker, people)?.name ?? null)
}

describe('a sentence is said', () => {
  test.for<[string, (string | null)[]]>([
    // By somebody with a name
    ['The truce will hold, President Anton Kessler said on Monday.', ['Anton Kessler']],
    ['Kessler said in Geneva on Monday that it would hold.', ['Kessler']],
    ['It will hold, said Leyla Adami, the prime minister of Tarsia.', ['Leyla Adami']],
    ['It will hold, Leyla Adami, the prime minister of Tarsia, said.', ['Leyla Adami']],
    ['Leyla Adami, the prime minister, said that it would hold.', ['Leyla Adami']],
    [
      'It ended without a deal, the United Nations special envoy, Hans Grundberg, said.',
      ['Hans Grundberg'],
    ],
    [
      'It will hold, Majed al-Ansari, the spokesman for Qatar’s foreign ministry, has just said.',
      ['Majed al-Ansari'],
    ],
    ['It will hold, said Secretary of State George Shultz.', ['George Shultz']],
    [
      'It was agreed, the Foreign Secretary, Mr Selwyn Lloyd, announced last night.',
      ['Selwyn Lloyd'],
    ],
    ['“We go,” Norvia’s minister, Henrik Dahlin, said in an interview.', ['Henrik Dahlin']],
    ['According to Kremlin spokesman Dmitry Peskov, it will hold.', ['Dmitry Peskov']],
    ['Television quoted Anton Kessler as saying that it would hold.', ['Anton Kessler']],
    // By a body
    [
      'It will hold, the Cambodian Defense Ministry said Wednesday.',
      ['Cambodian Defense Ministry'],
    ],
    ['It will hold, a Kremlin spokesman said.', ['Kremlin']],
    ['A spokesman for the Kremlin said it would hold.', ['Kremlin']],
    ['In Washington the State Department said that it would hold.', ['State Department']],
    ['The Israeli prime minister’s office says it will hold.', ['Israeli prime minister’s office']],
    ['The West African bloc ECOWAS said it would hold.', ['ECOWAS']],
    ['Kyiv said it would hold.', ['Kyiv']],
    ['State television said it would hold.', ['State television']],
    ['The state news agency Telam said it would hold.', ['Telam']],
    ['South Korea’s Yonhap news agency said it would hold.', ['Yonhap']],
    ['The six-nation Contact Group said it would hold.', ['Contact Group']],
    ['Al Jazeera said it would hold.', ['Al Jazeera']],
    [
      'It will hold, a spokesman for the Committee of the Red Cross, Martin Schuepp, said.',
      ['Martin Schuepp'],
    ],
    [
      'It will hold, Maros Sefcovic, the vice-president who is mediating, said.',
      ['Maros Sefcovic'],
    ],
    // By people without a name
    ['It will hold, diplomats who asked not to be named said.', ['Anonymous source']],
    ['It will hold, Reuters reported, citing two officials.', ['Anonymous source']],
    ['Western diplomats said it would hold.', ['Anonymous source']],
    [
      'A senior Iranian official, who asked not to be named, said it would hold.',
      ['Anonymous source'],
    ],
    ['It will hold, according to two officials in Sanaa.', ['Anonymous source']],
    ['It will hold, diplomats at the United Nations said.', ['Anonymous source']],
    ['People familiar with the talks said it would hold.', ['Anonymous source']],
    // By whoever spoke before
    ['It will hold, he said.', [null]],
    ['“It will hold,” the statement said.', [null]],
    ['It will hold, the minister, Ralph Gonsalves, announced Saturday.', ['Ralph Gonsalves']],
    // By nobody
    ['The truce, which the president announced on Monday, holds.', []],
    ['He was told to go.', []],
  ])('%s', ([sentence, expected]) => {
    expect(speakers(sentence)).toEqual(expected)
  })

  test('the surname alone is whom the article names in full elsewhere', () => {
    const article = 'President Volodymyr Zelensky spoke.\nIt will hold, Zelensky said.'
    expect(speakers('It will hold, Zelensky said.', article)).toEqual(['Volodymyr Zelensky'])
  })

  test('an office is who holds it elsewhere in the article', () => {
    const article =
      'Kestrian Foreign Minister Ilse Varga spoke.\nThe Kestrian foreign minister said no.'
    expect(speakers('The Kestrian foreign minister said no.', article)).toEqual(['Ilse Varga'])
  })
})
