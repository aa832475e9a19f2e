import { expect, test } from 'vitest'
import { AUDIENCE } from './audience.ts'
import { liveThrough, type Told } from './summer.ts'

/** `npm run test:summer` kills it a hundred times. */
const KILLS = Number(process.env.KILLS ?? 5)
const SEED = Number(process.env.SEED ?? Math.ceil(Math.random() * 1_000_000))

test(
  `Through the summer of 2025, everybody is told of everything once and in time, though the tracker is killed ${KILLS} times`,
  async () => {
    const { told, again, strange } = await liveThrough(KILLS, SEED)
    const what = ({ ear, happening: { at, id } }: Told) =>
      `${ear} ${new Date(at).toISOString()} ${id}`
    const never = told.filter(({ late }) => late === null).map(what)
    const late = told
      .filter(({ late }) => Number(late) > 2000)
      .map((each) => [what(each), each.late])
    expect({ never, late, strange }, `SEED=${SEED}`).toEqual({ never: [], late: [], strange: [] })
    const timesTold = AUDIENCE.map((name) => told.filter(({ ear }) => ear === name).length)
    expect(timesTold).toEqual([28, 34, 34])
    // Whoever is killed between an answer and its being written down has to ask again; who listens says how far it has heard.
    expect(again.live).toBe(0)
    expect(Math.max(again.webhook, again.websub)).toBeLessThanOrEqual(KILLS)
  },
  30 * 60_000,
)
