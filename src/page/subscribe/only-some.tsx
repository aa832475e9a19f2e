import { CERTAINTIES } from '../../deadline/claim.ts'
import { KINDS } from '../../deadline/deadline.ts'
import { absolute, NOTHING_ASKED, type Subject, subjectPath } from '../../href.ts'
import type { View } from '../page.ts'
import { Sentence } from '../sentence.tsx'
import { type Words, wordsFor } from '../words/words.ts'
import { Copied } from './copied.tsx'

interface Props {
  view: View
  subject: Subject
}

/** What a feed can be narrowed to, and an address that is. */
export function OnlySome({ view, subject }: Props) {
  const words = wordsFor(view)
  const { phrase } = words
  const path = subjectPath(subject, '.atom', NOTHING_ASKED, exampleOf(subject))
  return (
    <section class="only-some" aria-labelledby="only-some">
      <h2 id="only-some" class="eyebrow">
        {phrase.onlySome}
      </h2>
      <p class="who">
        <Sentence of={phrase.onlySomeIs} places={{ only: <code>only</code> }} />
      </p>
      <div class="parameters">
        {parametersOf(words, subject).map(({ name, values }) => (
          <dl>
            {Object.entries(values).map(([value, meaning]) => (
              <div>
                <dt>
                  <code dir="ltr">{`${name}=${value}`}</code>
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        ))}
      </div>
      <p class="example">{phrase.forExample}</p>
      <Copied
        view={view}
        id="example"
        address={absolute(view.site.url, path)}
        name={phrase.forExample}
      />
    </section>
  )
}

/** One deadline is of one kind, and as sure as it is. */
function parametersOf({ kind, certainty, phrase }: Words, subject: Subject) {
  const only = {
    name: 'only',
    values: {
      reports: phrase.onlyReports,
      moves: phrase.onlyMoves,
      outcomes: phrase.onlyOutcomes,
      milestones: phrase.onlyMilestones,
    },
  }
  if (isOne(subject)) return [only]
  return [
    { name: 'kind', values: inOrder(KINDS, kind) },
    { name: 'certainty', values: inOrder(CERTAINTIES, certainty) },
    only,
  ]
}

function inOrder<T extends string>(values: readonly T[], names: Record<T, string>) {
  return Object.fromEntries(values.map((value) => [value, names[value]]))
}

function exampleOf(subject: Subject): { [name: string]: string } {
  const only = { only: 'moves,outcomes' }
  return isOne(subject) ? only : { kind: 'ultimatum', certainty: 'firm', ...only }
}

function isOne(subject: Subject): boolean {
  return subject !== 'everything' && 'slug' in subject
}
