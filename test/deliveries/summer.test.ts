import { expect, test } from 'vitest'
import { liveThrough } from './summer.ts'

/** `npm run test:summer` kills it a hundred times. */
const KILLS = Number(process.env.KILLS ?? 5)
const SEED = Number(process.env.SEED ?? Math.ceil(Math.random() * 1_000_000))

test(
  `Through the summer of 2025, everybody is told of everything once and in time, though the tracker is killed ${KILLS} times`,
  async () => {
    const { webhook, strange } = await liveThrough(KILLS, SEED)
    const seen = {
      seed: SEED,
      strange,
      never: [] as string[],
      late: [] as unknown[],
      twice: [] as unknown[],
    }
    for (const { happening, late, times } of webhook) {
      const what = `${new Date(happening.at).toISOString()} ${happening.id}`
      if (late === null) seen.never.push(what)
      else if (late > 2000) seen.late.push([what, late])
      if (times > 1) seen.twice.push([what, times])
    }
    expect(webhook).toHaveLength(28)
    // Whoever is killed between an answer and its being written down has to ask again.
    expect(seen.twice.length).toBeLessThanOrEqual(KILLS)
    expect(seen).toEqual({ ...seen, strange: [], never: [], late: [] })
  },
  30 * 60_000,
)
