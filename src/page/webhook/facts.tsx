import type { Child } from 'hono/jsx'
import { deadlinePath, topicPath } from '../../href.ts'
import { Instant } from '../date.tsx'
import type { View } from '../page.ts'
import { Recorded } from '../recorded.tsx'
import { EVENTS_IN_TIME } from '../subscribe/events-in-time.ts'
import { nameTopic } from '../words/sentence.ts'
import { wordsFor } from '../words/words.ts'
import type { WebhookTold } from './told.ts'

interface Props {
  view: View
  webhook: WebhookTold
}

/** What a webhook is told of, and in what form. */
export function Facts({ view, webhook }: Props) {
  const { webhook: words } = wordsFor(view)
  return (
    <dl class="facts">
      <Fact name={words.of}>
        <OfWhat view={view} webhook={webhook} />
      </Fact>
      <Fact name={words.toldOf}>
        <ul>
          {EVENTS_IN_TIME.filter((event) => webhook.events.includes(event)).map((event) => (
            <li>{words.event[event]}</li>
          ))}
        </ul>
      </Fact>
      <Fact name={words.format}>{words.formats[webhook.format]}</Fact>
    </dl>
  )
}

/** And how deliveries go. */
export function Figures({ view, webhook }: Props) {
  const { webhook: words } = wordsFor(view)
  const { createdAt, delivered, deliveredAt, waiting, dead } = webhook
  return (
    <dl class="facts">
      <Fact name={words.since}>
        <Instant view={view} at={createdAt} />
      </Fact>
      <Fact name={words.lastDelivery}>
        {deliveredAt === null ? words.never : <Instant view={view} at={deliveredAt} />}
      </Fact>
      <Fact name={words.delivered}>{delivered}</Fact>
      <Fact name={words.waiting}>{waiting}</Fact>
      <Fact name={words.givenUp}>{dead}</Fact>
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: Child }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function OfWhat({ view, webhook: { subject, title } }: Props) {
  const words = wordsFor(view)
  if (subject === 'everything') return <>{words.phrase.everything}</>
  if ('topic' in subject) {
    return <a href={topicPath(subject.topic, '', view.asking)}>{nameTopic(words, subject.topic)}</a>
  }
  return (
    <a href={deadlinePath(subject.slug, '', view.asking)}>
      <Recorded>{title ?? subject.slug}</Recorded>
    </a>
  )
}
