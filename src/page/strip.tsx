import { dayCount, daysInRange, issueInstant } from '../deadline/remaining.ts'
import type { Status } from '../deadline/status.ts'
import { Dated, tacitStyle } from './date.tsx'
import { acrossOf } from './mirror.ts'
import type { View } from './page.ts'
import { Sentence } from './sentence.tsx'
import { windowOf } from './spoken.ts'
import { fill } from './words/template.ts'
import { wordsFor } from './words/words.ts'

/** Beyond this, a tick is a week. */
const MOST_DAYS = 90

/** "Day 7 of 50": a tick a day, the spent ones taller and dark, the days in doubt hollow. */
export function Strip({ view, status }: { view: View; status: Status }) {
  const counted = daysOf(view, status)
  if (!counted) return null
  const { day, of, doubtful } = counted
  const { phrase } = wordsFor(view)
  const perTick = of > MOST_DAYS ? 7 : 1
  const ticks = Array.from({ length: Math.ceil(of / perTick) }, (_, index) => (index + 1) * perTick)
  return (
    <figure class="strip">
      <svg width="100%" height="28" role="img" aria-label={fill(phrase.dayOf, { day, of })}>
        {ticks.map((last, index) => (
          <Tick
            view={view}
            index={index}
            of={ticks.length}
            kind={last <= day ? 'spent' : last > of - doubtful ? 'doubtful' : 'left'}
          />
        ))}
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

/** Per cent of the width, so that the strip is drawn for whatever width it gets. */
function Tick({
  view,
  index,
  of,
  kind,
}: {
  view: View
  index: number
  of: number
  kind: 'spent' | 'left' | 'doubtful'
}) {
  const step = 100 / of
  const across = acrossOf(wordsFor(view))
  const width = step * 0.68
  const [y, height] = kind === 'spent' ? [0, 28] : [7, 14]
  return (
    <rect
      class={`tick ${kind}`}
      x={across.left(index * step, width)}
      y={y}
      width={percent(width)}
      height={height}
    />
  )
}

function percent(share: number): string {
  return `${Math.round(share * 100) / 100}%`
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
