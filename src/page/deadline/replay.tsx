import { formatInstant } from '../../deadline/instant.ts'
import type { Status } from '../../deadline/status.ts'
import { deadlinePath } from '../../href.ts'
import { Day, writeInstant } from '../date.tsx'
import { type Across, acrossOf } from '../mirror.ts'
import type { View } from '../page.ts'
import { round } from '../scale.ts'
import { epochOf } from '../spoken.ts'
import { Step } from '../step.tsx'
import { fill } from '../words/template.ts'
import { wordsFor } from '../words/words.ts'
import { momentAt, type Stop, stopsOf } from './moments.ts'

interface Props {
  view: View
  status: Status
  /** Oldest first. */
  moments: string[]
}

/**
 * The deadline as it was known at each moment at which something was reported: a track of links,
 * each as wide as it is nearest, so that the track is pressed anywhere. Nothing for a single moment.
 */
export function Replay({ view, status, moments }: Props) {
  if (moments.length < 2) return null
  const { phrase } = wordsFor(view)
  const instants = moments.map(epochOf)
  const current = momentAt(instants, view.now)
  const step = (position: number) =>
    position !== current && position in instants ? pathAt(view, status, instants[position]) : null
  const [first, last] = [moments[0], moments[moments.length - 1]]
  return (
    <nav class="replay" aria-label={phrase.replay}>
      <span class="steps">
        <Step to="first" href={step(0)} name={phrase.first} />
        <Step to="previous" href={step(current - 1)} name={phrase.previous} />
      </span>
      <div class="replay-middle">
        <Track view={view} status={status} instants={instants} current={current} />
        <p class="replay-caption">
          <Day view={view} at={first} month="short" />{' '}
          <span class="replay-at">
            {current < 0
              ? phrase.replayBefore
              : writeStop(view, instants[current], current + 1, moments.length)}
          </span>{' '}
          <Day view={view} at={last} month="short" />
        </p>
      </div>
      <span class="steps">
        <Step to="next" href={step(current + 1)} name={phrase.next} />
        <Step to="last" href={step(moments.length - 1)} name={phrase.last} />
      </span>
    </nav>
  )
}

function pathAt(view: View, { slug }: Status, at: number): string {
  return deadlinePath(slug, '', { ...view.asking, at: formatInstant(at) })
}

function writeStop(view: View, at: number, index: number, of: number): string {
  return fill(wordsFor(view).phrase.replayAt, { at: writeInstant(view, at), index, of })
}

interface TrackProps {
  view: View
  status: Status
  instants: number[]
  current: number
}

const HEIGHT = 28

function Track({ view, status, instants, current }: TrackProps) {
  const keep = [
    ...status.moves.map((move) => epochOf(move.at)),
    ...(status.outcome ? [epochOf(status.outcome.reportedAt)] : []),
    ...instants.slice(Math.max(current, 0), current + 1),
  ]
  const across = acrossOf(wordsFor(view))
  const stops = stopsOf(instants, new Set(keep))
  return (
    <svg class="track" width="100%" height={HEIGHT}>
      <title>{wordsFor(view).phrase.replay}</title>
      <line class="rail" x1="0" x2="100%" y1={HEIGHT / 2} y2={HEIGHT / 2} />
      {stops.map((stop) => (
        <StopLink
          across={across}
          stop={stop}
          href={pathAt(view, status, stop.at)}
          name={writeStop(view, stop.at, stop.index, instants.length)}
          side={stop.index - 1 - current}
        />
      ))}
    </svg>
  )
}

interface StopProps {
  across: Across
  stop: Stop
  href: string
  name: string
  /** Below 0: before the moment that is shown; 0: that one; above: after it. */
  side: number
}

/** Ticks are drawn as in the strip of days: what is spent is dark. */
function StopLink({ across, stop, href, name, side }: StopProps) {
  const kind = side === 0 ? 'current' : side < 0 ? 'before' : 'after'
  const half = side === 0 ? 13 : 7
  const [x, width] = [across.at(stop.x), round(stop.until - stop.from)]
  return (
    <a
      class={`stop ${kind}`}
      href={href}
      rel="nofollow"
      aria-label={name}
      aria-current={side === 0 ? 'time' : undefined}
    >
      <title>{name}</title>
      <rect
        class="reach"
        x={across.left(stop.from, width)}
        y="0"
        width={`${width}%`}
        height={HEIGHT}
      />
      <line x1={x} x2={x} y1={HEIGHT / 2 - half} y2={HEIGHT / 2 + half} />
    </a>
  )
}
