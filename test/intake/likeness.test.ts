import { describe, expect, test } from 'vitest'
import { type Described, likeliest, likeness, saysNothing } from '../../src/intake/likeness.ts'

function account(title: string, rest: Partial<Described> = {}): Described {
  return {
    ...{ kind: 'talks', title, issuer: null, addressees: [], demand: null, place: null },
    ...{ when: null, ...rest },
  }
}

const FIRST = account('First round of talks in Istanbul', { when: '2025-05-16' })
const THIRD = account('Third round of talks in Istanbul', { addressees: ['Russia', 'Ukraine'] })
const LEADERS = account('Zelensky and Putin meet in person', { addressees: ['Russia'] })

describe('Two accounts of an event', () => {
  test('are alike by what they name, however that is spelt', () => {
    const told = account('Talks: Russian and Ukrainian delegations', { place: 'İstanbul' })
    expect(likeness(told, THIRD)).toBeGreaterThan(0.7)
    expect(likeness(told, account('Talks in Geneva', { place: 'Genève' }))).toBe(0)
  })

  test('are not of one event if they are of two kinds or of two rounds', () => {
    expect(likeness(account(THIRD.title, { kind: 'deadline' }), THIRD)).toBe(0)
    expect(likeness(FIRST, THIRD)).toBe(0)
    expect(likeness(FIRST, FIRST)).toBe(1)
  })

  test('that name nothing are like none', () => {
    for (const title of ['Talks', 'The meeting', 'Negotiations between the']) {
      expect(saysNothing(account(title))).toBe(true)
      expect(likeness(account(title), THIRD)).toBe(0)
    }
    expect(saysNothing(THIRD)).toBe(false)
  })
})

describe('The likeliest of several', () => {
  test('is the one that shares most, or none', () => {
    const among = [FIRST, LEADERS, THIRD]
    expect(likeliest(account('Talks in Istanbul', { addressees: ['Ukraine'] }), among)).toBe(THIRD)
    expect(likeliest(account('Talks in Geneva'), among)).toBe(null)
    expect(likeliest(account('Talks'), among)).toBe(null)
    expect(likeliest(THIRD, [])).toBe(null)
  })

  test('is the one of that very date, where there is one', () => {
    const told = account('Talks: Istanbul', { place: 'Istanbul', when: '2025-05-16' })
    expect(likeliest(told, [THIRD, FIRST])).toBe(FIRST)
    expect(likeliest({ ...told, when: '2025-05-17' }, [THIRD, FIRST])).toBe(THIRD)
  })
})
