import { dayCount, daysInRange, issueInstant } from '../deadline/remaining.ts'
import type { Status } from '../deadline/status.ts'
import { Dated, tacitStyle } from './date.tsx'
import { acrossOf } from './mirror.ts'
import type { View } from './page.ts'
import { Sentence } from './sentence.tsx'
import { windowOf } from './spoken.ts'
import { wordsFor } from './words/words.ts'

/** Beyond this, a tick is a week. */
const MOST_DAYS = 90

/** "Day 7 of 50": a tick a day, the spent ones taller and dark, the days in doubt hollow. */
export function Strip({ view, status }: { view: View; status: Status }) {
  const counted = ticksOf(view, status)
  if (!counted) return null
  const { day, of, ticks, spent, sure } = counted
  const { phrase } = wordsFor(view)
  return (
    <figure class="strip">
      <svg
        width="100%"
        height="28"
        viewBox={`0 0 ${ticks} 28`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <Ticks view={view} of={ticks} from={0} until={spent} kind="spent" />
        <Ticks view={view} of={ticks} from={spent} until={sure} kind="left" />
        <Ticks view={view} of={ticks} from={sure} until={ticks} kind="doubtful" />
      </svg>
      <figcaption>
        <Dated view={view} when={status.issuedAt} style={tacitStyle(view)} />{' '}
        <span class="strip-day">
          <Sentence of={phrase.dayOf} places={{ day: String(day), of: String(of) }} />
        </span>{' '}
        <Dated view={view} when={status.when} zone={status.zone} style={tacitStyle(view)} />
      </figcaption>
    </figure>
  )
}

interface TicksProps {
  view: View
  of: number
  from: number
  until: number
  kind: 'spent' | 'left' | 'doubtful'
}

/**
 * A run of ticks: one line, which the sheet breaks into as many dashes as it is units long. The
 * drawing is stretched to whatever width it gets, and the dashes with it.
 */
function Ticks({ view, of, from, until, kind }: TicksProps) {
  if (from === until) return null
  const isMirrored = acrossOf(wordsFor(view)).sign < 0
  const at = (tick: number) => (isMirrored ? of - tick : tick)
  const line = `M${at(from)} 14H${at(until)}`
  return (
    <>
      <path class={`ticks ${kind}`} d={line} />
      {kind === 'doubtful' && <path class="ticks hollow" d={line} />}
    </>
  )
}

/** How many ticks there are, and until which of them they are spent, and then sure. */
export function ticksOf(view: View, status: Status) {
  const counted = daysOf(view, status)
  if (!counted) return null
  const { day, of, doubtful } = counted
  const perTick = of > MOST_DAYS ? 7 : 1
  const ticks = Math.ceil(of / perTick)
  const spent = day < of ? Math.floor(day / perTick) : ticks
  const sure = Math.max(spent, ticks - Math.ceil(doubtful / perTick))
  return { day, of, ticks, spent, sure }
}

/** Null for what was never issued, and for talks: nobody's patience runs out by them. */
function daysOf(view: View, { kind, issuedAt, zone, window, phase }: Status) {
  if (kind === 'talks' || !window || phase === 'closed') return null
  const issued = issueInstant(issuedAt, zone)
  const bounds = windowOf(window)
  const counted = issued === null ? null : dayCount(issued, bounds, zone, view.now)
  if (!counted || issued === null) return null
  const range = daysInRange(bounds, zone, view.now)
  const doubtful =
    range && range.least !== null && range.most !== null ? range.most - range.least + 1 : 0
  return { ...counted, doubtful }
}
