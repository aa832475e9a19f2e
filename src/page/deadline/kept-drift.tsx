/**
 * The drift chart as of the last whole minute. Its labels take longer to place than all the rest of a
 * page, and at its widest it is 1056 pixels for three days at the least: a quarter of a pixel a minute.
 */
import type { EpochSeconds } from '../../deadline/instant.ts'
import { drawnOnce, lasting } from '../kept-markup.ts'
import { epochOf } from '../spoken.ts'
import { Drift, type DriftProps } from './drift-section.tsx'

const MINUTE = 60

/** A Drift of the last minute, or of what has changed since. */
export function KeptDrift({ view, status, log }: DriftProps) {
  const now = drawnAsOf({ view, status, log })
  const look = ['drift', view.lang, now, lasting(status), log]
  return drawnOnce(look, () => <Drift view={{ ...view, now }} status={status} log={log} />)
}

function drawnAsOf({ view, status, log }: DriftProps): EpochSeconds {
  return Math.max(...turns({ view, status, log }).filter((at) => at <= view.now))
}

/** Where the chart starts to look otherwise, and not only to be longer. */
function turns({ view, status, log }: DriftProps): EpochSeconds[] {
  const written = [log.at(-1)?.reportedAt, status.target].filter((at) => typeof at === 'string')
  return [Math.floor(view.now / MINUTE) * MINUTE, ...written.map(epochOf)]
}
