import type { Status } from '../../deadline/status.ts'
import { boardPath, deadlinePath, type Subject, subscribePath } from '../../href.ts'
import { Colophon } from '../colophon.tsx'
import { Frame } from '../frame.tsx'
import type { View } from '../page.ts'
import { Recorded } from '../recorded.tsx'
import { nameTopic } from '../words/sentence.ts'
import { fill } from '../words/template.ts'
import { wordsFor } from '../words/words.ts'
import { Addresses } from './addresses.tsx'
import { Choice } from './choice.tsx'
import { Notifications } from './notifications.tsx'
import { OnlySome } from './only-some.tsx'
import { type FilledWebhook, WebhookForm } from './webhook-form.tsx'

export interface Props {
  view: View
  subject: Subject
  /** What else can be subscribed to; the subject itself is among them. */
  topics: string[]
  deadlines: Pick<Status, 'slug' | 'title'>[]
  /** The form for an address of the reader's own, where it was sent and cannot be taken. */
  webhook?: FilledWebhook
}

/** Every address that tells of a subject, what each suits, and what else there is to tell of. */
export function Subscribe({ view, subject, topics, deadlines, webhook }: Props) {
  const { phrase } = wordsFor(view)
  const name = nameOf(view, subject, deadlines)
  const isWhole = subject === 'everything'
  return (
    <Frame
      view={view}
      sheet="subscribe"
      title={
        isWhole ? phrase.subscribe : fill(phrase.change, { title: name, what: phrase.subscribe })
      }
      description={phrase.subscribeIs}
      path={(asking) => subscribePath(subject, asking)}
      subject={subject}
      name={isWhole ? null : name}
      script="copy"
      current="subscribe"
      foot={<Colophon view={view} forms={[]} />}
    >
      <section class="hero">
        <div class="hero-words">
          <p class="eyebrow">{phrase.subscribe}</p>
          <h1>
            {isWhole ? (
              name
            ) : (
              <a href={pageOf(view, subject)}>
                <Recorded>{name}</Recorded>
              </a>
            )}
          </h1>
          <p class="who">{phrase.subscribeIs}</p>
        </div>
        <Choice view={view} subject={subject} topics={topics} deadlines={deadlines} />
      </section>
      <Notifications view={view} subject={subject} name={name} />
      <Addresses view={view} subject={subject} />
      <OnlySome view={view} subject={subject} />
      <WebhookForm view={view} subject={subject} form={webhook} />
      <p class="unseen" role="status" data-word={phrase.copied} data-said={phrase.copiedForm}></p>
    </Frame>
  )
}

function nameOf(view: View, subject: Subject, deadlines: Props['deadlines']): string {
  const words = wordsFor(view)
  if (subject === 'everything') return words.phrase.everything
  if ('topic' in subject) return nameTopic(words, subject.topic)
  return deadlines.find(({ slug }) => slug === subject.slug)?.title ?? subject.slug
}

function pageOf({ asking }: View, subject: Exclude<Subject, 'everything'>): string {
  return 'topic' in subject ? boardPath(asking, subject) : deadlinePath(subject.slug, '', asking)
}
