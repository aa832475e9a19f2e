import { describe, expect, test } from 'vitest'
import type { Change } from '../../../src/deadline/change.ts'
import type { LedgerEvent } from '../../../src/ledger/events.ts'
import { cutToFit } from '../../../src/timekeeper/push/cut.ts'
import { sendingOf } from '../../../src/timekeeper/push/message.ts'
import { isTooMany, withShown } from '../../../src/timekeeper/push/most.ts'

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length

describe('A message that is too long', () => {
  test('keeps what fits', () => {
    const message = { title: 'Leave the island', body: 'Put off.', url: 'https://a.example/' }
    expect(cutToFit(message, 200)).toBe(message)
  })

  test.each([
    ['at a word’s end', 'word '.repeat(2000), /^(word )+…$/],
    ['between letters where there is none', 'я'.repeat(5000), /^я+ …$/],
    ['never within a letter', '👩‍👩‍👧'.repeat(500), /^(👩‍👩‍👧)+ …$/u],
  ])('is cut %s', (_, body, cut) => {
    const fitted = cutToFit({ title: 'A title', body, id: 'x' }, 3900)
    expect(fitted.body).toMatch(cut)
    expect(fitted.title).toBe('A title')
    expect(bytes(fitted)).toBeLessThanOrEqual(3900)
    expect(bytes(fitted)).toBeGreaterThan(3800)
  })

  test('loses of its title only what leaves no room for a body', () => {
    const fitted = cutToFit({ title: 'long '.repeat(2000), body: 'short '.repeat(2000) }, 3900)
    expect(fitted.title).toMatch(/^(long )+…$/)
    expect(fitted.body).toMatch(/^(short )+…$/)
    expect(bytes(fitted)).toBeLessThanOrEqual(3900)
    expect(Math.abs(fitted.title.length - fitted.body.length)).toBeLessThan(100)
  })
})

const AT = 1_753_128_000
const HOUR = 3600
const DAY = 24 * HOUR

function event(events: LedgerEvent['events'], change: Partial<Change>): LedgerEvent {
  const told = { at: AT, milestone: null, target: null, ...change } as Change
  return {
    ...{ seq: 1, id: 'e', deadline: 'd', topic: null },
    events,
    isTold: true,
    recordedAt: AT,
    head: null,
    change: told,
  }
}

const milestone = (name: '30d' | '24h' | '1h', left: number) =>
  event(['milestone'], { milestone: name, target: AT + left })

describe('How it is sent', () => {
  test.each([
    ['an hour left, until it is up', milestone('1h', HOUR), 0, HOUR],
    ['a day left, late', milestone('24h', DAY), 9 * HOUR, 15 * HOUR],
    ['thirty days left, a week', milestone('30d', 30 * DAY), 0, 7 * DAY],
    ['a move, a week', event(['moved'], { target: AT + DAY }), 0, 7 * DAY],
    ['what is stale, a minute', milestone('1h', HOUR), 2 * HOUR, 60],
  ])('%s', async (_, told, late, ttl) => {
    expect((await sendingOf(told, AT + late)).ttl).toBe(ttl)
  })

  test.each([
    [milestone('30d', 30 * DAY), 'normal'],
    [milestone('24h', DAY), 'high'],
    [event(['contested'], {}), 'normal'],
    [event(['outcome'], {}), 'high'],
    [event(['moved', 'contested'], {}), 'high'],
  ])('as urgent as it is', async (told, urgency) => {
    expect((await sendingOf(told, AT)).urgency).toBe(urgency)
  })

  test('under a topic of its deadline’s own, as RFC 8030 allows it', async () => {
    const of = async (slug: string) =>
      (await sendingOf({ ...event([], {}), deadline: slug }, AT)).topic
    const long = 'a-very-long-name-of-a-deadline-of-which-a-push-service-would-not-hear'
    expect(await of(long)).toMatch(/^[\w-]{1,32}$/)
    expect(await of(long)).toBe(await of(long))
    expect(await of('other')).not.toBe(await of(long))
  })
})

describe('More than enough for a day', () => {
  const shown = { day: '2025-07-21', events: ['a', 'b'] }
  const today = { shown, day: '2025-07-21', most: 2 }
  const moved = (id: string) => ({ id, events: ['moved' as const] })

  test.each([
    ['the third of two', moved('c'), today, true],
    ['the third of three', moved('c'), { ...today, most: 3 }, false],
    ['one that was counted before', moved('b'), today, false],
    ['an outcome', { id: 'c', events: ['outcome' as const] }, today, false],
    ['the first of the next day', moved('c'), { ...today, day: '2025-07-22' }, false],
    ['the first of all', moved('c'), { ...today, shown: null }, false],
  ])('is %s: %j', (_, told, limits, isOver) => {
    expect(isTooMany(told, limits)).toBe(isOver)
  })

  test('is counted once for each event, and from the beginning each day', () => {
    expect(withShown(shown, '2025-07-21', moved('b'))).toEqual(shown)
    expect(withShown(shown, '2025-07-22', moved('b'))).toEqual({ day: '2025-07-22', events: ['b'] })
  })
})
