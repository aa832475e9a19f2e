import { checkingPath, NOTHING_ASKED, subscribePath } from '../../href.ts'
import { Colophon } from '../colophon.tsx'
import { Frame } from '../frame.tsx'
import type { View } from '../page.ts'
import { Sentence } from '../sentence.tsx'
import { Copied } from '../subscribe/copied.tsx'
import type { WebhookFormat } from '../subscribe/webhook-formats.ts'
import { wordsFor } from '../words/words.ts'
import { Host, Reason } from './host.tsx'

interface Props {
  view: View
  host: string
  /** It has agreed at once; else somebody there still has to. */
  isActive: boolean
  /** Why the question has not arrived; null where it has. */
  failure: string | null
  format: WebhookFormat
  secret: string
  /** Its page, absolute. */
  page: string
}

/** What the form is answered with: the one time that the secret is shown. */
export function SubscribedWebhook({ view, host, isActive, failure, format, secret, page }: Props) {
  const { webhook: words, phrase } = wordsFor(view)
  const title = isActive ? words.subscribed : words.oneStep
  const places = { host: <Host name={host} /> }
  return (
    <Frame
      view={view}
      sheet="subscribe"
      script="copy"
      title={title}
      description={words.headingIs}
      path={(asking) => subscribePath('everything', asking)}
      translated={false}
      foot={<Colophon view={view} forms={[]} />}
    >
      <section class="one-thing">
        <p class="eyebrow">{words.webhook}</p>
        <h1>{title}</h1>
        <p class="recorded" role="status">
          <Sentence of={isActive ? words.subscribedIs : words.oneStepIs} places={places} />
        </p>
        {failure && (
          <p class="fault">
            <Sentence of={words.notReached} places={{ why: <Reason words={failure} /> }} />
          </p>
        )}
        {format === 'standard' && <Secret view={view} secret={secret} name={words.secret} />}
        <h2>
          <a href={page}>{words.itsPage}</a>
        </h2>
        <p class="who">{words.itsPageIs}</p>
        <Copied view={view} id="its-page" address={page} name={words.itsPage} />
      </section>
      <p class="unseen" role="status" data-word={phrase.copied} data-said={phrase.copiedForm}></p>
    </Frame>
  )
}

/** Shown once: it is kept, but never shown again. */
export function Secret({ view, secret, name }: { view: View; secret: string; name: string }) {
  const { webhook: words } = wordsFor(view)
  return (
    <>
      <h2>{name}</h2>
      <p class="who">{words.secretIs}</p>
      <Copied view={view} id="secret" address={secret} name={name} />
      <p>
        <a class="form-link" href={checkingPath({ ...NOTHING_ASKED, lang: view.asking.lang })}>
          {words.howToCheck}
        </a>
      </p>
    </>
  )
}
