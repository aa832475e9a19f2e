/** What a narrowed board is narrowed to, and the ways out of that. */
import type { Narrowing } from '../../deadline/board.ts'
import { boardPath } from '../../href.ts'
import type { View } from '../page.ts'
import { Sentence } from '../sentence.tsx'
import { nameTopic } from '../words/sentence.ts'
import { fill } from '../words/template.ts'
import { wordsFor } from '../words/words.ts'

interface Props {
  view: View
  narrowing: Narrowing
}

export function isNarrowed(narrowing: Partial<Narrowing>): boolean {
  return Object.values(narrowing).some((value) => value !== null)
}

/** A topic's board is the topic's page: its name is the first heading, and the hero's comes after it. */
export function headingOf({ topic }: Narrowing): 'h1' | 'h2' {
  return topic === null ? 'h1' : 'h2'
}

/** "Russia–Ukraine war. All topics" */
export function TopicName({ view, narrowing }: Props) {
  const words = wordsFor(view)
  const { topic, ...within } = narrowing
  return topic === null ? null : (
    <header class="narrowed-to topic">
      <h1>{nameTopic(words, topic)}</h1>{' '}
      <a href={boardPath(view.asking, within)}>{words.phrase.anyTopic}</a>
    </header>
  )
}

/** "Only: Talks, Firm, “Istanbul”. Show all": of the topic, where the page is of one. */
export function NarrowedTo({ view, narrowing }: Props) {
  const { phrase, listComma } = wordsFor(view)
  const { topic, ...within } = narrowing
  const what = partsOf(view, { ...within, topic: null }).map(({ name }) => name)
  return (
    <p class="narrowed-to">
      <Sentence of={phrase.narrowedTo} places={{ what: <b>{what.join(listComma)}</b> }} />{' '}
      <a href={boardPath(view.asking, { topic })}>{phrase.showAll}</a>
    </p>
  )
}

/** In the hero's place, where nothing with a date ahead is left; or nothing at all. */
export function NothingLeft({ view, narrowing, isEmpty }: Props & { isEmpty: boolean }) {
  const { phrase } = wordsFor(view)
  const parts = partsOf(view, narrowing)
  const Heading = headingOf(narrowing)
  return (
    <section class="hero quiet">
      <div class="hero-words">
        <Heading>{isEmpty ? phrase.nothingFound : phrase.nothingAheadFound}</Heading>
        <p class="who">{isEmpty ? phrase.nothingFoundIs : phrase.nothingAheadFoundIs}</p>
        {isEmpty && parts.length > 1 && (
          <ul class="drops">
            {parts.map(({ of, name }) => (
              <li>
                <a href={boardPath(view.asking, { ...narrowing, [of]: null })}>
                  {fill(phrase.without, { what: name })}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}

/** Each thing that it is narrowed to, as the page calls it. */
function partsOf(view: View, { topic, kind, certainty, q }: Narrowing) {
  const words = wordsFor(view)
  const named = {
    topic: topic && nameTopic(words, topic),
    kind: kind && words.kind[kind],
    certainty: certainty && words.certainty[certainty],
    q: q && fill(words.phrase.quoted, { words: q }),
  }
  return Object.entries(named).flatMap(([of, name]) => (name ? [{ of, name }] : []))
}
