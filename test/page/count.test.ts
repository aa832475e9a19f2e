import { describe, expect, it } from 'vitest'
import { parseEdtf } from '../../src/deadline/edtf.ts'
import { resolveWindow } from '../../src/deadline/window.ts'
import { type Counted, countAt } from '../../src/page/count.ts'
import { countFigures, countText, splitSeconds } from '../../src/page/words/count.ts'
import { en } from '../../src/page/words/en.ts'

function counted(when: string, zone: string | null, to: Counted['to'] = 'closes'): Counted {
  const edtf = parseEdtf(when)
  if (!edtf.ok) throw new Error(edtf.why)
  return { ...resolveWindow(edtf.value, zone), zone, to }
}

const at = (instant: string) => Date.parse(instant) / 1000
const large = (count: ReturnType<typeof countAt>) =>
  countFigures(en.count, count)
    .map(({ figure, unit }) => `${figure} ${unit}`.trim())
    .join(' · ')

const NEW_YORK = 'America/New_York'
const ISTANBUL = 'Europe/Istanbul'

describe('a count', () => {
  it.each([
    ['a day', '2025-09-02', NEW_YORK, 'closes', '2025-07-21T20:00:00Z', '43 days', 'in 43 days'],
    [
      'the day before',
      '2025-09-02',
      NEW_YORK,
      'closes',
      '2025-09-01T23:00:00-04:00',
      '1 day',
      'in 1 day',
    ],
    [
      'the day itself',
      '2025-09-02',
      NEW_YORK,
      'closes',
      '2025-09-02T08:30:00-04:00',
      '15 hours · 30 minutes',
      'in 15 hours 30 minutes',
    ],
    [
      'its last minute',
      '2025-09-02',
      NEW_YORK,
      'closes',
      '2025-09-02T23:59:20-04:00',
      '0 minutes',
      'in 40 seconds',
    ],
    [
      'a day that is over',
      '2025-09-02',
      NEW_YORK,
      'closes',
      '2025-09-03T00:00:00-04:00',
      'Time is up no outcome recorded',
      'time is up',
    ],
    ['talks ahead', '2025-07-23', ISTANBUL, 'opens', '2025-07-21T20:00:00Z', '2 days', 'in 2 days'],
    [
      'talks on their day',
      '2025-07-23',
      ISTANBUL,
      'opens',
      '2025-07-23T09:00:00Z',
      'Today',
      'today',
    ],
    [
      'an instant',
      '2025-07-23T19:00',
      ISTANBUL,
      'opens',
      '2025-07-21T20:00:00Z',
      '1 day · 20 hours · 00 minutes · 00 seconds',
      'in 1 day 20 hours',
    ],
    [
      'an instant today',
      '2025-07-23T19:00',
      ISTANBUL,
      'opens',
      '2025-07-23T15:59:05Z',
      '55 seconds',
      'in 55 seconds',
    ],
    [
      'an instant that is reached',
      '2025-07-23T19:00',
      ISTANBUL,
      'opens',
      '2025-07-23T16:00:00Z',
      'Time is up no outcome recorded',
      'time is up',
    ],
    [
      'some days',
      '2025-08-07/2025-08-09',
      NEW_YORK,
      'closes',
      '2025-07-28T20:00:00Z',
      '10–12 between 10 and 12 days',
      'in 10 to 12 days',
    ],
    [
      'some days, once they began',
      '2025-08-07/2025-08-09',
      NEW_YORK,
      'closes',
      '2025-08-08T12:00:00Z',
      '1 day at most',
      'at most 1 day',
    ],
    [
      'some days, on the last',
      '2025-08-07/2025-08-09',
      NEW_YORK,
      'closes',
      '2025-08-09T12:00:00Z',
      '16 hours · 00 minutes',
      'in 16 hours',
    ],
    [
      'by some day',
      '../2025-08-31',
      'Europe/Kyiv',
      'opens',
      '2025-07-30T20:00:00Z',
      '32 days at most',
      'at most 32 days',
    ],
    [
      'from some day on',
      '2025-09-02/..',
      'UTC',
      'closes',
      '2025-08-31T12:00:00Z',
      '2 days at least',
      'at least 2 days',
    ],
    [
      'from some day on, since then',
      '2025-09-02/..',
      'UTC',
      'closes',
      '2025-10-01T12:00:00Z',
      'Any day now',
      'any day now',
    ],
    [
      'a day of 25 hours',
      '2025-11-02',
      NEW_YORK,
      'closes',
      '2025-11-02T00:00:00-04:00',
      '25 hours',
      '',
    ],
    [
      'many days',
      '2035-01-01',
      'UTC',
      'closes',
      '2025-01-01T00:00:00Z',
      '3652 days',
      'in 3652 days',
    ],
  ] as const)('%s', (_name, when, zone, to, now, figures, text) => {
    const count = countAt(counted(when, zone, to), at(now))
    if (text === '') expect(count).toEqual({ form: 'hours', seconds: 25 * 3600 })
    else expect([large(count), countText(en.count, count)]).toEqual([figures, text])
  })

  it('of a day is of its zone: in the evening in New York it is still one day to the 2nd', () => {
    expect(countAt(counted('2025-09-02', NEW_YORK), at('2025-09-02T03:59:59Z'))).toEqual({
      ...{ form: 'days', days: 1 },
    })
  })
})

describe('seconds', () => {
  it.each([
    [0, [0, 0, 0, 0]],
    [59, [0, 0, 0, 59]],
    [90_061, [1, 1, 1, 1]],
    [86_399.9, [0, 23, 59, 59]],
    [-5, [0, 0, 0, 0]],
  ])('%d are split without rounding up, and never below nothing', (seconds, parts) => {
    expect(splitSeconds(seconds).map(([, value]) => value)).toEqual(parts)
  })
})
