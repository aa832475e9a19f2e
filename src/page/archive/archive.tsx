import type { Status } from '../../deadline/status.ts'
import { archivePath } from '../../href.ts'
import { Colophon } from '../colophon.tsx'
import { Frame } from '../frame.tsx'
import type { View } from '../page.ts'
import { Tallies } from '../tallies.tsx'
import { wordsFor } from '../words/words.ts'
import { EndedEntry } from './ended-entry.tsx'

export interface EndedList {
  statuses: Status[]
  /** How many there are on all its pages. */
  count: number
  /** Where the list goes on; null at its end. */
  older: string | null
}

interface Props {
  view: View
  /** Where this page starts; null for the newest. */
  cursor: string | null
  /** A list that this page has no part of is null. */
  closed: EndedList | null
  passed: EndedList | null
}

/** What has ended, with what came of it; and what is past its time, so that nothing vanishes. */
export function Archive({ view, cursor, closed, passed }: Props) {
  const { phrase } = wordsFor(view)
  return (
    <Frame
      view={view}
      sheet="record"
      title={phrase.archive}
      description={phrase.archiveIs}
      path={(asking) => archivePath(asking, cursor)}
      current="archive"
      foot={<Colophon view={view} forms={[]} />}
    >
      <section class="hero">
        <div class="hero-words">
          <h1>{phrase.archive}</h1>
          <p class="who">{phrase.archiveIs}</p>
          {cursor && (
            <p>
              <a class="form-link" href={archivePath(view.asking)}>
                {phrase.archiveNewest}
              </a>
            </p>
          )}
        </div>
        <Tallies
          view={view}
          ended={closed?.count ?? null}
          open={passed?.count ?? null}
          openAt="#open"
        />
      </section>
      {closed && <Closed view={view} list={closed} />}
      {passed && passed.statuses.length > 0 && <Open view={view} list={passed} />}
    </Frame>
  )
}

interface ListProps {
  view: View
  list: EndedList
}

function Closed({ view, list }: ListProps) {
  const { phrase } = wordsFor(view)
  return (
    <section class="archive" aria-labelledby="ended">
      <h2 id="ended" class="eyebrow">
        {phrase.ended}
      </h2>
      {list.statuses.length === 0 && <p class="who">{phrase.archiveEmpty}</p>}
      <Entries view={view} list={list} />
    </section>
  )
}

function Open({ view, list }: ListProps) {
  const { phrase } = wordsFor(view)
  return (
    <section class="archive" aria-labelledby="open">
      <h2 id="open" class="eyebrow">
        {phrase.timeIsUp}
      </h2>
      <p class="who">{phrase.openIs}</p>
      <Entries view={view} list={list} />
    </section>
  )
}

function Entries({ view, list }: ListProps) {
  return (
    <>
      <ol class="archive-list">
        {list.statuses.map((status) => (
          <EndedEntry view={view} status={status} />
        ))}
      </ol>
      {list.older && (
        <p class="onward">
          <a class="form-link" href={list.older} rel="next">
            {wordsFor(view).phrase.archiveOlder}
          </a>
        </p>
      )}
    </>
  )
}
