import { describe, expect, it } from 'vitest'
import { shorten } from '../../../src/page/words/shorten.ts'

describe('A text that is too long', () => {
  it.each([
    ['stays whole if it fits', 'Kremlin', 7, 'Kremlin'],
    ['ends after a word', 'Office of the President of Ukraine', 26, 'Office of the President…'],
    ['ends after the word that just fits', 'White House press secretary', 12, 'White House…'],
    ['loses no whole word that fits', 'White House press secretary', 18, 'White House press…'],
    ['is cut within a word that is half of it', 'Secretary-General of it', 14, 'Secretary-Gen…'],
    ['leaves no comma before the dots', 'To Kyiv, to Moscow', 10, 'To Kyiv…'],
    ['is cut by letters, not by their halves', '🇺🇦🇺🇦🇺🇦', 3, '🇺🇦…'],
    ['is cut where its script has no spaces', '俄罗斯联邦外交部发言人', 6, '俄罗斯联邦…'],
  ])('%s', (_, text, most, short) => {
    expect(shorten(text, most)).toBe(short)
    expect([...short].length).toBeLessThanOrEqual(most)
  })
})
