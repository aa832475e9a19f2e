import type { Status } from '../../deadline/status.ts'
import { topicPath } from '../../href.ts'
import { Dated } from '../date.tsx'
import type { View } from '../page.ts'
import { Recorded } from '../recorded.tsx'
import { nameTopic } from '../words/sentence.ts'
import { wordsFor } from '../words/words.ts'

/** What is demanded, what is threatened, where, since when and in which matter; nothing where nothing is known. */
export function Terms({ view, status }: { view: View; status: Status }) {
  const words = wordsFor(view)
  const { phrase } = words
  const { demand, threat, place, issuedAt, topic } = status
  const rows = [
    { name: phrase.demand, value: demand && <Recorded>{demand}</Recorded> },
    { name: phrase.threat, value: threat && <Recorded>{threat}</Recorded> },
    { name: phrase.place, value: place && <Recorded>{place}</Recorded> },
    { name: phrase.issued, value: issuedAt && <Dated view={view} when={issuedAt} /> },
    {
      name: phrase.topic,
      value: topic && <a href={topicPath(topic, '', view.asking)}>{nameTopic(words, topic)}</a>,
    },
  ].filter(({ value }) => value !== null)
  if (rows.length === 0) return null
  return (
    <section class="terms" aria-labelledby="terms">
      <h2 id="terms" class="eyebrow">
        {phrase.facts}
      </h2>
      <dl>
        {rows.map(({ name, value }) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
