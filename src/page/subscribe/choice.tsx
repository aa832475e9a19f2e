import { type Subject, subscribePath } from '../../href.ts'
import { nameTopic } from '../words/sentence.ts'
import { wordsFor } from '../words/words.ts'
import type { Props } from './subscribe.tsx'

/** What there is to subscribe to: links, and a form where there may be many; neither needs a script. */
export function Choice({ view, subject, topics, deadlines }: Props) {
  const words = wordsFor(view)
  const { phrase } = words
  const chosen = subject !== 'everything' && 'topic' in subject ? subject.topic : null
  const choices: { name: string; of: Subject; isCurrent: boolean }[] = [
    { name: phrase.everything, of: 'everything', isCurrent: subject === 'everything' },
    ...topics.map((topic) => ({
      ...{ name: nameTopic(words, topic), of: { topic }, isCurrent: topic === chosen },
    })),
  ]
  return (
    <nav class="choosing" aria-label={phrase.subscribeTo}>
      <ul class="choice">
        {choices.map(({ name, of, isCurrent }) => (
          <li>
            <a
              class="page-link"
              href={subscribePath(of, view.asking)}
              aria-current={isCurrent ? 'true' : undefined}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
      {deadlines.length > 0 && <OneDeadline view={view} subject={subject} deadlines={deadlines} />}
    </nav>
  )
}

function OneDeadline({ view, subject, deadlines }: Omit<Props, 'topics'>) {
  const { phrase } = wordsFor(view)
  const chosen = subject !== 'everything' && 'slug' in subject ? subject.slug : null
  return (
    <form class="find" action={subscribePath()} method="get">
      {Object.entries(view.asking).map(
        ([name, value]) => value !== null && <input type="hidden" name={name} value={value} />,
      )}
      <label class="unseen" for="deadline">
        {phrase.aDeadline}
      </label>
      <select id="deadline" name="deadline">
        <option value="">{phrase.aDeadline}</option>
        {deadlines.map(({ slug, title }) => (
          <option value={slug} selected={slug === chosen} dir="auto">
            {title}
          </option>
        ))}
      </select>
      <button type="submit">{phrase.choose}</button>
    </form>
  )
}
