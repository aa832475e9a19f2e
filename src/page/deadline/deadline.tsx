import type { Report } from '../../deadline/report.ts'
import type { Status } from '../../deadline/status.ts'
import { absolute, deadlinePath, embedPath, oembedPath } from '../../href.ts'
import { writeWhole } from '../brief.ts'
import { Claims } from '../claims.tsx'
import { Colophon } from '../colophon.tsx'
import { Day } from '../date.tsx'
import { Frame } from '../frame.tsx'
import { Hero } from '../hero.tsx'
import { Moved } from '../moved.tsx'
import { Outcome } from '../outcome.tsx'
import type { View } from '../page.ts'
import { writeParties } from '../parties.tsx'
import { Sentence } from '../sentence.tsx'
import { Source } from '../source.tsx'
import { fill } from '../words/template.ts'
import { wordsFor } from '../words/words.ts'
import { dataBlock, eventOf } from './event.ts'
import { KeptDrift } from './kept-drift.tsx'
import { Log } from './log.tsx'
import { Replay } from './replay.tsx'
import { Terms } from './terms.tsx'

interface Props {
  view: View
  status: Status
  /** Oldest first, as far as is asked for. */
  log: Report[]
  /** Every instant at which something was reported, whatever is asked for. */
  moments: string[]
}

/** All that is known of one deadline. */
export function DeadlinePage({ view, status, log, moments }: Props) {
  const { phrase } = wordsFor(view)
  const { slug, title } = status
  const url = absolute(view.site.url, deadlinePath(slug, '', view.asking))
  const description = describe(view, status)
  const links = [
    { href: deadlinePath(slug, '.atom', view.asking), name: phrase.atom },
    { href: deadlinePath(slug, '.json', view.asking), name: phrase.json },
    { href: deadlinePath(slug, '.svg', view.asking), name: phrase.badge },
    { href: embedPath(slug, null, view.asking), name: phrase.embed },
  ]
  return (
    <Frame
      view={view}
      sheet="deadline"
      title={title}
      description={description}
      dataBlock={dataBlock(eventOf(status, { url, description }))}
      path={(asking) => deadlinePath(slug, '', asking)}
      subject={{ slug }}
      oembed={absolute(view.site.url, oembedPath(url))}
      script="live"
      picture={{
        path: deadlinePath(slug, '.png', view.asking),
        alt: writeWhole(view, status),
      }}
      foot={<Colophon view={view} forms={links} />}
    >
      <Hero view={view} status={status} linked={false} />
      <Replay view={view} status={status} moments={moments} />
      <KeptDrift view={view} status={status} log={log} />
      <div class="columns">
        <div>
          <SaidByEach view={view} status={status} />
          <Terms view={view} status={status} />
        </div>
        <Moves view={view} status={status} />
      </div>
      <Log view={view} log={log} />
      <CameOfIt view={view} status={status} />
    </Frame>
  )
}

function describe(view: View, status: Status): string {
  const words = wordsFor(view)
  const about = [words.kind[status.kind], writeParties(view, status), status.demand]
  const first = about.filter(Boolean).join(' · ')
  return fill(words.phrase.sentences, { first, second: words.phrase.boardIs })
}

type Part = Omit<Props, 'log' | 'moments'>

function SaidByEach({ view, status }: Part) {
  const { phrase } = wordsFor(view)
  return (
    <section aria-labelledby="claims">
      <h2 id="claims" class="eyebrow">
        {phrase.claims}
      </h2>
      {status.claims.length > 0 ? (
        <Claims view={view} status={status} />
      ) : (
        <p class="who">{phrase.noClaims}</p>
      )}
    </section>
  )
}

function Moves({ view, status }: Part) {
  const { phrase } = wordsFor(view)
  return (
    <section class="moves" aria-labelledby="moves">
      <h2 id="moves" class="eyebrow">
        {phrase.moved}
      </h2>
      {status.moves.length === 0 && <p class="who">{phrase.neverMoved}</p>}
      <ol class="lines">
        {status.moves.map((move) => (
          <li>
            <span class="line-day">
              <Day view={view} at={move.at} month="short" />
            </span>
            <span>
              <Moved view={view} move={move} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function CameOfIt({ view, status }: Part) {
  const { phrase } = wordsFor(view)
  if (!status.outcome) return null
  const { source, reportedAt } = status.outcome
  return (
    <section class="came-of-it" aria-labelledby="outcome">
      <h2 id="outcome" class="eyebrow">
        {phrase.outcome}
      </h2>
      <p class="outcome-line">
        <Outcome view={view} status={status} />
      </p>
      <p class="said-by">
        <Sentence
          of={phrase.recorded}
          places={{
            source: <Source view={view} source={source} />,
            day: <Day view={view} at={reportedAt} />,
          }}
        />
      </p>
    </section>
  )
}
