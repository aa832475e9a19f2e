import type { Narrowing } from '../../deadline/board.ts'
import { CERTAINTIES } from '../../deadline/claim.ts'
import { KINDS } from '../../deadline/deadline.ts'
import type { Status } from '../../deadline/status.ts'
import { boardPath, NOTHING_ASKED } from '../../href.ts'
import type { View } from '../page.ts'
import { nameTopic } from '../words/sentence.ts'
import { wordsFor } from '../words/words.ts'

interface Props {
  view: View
  narrowing: Narrowing
  statuses: Status[]
}

/** What the board can be narrowed to: links and a form, that need no script. */
export function Filters({ view, narrowing, statuses }: Props) {
  const words = wordsFor(view)
  const { phrase, kind, certainty } = words
  const common = { view, narrowing }
  const topics = topicsOf(statuses, narrowing)
  return (
    <nav class="filters" aria-label={phrase.filters}>
      <Choice {...common} of="kind" any={phrase.anyKind} values={named(KINDS, kind)} />
      <Choice
        {...common}
        of="certainty"
        any={phrase.anyCertainty}
        values={named(CERTAINTIES, certainty)}
      />
      {topics.length > 0 && (
        <Choice
          {...common}
          of="topic"
          any={phrase.anyTopic}
          values={topics.map((value) => ({ value, name: nameTopic(words, value) }))}
        />
      )}
      <Search {...common} />
    </nav>
  )
}

function named<T extends string>(values: readonly T[], names: Record<T, string>) {
  return values.map((value) => ({ value, name: names[value] }))
}

function topicsOf(statuses: Status[], { topic }: Narrowing): string[] {
  const topics = [topic, ...statuses.map((status) => status.topic)]
  return [...new Set(topics)].filter((each) => each !== null).sort()
}

interface ChoiceProps extends Omit<Props, 'statuses'> {
  of: 'kind' | 'certainty' | 'topic'
  any: string
  values: { value: string; name: string }[]
}

function Choice({ view, narrowing, of, any, values }: ChoiceProps) {
  const choices = [{ value: null, name: any }, ...values]
  return (
    <ul class="choice">
      {choices.map(({ value, name }) => (
        <li>
          <a
            class="page-link"
            href={boardPath(view.asking, { ...narrowing, [of]: value })}
            aria-current={narrowing[of] === value ? 'true' : undefined}
          >
            {name}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** The rest of what is asked goes along unseen. */
function Search({ view, narrowing }: Omit<Props, 'statuses'>) {
  const { phrase } = wordsFor(view)
  const { q, topic, ...others } = narrowing
  const kept = Object.entries({ ...view.asking, ...others })
  return (
    <search>
      <form class="find" action={boardPath(NOTHING_ASKED, { topic })} method="get">
        {kept.map(
          ([name, value]) => value !== null && <input type="hidden" name={name} value={value} />,
        )}
        <label class="unseen" for="q">
          {phrase.search}
        </label>
        <input id="q" name="q" type="search" maxlength={200} value={q ?? ''} autocomplete="off" />
        <button type="submit">{phrase.find}</button>
      </form>
    </search>
  )
}
