import { describe, expect, it } from 'vitest'
import { status } from '../../../src/deadline/status.ts'
import { dataBlock, eventOf, spanOf } from '../../../src/page/deadline/event.ts'
import { type Ledger, ledgerOf, pageOf, SHIPPED, viewAt } from '../ledger.ts'

const NOW = '2025-08-10T20:00:00Z'

function eventIn(ledger: Ledger, slug = 'a-deadline', at = NOW): Record<string, unknown> {
  const page = pageOf(ledger, slug, viewAt(at))
  const block = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)
  return JSON.parse(block?.[1] ?? 'null')
}

const said = (when: string | null, day: number) => ({
  ...{ when, zone: 'UTC' },
  reportedAt: `2025-07-${String(day).padStart(2, '0')}T12:00:00Z`,
})
const came = (result: string, day: number) => ({
  ...{ says: 'outcome', outcome: { result }, when: undefined },
  reportedAt: `2025-07-${String(day).padStart(2, '0')}T12:00:00Z`,
})

describe('the span of a date, for machines', () => {
  it.each([
    ['2025-09-02', '2025-09-02', '2025-09-02'],
    ['2025-09-02?', '2025-09-02', '2025-09-02'],
    ['2025-08', '2025-08-01', '2025-08-31'],
    ['2025', '2025-01-01', '2025-12-31'],
    ['2025-08-07/2025-08-09', '2025-08-07', '2025-08-09'],
    ['2025-08/2025-09', '2025-08-01', '2025-09-30'],
    ['../2025-08-31', null, '2025-08-31'],
    ['2025-08-31/..', '2025-08-31', null],
    ['[2025-07-24,2025-07-23]', '2025-07-23', '2025-07-24'],
    ['[2025-07-23,2025-07-24..]', '2025-07-23', null],
    ['2025-07-23T19:00', '2025-07-23T16:00:00Z', '2025-07-23T16:00:00Z'],
    ['2025-07-23T19:00:00Z', '2025-07-23T19:00:00Z', '2025-07-23T19:00:00Z'],
    ['nonsense', null, null],
  ])('%s runs from %s to %s', (when, from, to) => {
    expect(spanOf(when, 'Europe/Istanbul')).toEqual({ from, to })
  })

  it('keeps a time without a zone as the wall clock shows it', () => {
    expect(spanOf('2025-07-23T19:00', null).from).toBe('2025-07-23T19:00')
  })
})

describe('the status of the event', () => {
  it.each([
    ['EventScheduled', undefined, [said('2025-09-02', 1)]],
    ['EventScheduled', undefined, [said('2025-09-02', 1), said('2025-09-02', 2)]],
    ['EventRescheduled', ['2025-09-02'], [said('2025-09-02', 1), said('2025-09-09', 2)]],
    [
      'EventRescheduled',
      ['2025-09-02', '2025-09-09'],
      [said('2025-09-02', 1), said('2025-09-09', 2), said('2025-09-01/2025-09-04', 3)],
    ],
    ['EventRescheduled', ['2025-09-02'], [said('2025-09-02', 1), said('../2025-08-31', 2)]],
    ['EventScheduled', undefined, [said('2025-09-02/2025-09-05', 1), said('2025-09-02', 2)]],
    ['EventPostponed', ['2025-09-02'], [said('2025-09-02', 1), said(null, 2)]],
    [undefined, undefined, [said(null, 1)]],
    [undefined, undefined, []],
    ['EventCancelled', undefined, [said('2025-09-02', 1), came('withdrawn', 2)]],
    [
      'EventCancelled',
      ['2025-09-02'],
      [said('2025-09-02', 1), said('2025-09-09', 2), came('withdrawn', 3)],
    ],
    ['EventScheduled', undefined, [said('2025-07-02', 1), came('met', 3)]],
    [
      'EventRescheduled',
      ['2025-09-02'],
      [said('2025-09-02', 1), came('withdrawn', 2), said('2025-09-09', 3)],
    ],
  ])('is %s, before %j', (name, previous, reports) => {
    const { eventStatus, previousStartDate } = eventIn(ledgerOf({}, ...reports))
    expect(eventStatus).toBe(name && `https://schema.org/${name}`)
    expect(previousStartDate).toEqual(previous)
  })

  it('is cancelled for talks that were', () => {
    const talks = ledgerOf({ kind: 'talks' }, said('2025-09-02', 1), came('cancelled', 2))
    expect(eventIn(talks).eventStatus).toBe('https://schema.org/EventCancelled')
  })
})

describe('a deadline’s page', () => {
  it('carries the whole event, every date that it had included', () => {
    expect(eventIn(SHIPPED, 'russia-50-days')).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Event',
      name: 'End the war in Ukraine within 50 days',
      description: expect.stringContaining('Donald Trump to Vladimir Putin'),
      url: `https://eleventh-hour.example/deadlines/russia-50-days?at=${NOW}`,
      eventStatus: 'https://schema.org/EventRescheduled',
      startDate: '2025-08-08',
      previousStartDate: ['2025-09-02', '2025-08-07'],
      organizer: { name: 'Donald Trump' },
    })
  })

  it('says where, and when it ends, where that is known', () => {
    expect(eventIn(SHIPPED, 'istanbul-round-3', '2025-07-20T00:00:00Z')).toMatchObject({
      location: { '@type': 'Place', name: 'Istanbul' },
      ...{ startDate: '2025-07-21', endDate: '2025-07-27' },
    })
  })
})

describe('a block of data', () => {
  it('cannot be ended by what stands in it, and reads back as it was', () => {
    const name = '</script><!--<script>alert(1)</script>&amp;'
    const { deadlines } = ledgerOf({ title: name })
    const told = status(deadlines[0], [], 0, null)
    const block = dataBlock(eventOf(told, { url: 'https://x.example/', description: name }))
    expect(block).not.toContain('<')
    expect(JSON.parse(block)).toMatchObject({ name, description: name })
  })
})
