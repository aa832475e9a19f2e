import { type Narrowing, NOT_NARROWED } from '../../deadline/board.ts'
import type { Phase } from '../../deadline/phase.ts'
import type { Status } from '../../deadline/status.ts'
import { boardPath, deadlinePath, type Subject, subjectPath } from '../../href.ts'
import { Colophon } from '../colophon.tsx'
import { Frame } from '../frame.tsx'
import { Hero } from '../hero.tsx'
import type { View } from '../page.ts'
import { nameTopic, writeTally } from '../words/sentence.ts'
import { fill } from '../words/template.ts'
import { type Words, wordsFor } from '../words/words.ts'
import { Ended } from './ended.tsx'
import { Filters } from './filters.tsx'
import { Horizon } from './horizon.tsx'
import { KeptEntry } from './kept-entry.tsx'
import { headingOf, isNarrowed, NarrowedTo, NothingLeft, TopicName } from './narrowed.tsx'
import { Quiet } from './quiet.tsx'
import { WhatChanged } from './what-changed.tsx'

interface Props {
  view: View
  /** In board order. */
  statuses: Status[]
  next: string | null
  counts: Record<Phase, number>
  narrowing?: Narrowing
  /** Where it is not given, the first closed one of the board. */
  lastEnded?: Status | null
}

/** As many entries as fill the first column; under fewer there is room for what has ended. */
const FULL_COLUMN = 3

/** The first page, or a topic's: what is next, what else is ahead, what changed, what ended. */
export function Board({ view, statuses, next, counts, ...rest }: Props) {
  const { narrowing = NOT_NARROWED, lastEnded = firstClosed(statuses) } = rest
  const { topic, ...within } = narrowing
  const narrowed = isNarrowed(narrowing)
  const subject = topic === null ? 'everything' : { topic }
  const words = wordsFor(view)
  const hero = statuses.find(({ slug }) => slug === next)
  const others = statuses.filter((status) => status !== hero && status.phase !== 'closed')
  const isShort = others.length < FULL_COLUMN
  return (
    <Frame
      view={view}
      sheet="board"
      title={topic && nameTopic(words, topic)}
      description={describe(words, topic)}
      path={(asking) => boardPath(asking, narrowing)}
      subject={subject}
      narrowed={within}
      script="live"
      picture={hero && { path: deadlinePath(hero.slug, '.png', view.asking) }}
      current={topic === null ? 'board' : null}
      canonical={(asking) => boardPath(asking, { topic })}
      foot={<Foot {...{ view, statuses, counts, subject, within }} />}
    >
      <TopicName view={view} narrowing={narrowing} />
      {isNarrowed(within) && <NarrowedTo view={view} narrowing={narrowing} />}
      {hero && <Hero view={view} status={hero} level={headingOf(narrowing)} linked />}
      {!hero && narrowed && (
        <NothingLeft view={view} narrowing={narrowing} isEmpty={statuses.length === 0} />
      )}
      {!hero && !narrowed && <Quiet view={view} statuses={statuses} lastEnded={lastEnded} />}
      <Horizon view={view} statuses={statuses} />
      {(narrowed || statuses.length > 0) && (
        <Filters view={view} narrowing={narrowing} statuses={statuses} />
      )}
      {statuses.length > 0 && (
        <div class="columns">
          <div class="column">
            {others.length > 0 && <Others view={view} statuses={others} />}
            {isShort && <Ended view={view} statuses={statuses} />}
          </div>
          <div class="column">
            <WhatChanged view={view} statuses={statuses} />
            {!isShort && <Ended view={view} statuses={statuses} />}
          </div>
        </div>
      )}
    </Frame>
  )
}

function Others({ view, statuses }: Pick<Props, 'view' | 'statuses'>) {
  return (
    <section class="others" aria-labelledby="others">
      <h2 id="others" class="unseen">
        {wordsFor(view).phrase.others}
      </h2>
      <ul>
        {statuses.map((status) => (
          <KeptEntry view={view} status={status} />
        ))}
      </ul>
    </section>
  )
}

function describe(words: Words, topic: string | null): string {
  const { boardIs, sentences } = words.phrase
  if (topic === null) return boardIs
  return fill(sentences, { first: nameTopic(words, topic), second: boardIs })
}

interface FootProps extends Pick<Props, 'view' | 'statuses' | 'counts'> {
  subject: Subject
  within: Omit<Narrowing, 'topic'>
}

function Foot({ view, statuses, counts, subject, within }: FootProps) {
  const words = wordsFor(view)
  const { phrase } = words
  const deadlines = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const reports = statuses.reduce((sum, status) => sum + status.reports, 0)
  return (
    <Colophon
      view={view}
      forms={[
        { href: subjectPath(subject, '.atom', view.asking), name: phrase.atom },
        {
          href: subjectPath(subject, '.json', view.asking, within),
          name: subject === 'everything' ? phrase.statusJson : phrase.json,
        },
      ]}
    >
      {writeTally(words, deadlines, reports, sourcesOf(statuses).size)}
    </Colophon>
  )
}

/** Whoever is named: who claims, who moved a date, who reported an outcome. */
function sourcesOf(statuses: Status[]): Set<string> {
  const sources = statuses.flatMap(({ claims, moves, outcome }) => [
    ...claims,
    ...moves,
    ...(outcome ? [outcome] : []),
  ])
  return new Set(sources.map(({ source }) => source.name))
}

function firstClosed(statuses: Status[]): Status | null {
  return statuses.find(({ phase }) => phase === 'closed') ?? null
}
