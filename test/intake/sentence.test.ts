import { describe, expect, test } from 'vitest'
import { datelineLength } from '../../src/intake/dateline.ts'
import { sentencesOf } from '../../src/intake/sentence.ts'

const texts = (text: string) => sentencesOf(text)

describe('sentences', () => {
  test.for<[string, string[]]>([
    ['One. Two! Three? Four', ['One.', 'Two!', 'Three?', 'Four']],
    ['Mr. Eden met Gen. Neguib. They spoke.', ['Mr. Eden met Gen. Neguib.', 'They spoke.']],
    [
      'The U.S. delegation left. It met U.S. President Bush.',
      ['The U.S. delegation left.', 'It met U.S. President Bush.'],
    ],
    ['It flew to the U.S. The talks go on.', ['It flew to the U.S.', 'The talks go on.']],
    [
      'Until 7 p.m. on Friday. Or 8 p.m. The rest waits.',
      ['Until 7 p.m. on Friday.', 'Or 8 p.m.', 'The rest waits.'],
    ],
    ['George W. Bush spoke. So did J. K. Smith.', ['George W. Bush spoke.', 'So did J. K. Smith.']],
    ['She wrote on X. The two left.', ['She wrote on X.', 'The two left.']],
    [
      'On Aug. 31 and Sept. 2 they met. On Oct. 5 too.',
      ['On Aug. 31 and Sept. 2 they met.', 'On Oct. 5 too.'],
    ],
    ['“We go.” He left. "No." She stayed.', ['“We go.”', 'He left.', '"No."', 'She stayed.']],
    ['It fell 3.5 per cent. Why?', ['It fell 3.5 per cent.', 'Why?']],
    ['TBILISI. Dec 31 (Interfax) - They met.', ['TBILISI. Dec 31 (Interfax) - They met.']],
    [
      'KYIV, November 15. /TASS/. They left. It rained.',
      ['KYIV, November 15. /TASS/. They left.', 'It rained.'],
    ],
    ['A line\n\nAnother. And more', ['A line', 'Another.', 'And more']],
    ['  \n ', []],
  ])('splits %j', ([text, expected]) => {
    expect(texts(text)).toEqual(expected)
  })
})

describe('what stands before a report', () => {
  test.for<[string, string]>([
    ['GENEVA, July 21 (Reuters) - Talks began.', 'Talks began.'],
    ['NEW DELHI/ISLAMABAD, May 10 (Reuters) - India said.', 'India said.'],
    ['MOSCOW, Nov. 28—Premier Khrushchev spoke.', 'Premier Khrushchev spoke.'],
    ['KYIV, November 15. /TASS/. They left.', 'They left.'],
    ['NIAMEY, Niger (AP) — The bloc met.', 'The bloc met.'],
    ['JEDDAH: The truce ends.', 'The truce ends.'],
    ['BANGKOK - A committee met.', 'A committee met.'],
    ['09:05: Television has shown it.', 'Television has shown it.'],
    ['14:05 GMT The summit is over.', 'The summit is over.'],
    [
      'The Kremlin - or what is left of it - spoke.',
      'The Kremlin - or what is left of it - spoke.',
    ],
    ['NATO said that it would meet.', 'NATO said that it would meet.'],
  ])('%j', ([sentence, rest]) => {
    expect(sentence.slice(datelineLength(sentence))).toBe(rest)
  })
})
