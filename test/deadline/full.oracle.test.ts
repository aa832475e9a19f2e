/**
 * The whole oracle: every zone that the runtime knows, every clock change to 2037.
 * Takes minutes, so it runs by itself: `npm run test:oracle`.
 */
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { clockChanges as changesFound } from '../../src/deadline/zone.ts'
import { edtfText, spanOfOurs, spanOfTheirs } from './oracle/edtf-library.ts'
import { assertIn, FAR_PROPERTIES, mustAgree, PROPERTIES } from './oracle/properties.ts'
import { changesIn, changesOf } from './oracle/sweep.ts'
import { ALL_ZONES, clockChanges } from './oracle/zones.ts'

const CASES_IN_A_ZONE = 60
const SEED = 11

const started = performance.now()
let compared = 0

afterAll(() => {
  const changes = ALL_ZONES.reduce((sum, zone) => sum + clockChanges(zone).length, 0)
  const seconds = Math.round((performance.now() - started) / 1000)
  console.log(
    `${compared} cases against Temporal, in ${ALL_ZONES.length} zones with ${changes} clock changes, in ${seconds} s`,
  )
})

describe('against Temporal, in every zone', () => {
  test('agrees around every clock change, from the first to those of 2037', () => {
    for (const zone of ALL_ZONES) {
      for (const comparison of changesOf(zone)) {
        mustAgree(comparison)
        compared += 1
      }
    }
    expect(compared).toBeGreaterThan(100_000)
  })

  test('finds every clock change, and no other', () => {
    const [from, until] = [Date.UTC(1840, 0) / 1000, Date.UTC(2038, 0) / 1000]
    for (const zone of ALL_ZONES) {
      expect([zone, changesFound(zone, from, until)]).toEqual([zone, changesIn(zone, from, until)])
    }
  })

  test.for([...PROPERTIES, ...FAR_PROPERTIES])('$name', (property) => {
    for (const [index, zone] of ALL_ZONES.entries()) {
      assertIn(zone, property, CASES_IN_A_ZONE, SEED + index)
      compared += CASES_IN_A_ZONE
    }
  })
})

describe('against the edtf package', () => {
  test('reads and refuses the same dates, and gives them the same span', () => {
    fc.assert(
      fc.property(edtfText, (text) => {
        expect(spanOfOurs(text)).toEqual(spanOfTheirs(text))
      }),
      { numRuns: 30_000, seed: SEED },
    )
  })
})
