/** Ledgers as they might be: few sources, few dates and few instants, so that they meet. */
import fc from 'fast-check'
import type { Report, Source } from '../../src/deadline/report.ts'
import type { When } from '../../src/deadline/when.ts'
import {
  ankara,
  at,
  daily,
  desk,
  issuer,
  kyiv,
  moscow,
  nameless,
  says,
  source,
  uuid,
} from './reports.ts'

const FIRST = at('2025-07-14T00:00:00Z')
const SLOT = 12 * 3600
export const SLOTS = 20

/** The instant of a slot, half a day apart from the next. */
export function slotInstant(slot: number): number {
  return FIRST + slot * SLOT
}

function written(slot: number): string {
  return new Date(slotInstant(slot) * 1000).toISOString().replace('.000Z', 'Z')
}

const someSource: fc.Arbitrary<Source> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(kyiv, moscow, ankara) },
  { weight: 2, arbitrary: fc.constantFrom(desk, issuer) },
  { weight: 3, arbitrary: fc.constantFrom(daily, nameless, source('anonymous', nameless.name)) },
)

const someWhen: fc.Arbitrary<When> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 6, arbitrary: fc.integer({ min: 20, max: 26 }).map((day) => `2025-07-${day}`) },
  {
    weight: 4,
    arbitrary: fc.constantFrom<When>(
      '2025-07-23T19:00',
      '2025-07-23T16:00:00Z',
      '2025-07-23?',
      '2025-07~',
      '2025-07',
      '2025-07-21/2025-07-27',
      '[2025-07-22,2025-07-24]',
      '../2025-07-25',
      '2025-07-24/..',
      { in: 'P9D', from: '2025-07-14' },
      { in: 'PT48H', from: '2025-07-21' },
    ),
  },
)

const someZone = fc.constantFrom('Europe/Istanbul', 'UTC', 'America/New_York', null)

interface Seed {
  kind: 'date' | 'outcome' | 'note' | 'retraction'
  by: Source
  when: When
  zone: string | null
  slot: number
  recorded: number
  named: number
  tieBreaker: number
}

const seed: fc.Arbitrary<Seed> = fc.record({
  kind: fc.oneof(
    { weight: 12, arbitrary: fc.constant<'date'>('date') },
    { weight: 3, arbitrary: fc.constantFrom<Seed['kind']>('outcome', 'note', 'retraction') },
  ),
  by: someSource,
  when: someWhen,
  zone: someZone,
  slot: fc.integer({ min: 0, max: SLOTS }),
  recorded: fc.integer({ min: 0, max: SLOTS }),
  named: fc.nat(),
  tieBreaker: fc.integer({ min: 0, max: 999_999 }),
})

/** Up to a dozen reports, retractions of any of them among these. */
export const someReports: fc.Arbitrary<Report[]> = fc
  .uniqueArray(seed, { maxLength: 12, selector: ({ tieBreaker }) => tieBreaker })
  .map((seeds) => {
    const ids = seeds.map(({ tieBreaker }) => uuid(tieBreaker))
    return seeds.map((each, index) => reportOf(each, ids[index], ids[each.named % ids.length]))
  })

export const someNow: fc.Arbitrary<number> = fc
  .integer({ min: -1, max: 2 * SLOTS })
  .map((half) => FIRST + (half * SLOT) / 2)

function reportOf({ kind, by, when, zone, slot, recorded }: Seed, id: string, named: string) {
  const more = { id, zone, recordedAt: written(recorded) }
  if (kind === 'date') return says.date(by, written(slot), when, more)
  if (kind === 'outcome') return says.outcome(by, written(slot), {}, more)
  if (kind === 'note') return says.note(by, written(slot), 'A note', more)
  return {
    ...says.retraction(by, written(slot), says.note(by, written(slot), '')),
    ...more,
    retracts: named,
  }
}
