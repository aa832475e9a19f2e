import { type Narrowing, NOT_NARROWED } from '../../deadline/board.ts'
import type { Phase } from '../../deadline/phase.ts'
import type { Status } from '../../deadline/status.ts'
import { boardPath, deadlinePath, feedPath, statusPath } from '../../href.ts'
import { Colophon } from '../colophon.tsx'
import { Frame } from '../frame.tsx'
import { Hero } from '../hero.tsx'
import type { View } from '../page.ts'
import { wordsFor } from '../words/words.ts'
import { Ended } from './ended.tsx'
import { Entry } from './entry.tsx'
import { Filters } from './filters.tsx'
import { Horizon } from './horizon.tsx'
import { isNarrowed, NarrowedTo, NothingLeft } from './narrowed.tsx'
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

/** The first page: what is next, what else is ahead, what changed, what ended. */
export function Board({ view, statuses, next, counts, ...rest }: Props) {
  const { narrowing = NOT_NARROWED, lastEnded = firstClosed(statuses) } = rest
  const narrowed = isNarrowed(narrowing)
  const { phrase } = wordsFor(view)
  const hero = statuses.find(({ slug }) => slug === next)
  const forms = { atom: feedPath(view.asking), json: statusPath(view.asking, narrowing) }
  const others = statuses.filter((status) => status !== hero && status.phase !== 'closed')
  const isShort = others.length < FULL_COLUMN
  return (
    <Frame
      view={view}
      sheet="board"
      title={null}
      description={phrase.boardIs}
      path={(asking) => boardPath(asking, narrowing)}
      forms={forms}
      picture={hero && { path: deadlinePath(hero.slug, '.png', view.asking) }}
      current="board"
      canonical={boardPath}
      foot={<Foot view={view} statuses={statuses} counts={counts} forms={forms} />}
    >
      {narrowed && <NarrowedTo view={view} narrowing={narrowing} />}
      {hero && <Hero view={view} status={hero} linked />}
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
          <Entry view={view} status={status} />
        ))}
      </ul>
    </section>
  )
}

interface FootProps extends Pick<Props, 'view' | 'statuses' | 'counts'> {
  forms: { atom: string; json: string }
}

function Foot({ view, statuses, counts, forms }: FootProps) {
  const { phrase, tally } = wordsFor(view)
  const deadlines = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const reports = statuses.reduce((sum, status) => sum + status.reports, 0)
  return (
    <Colophon
      view={view}
      forms={[
        { href: forms.atom, name: phrase.atom },
        { href: forms.json, name: phrase.statusJson },
      ]}
    >
      {tally(deadlines, reports, sourcesOf(statuses).size)}
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
