/**
 * Entries as they were drawn. A board has a hundred, and from one second to the next hardly any of
 * them looks different: one that would be drawn as it was is not drawn again.
 */
import type { Status } from '../../deadline/status.ts'
import { countedIn } from '../claims.tsx'
import { type Count, countAt } from '../count.ts'
import { drawnOnce, lasting } from '../kept-markup.ts'
import { latelyMoved } from '../lately-moved.tsx'
import type { View } from '../page.ts'
import { countedOf } from '../spoken.ts'
import { ticksOf } from '../strip.tsx'
import { Entry } from './entry.tsx'

interface Props {
  view: View
  status: Status
}

/** The same as an Entry. */
export function KeptEntry({ view, status }: Props) {
  const look = ['entry', view.lang, view.asking, lasting(status), clockOf({ view, status })]
  return drawnOnce(look, () => <Entry view={view} status={status} />)
}

/** What an entry shows of the time: where none of that has changed, none of it has. */
function clockOf({ view, status }: Props) {
  const counts = [countedOf(status), ...status.claims.map((claim) => countedIn(claim, status))]
  return [
    new Date(view.now * 1000).getUTCFullYear(),
    counts.map((counted) => counted && asWritten(countAt(counted, view.now))),
    ticksOf(view, status),
    latelyMoved(status, view.now).length,
  ]
}

const HOUR = 3600

/** Of what takes an hour and more, the seconds are not written. */
function asWritten(count: Count): Count {
  if (!('seconds' in count) || count.seconds < HOUR) return count
  return { ...count, seconds: count.seconds - (count.seconds % 60) }
}
