/** The fast part of the oracle; all of it is in full.oracle.test.ts. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { edtfText, spanOfOurs, spanOfTheirs } from './oracle/edtf-library.ts'
import { assertIn, PROPERTIES } from './oracle/properties.ts'
import { NOTABLE_ZONES } from './oracle/zones.ts'

const CASES_IN_A_ZONE = 20
const SEED = 20_250_721

describe('against Temporal, in zones whose clocks did what clocks do', () => {
  test.for(PROPERTIES)('$name', (property) => {
    for (const [index, zone] of NOTABLE_ZONES.entries()) {
      assertIn(zone, property, CASES_IN_A_ZONE, SEED + index)
    }
  })
})

describe('against the edtf package', () => {
  test('reads and refuses the same dates, and gives them the same span', () => {
    fc.assert(
      fc.property(edtfText, (text) => {
        expect(spanOfOurs(text)).toEqual(spanOfTheirs(text))
      }),
      { numRuns: 1000, seed: SEED },
    )
  })
})
