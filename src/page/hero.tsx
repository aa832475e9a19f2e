import type { Status } from '../deadline/status.ts'
import { deadlinePath } from '../href.ts'
import { Claims } from './claims.tsx'
import { Countdown, countData } from './countdown.tsx'
import { LatelyMoved } from './lately-moved.tsx'
import type { View } from './page.ts'
import { Eyebrow, Parties } from './parties.tsx'
import { Recorded } from './recorded.tsx'
import { countedOf } from './spoken.ts'
import { DateLine, OrElse, Sureness, WasDue } from './standing.tsx'
import { Strip } from './strip.tsx'
import { wordsFor } from './words/words.ts'

interface Props {
  view: View
  status: Status
  /** On the board the title leads to the deadline's own page. */
  linked: boolean
  /** Under a heading of the page's own, it is the second. */
  level?: 'h1' | 'h2'
}

/** A deadline at full size: the number first, then why to believe it. */
export function Hero({ view, status, linked, level: Heading = 'h1' }: Props) {
  const { slug } = status
  const title = <Recorded>{status.title}</Recorded>
  return (
    <article class="hero" {...countData(countedOf(status))}>
      <div class="hero-words">
        <Eyebrow view={view} status={status} linksTopic={!linked} />
        <Heading>
          {linked ? <a href={deadlinePath(slug, '', view.asking)}>{title}</a> : title}
        </Heading>
        <p class="who">
          <Parties view={view} status={status} />
          <OrElse view={view} status={status} />
        </p>
        {status.phase !== 'closed' && <Sureness view={view} status={status} />}
        {isAhead(status) && status.certainty !== 'contested' && (
          <DateLine view={view} status={status} />
        )}
        <LatelyMoved view={view} status={status} />
      </div>
      <div class="hero-count">
        <Figures view={view} status={status} />
        <Strip view={view} status={status} />
      </div>
      {linked && status.claims.length > 1 && <Claims view={view} status={status} />}
    </article>
  )
}

function isAhead({ phase }: Status): boolean {
  return phase === 'upcoming' || phase === 'due'
}

/** The number; or in its place that there is none, that time is up, or what came of it. */
function Figures({ view, status }: Pick<Props, 'view' | 'status'>) {
  const words = wordsFor(view)
  const counted = countedOf(status)
  if (status.outcome && status.phase === 'closed') {
    const { result, consequence } = status.outcome
    return (
      <Word
        figure={words.result[result]}
        unit={consequence ? words.consequence[consequence] : ''}
      />
    )
  }
  if (!counted) return <Word figure={words.phrase.noDate} unit="" />
  return (
    <>
      <Countdown view={view} counted={counted} />
      {status.phase === 'passed' && <WasDue view={view} status={status} />}
    </>
  )
}

function Word({ figure, unit }: { figure: string; unit: string }) {
  return (
    <p class="figures">
      <span class="figure word">
        <span class="value">{figure}</span>
        {unit && ' '}
        {unit && <span class="unit">{unit}</span>}
      </span>
    </p>
  )
}
