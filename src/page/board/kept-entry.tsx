/**
 * Entries as they were drawn. A board has a hundred, and from one second to the next hardly any of
 * them looks different: one that would be drawn as it was is not drawn again.
 */
import { raw } from 'hono/html'
import type { Status } from '../../deadline/status.ts'
import { Recent } from '../../recent.ts'
import { countedIn } from '../claims.tsx'
import { type Count, countAt } from '../count.ts'
import { latelyMoved } from '../lately-moved.tsx'
import type { View } from '../page.ts'
import { countedOf } from '../spoken.ts'
import { ticksOf } from '../strip.tsx'
import { Entry } from './entry.tsx'

interface Props {
  view: View
  status: Status
}

/** Characters: of some thousand entries. */
const MOST_KEPT = 8_000_000

const drawn = new Recent<string>(MOST_KEPT)

/** The same as an Entry. */
export function KeptEntry({ view, status }: Props) {
  const look = JSON.stringify([view.lang, view.asking, lasting(status), clockOf({ view, status })])
  const markup = drawn.get(look) ?? String(<Entry view={view} status={status} />)
  drawn.set(look, markup, look.length + markup.length)
  return raw(markup)
}

/** All of a status that is not counted at the instant that it is of. */
function lasting({ remaining, elapsed, ...status }: Status) {
  return status
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
