import { expect, test } from 'vitest'
import { type Act, settingOf } from '../../../src/intake/event/setting.ts'
import { campsOfClause } from '../../../src/intake/speaker/sides.ts'

const campsOf = (words: string) => campsOfClause(words, new Map(), new Set())

/** "Peru > Chile": who sets what a clause tells of, and against whom; null where nobody does alone. */
function setting(clause: string, more: Partial<Act> = {}): string | null {
  const act = { clause, noun: null, subject: '', isUnderAccord: false, ...more }
  const found = settingOf(act, campsOf)
  return found && [found.setters, found.targets].map((sides) => [...sides].join(' ')).join(' > ')
}

test.for<[string, Partial<Act>, string | null]>([
  ['Peru’s tariffs on Chilean goods will take effect', {}, 'Peru > Chile'],
  ['The tariffs will take effect', {}, ' > '],
  ['Peru will close its border with Chile', {}, 'Peru > Chile'],
  ['Chile’s exemption from Peruvian tariffs ends', {}, 'Peru > Chile'],
  ['The waiver that lets Chile import oil ends', {}, ' > Chile'],
  ['The Peruvian parliament will vote', {}, 'Peru > '],
  ['Peruvian troops will leave Chile', {}, 'Peru > Chile'],
  ['Peruvian troops will leave Chile', { isUnderAccord: true }, null],
  ['The troops will leave', {}, null],
  ['Peru will leave the treaty', { subject: 'Peru' }, 'Peru > '],
  ['Peru and Chile will leave the treaty', { subject: 'Peru and Chile' }, null],
  ['Peru will free Chilean prisoners', { subject: 'Peru' }, null],
  ['The truce between Peru and Chile ends', { noun: 'truce' }, null],
  ['Peru will observe a truce', { noun: 'truce' }, 'Peru > '],
  ['Peru has until Friday to file its plan', { subject: 'Peru' }, ' > Peru'],
])('%s %o', ([clause, more, expected]) => {
  expect(setting(clause, more)).toBe(expected)
})
