/** What a narrowed board is narrowed to, and the ways out of that. */
import { type Narrowing, NOT_NARROWED } from '../../deadline/board.ts'
import { boardPath } from '../../href.ts'
import type { View } from '../page.ts'
import { Sentence } from '../sentence.tsx'
import { fill } from '../words/template.ts'
import { wordsFor } from '../words/words.ts'

interface Props {
  view: View
  narrowing: Narrowing
}

export function isNarrowed(narrowing: Narrowing): boolean {
  return Object.values(narrowing).some((value) => value !== null)
}

/** "Only: Talks, Firm, “Istanbul”. Show all" */
export function NarrowedTo({ view, narrowing }: Props) {
  const { phrase, listComma } = wordsFor(view)
  const what = partsOf(view, narrowing).map(({ name }) => name)
  return (
    <p class="narrowed-to">
      <Sentence of={phrase.narrowedTo} places={{ what: <b>{what.join(listComma)}</b> }} />{' '}
      <a href={boardPath(view.asking, NOT_NARROWED)}>{phrase.showAll}</a>
    </p>
  )
}

/** In the hero's place, where nothing with a date ahead is left; or nothing at all. */
export function NothingLeft({ view, narrowing, isEmpty }: Props & { isEmpty: boolean }) {
  const { phrase } = wordsFor(view)
  const parts = partsOf(view, narrowing)
  return (
    <section class="hero quiet">
      <div class="hero-words">
        <h1>{isEmpty ? phrase.nothingFound : phrase.nothingAheadFound}</h1>
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
    topic: topic && words.topic(topic),
    kind: kind && words.kind[kind],
    certainty: certainty && words.certainty[certainty],
    q: q && fill(words.phrase.quoted, { words: q }),
  }
  return Object.entries(named).flatMap(([of, name]) => (name ? [{ of, name }] : []))
}
