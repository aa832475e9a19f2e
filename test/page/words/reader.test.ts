import { describe, expect, it } from 'vitest'
import { en } from '../../../src/page/words/en.ts'
import { writeForReader } from '../../../src/page/words/reader.ts'

const at = (instant: string) => Date.parse(instant) / 1000
const DAY = { opens: at('2025-09-02T04:00:00Z'), closes: at('2025-09-03T04:00:00Z') }
const TALKS = { opens: at('2025-07-22T21:00:00Z'), closes: at('2025-07-23T21:00:00Z') }
const EXACT = { opens: at('2025-07-23T16:00:00Z'), closes: at('2025-07-23T16:00:00Z') }

describe('where the reader is', () => {
  it('a deadline ends on the reader’s own clock', () => {
    const spoken = { ...DAY, to: 'closes', zone: 'America/New_York' } as const
    expect(writeForReader(en.reader, spoken, 'Europe/Kiev')).toBe(
      'where you are: until Wednesday 3 September, 07:00 (Kyiv)',
    )
  })

  it('a day of talks has both its ends', () => {
    const spoken = { ...TALKS, to: 'opens', zone: 'Europe/Istanbul' } as const
    expect(writeForReader(en.reader, spoken, 'America/New_York')).toBe(
      'where you are: Tuesday 22 July, 17:00 to Wednesday 23 July, 17:00 (New York)',
    )
  })

  it('an instant is an instant', () => {
    const spoken = { ...EXACT, to: 'opens', zone: 'Europe/Istanbul' } as const
    expect(writeForReader(en.reader, spoken, 'Asia/Tokyo')).toBe(
      'where you are: Thursday 24 July, 01:00 (Tokyo)',
    )
  })

  it('nothing is added where the clocks show the same, whatever the zones are called', () => {
    const spoken = { ...TALKS, to: 'opens', zone: 'Europe/Istanbul' } as const
    expect(writeForReader(en.reader, spoken, 'Europe/Moscow')).toBeNull()
  })

  it('nothing is said of an end that there is not', () => {
    const spoken = { opens: DAY.opens, closes: null, to: 'closes', zone: 'UTC' } as const
    expect(writeForReader(en.reader, spoken, 'Asia/Tokyo')).toBeNull()
  })
})
