import type { EpochSeconds } from '../../deadline/instant.ts'
import { boardPath, webhookPath } from '../../href.ts'
import { Colophon } from '../colophon.tsx'
import { Instant } from '../date.tsx'
import { Frame } from '../frame.tsx'
import type { View } from '../page.ts'
import { Sentence } from '../sentence.tsx'
import { Copied } from '../subscribe/copied.tsx'
import { wordsFor } from '../words/words.ts'
import { Actions } from './actions.tsx'
import { Facts, Figures } from './facts.tsx'
import { Host, Reason } from './host.tsx'
import type { WebhookTold } from './told.ts'

/** What came of the button that was pressed. */
export type Notice =
  | { of: 'test'; failure: string | null }
  | { of: 'replace'; secret: string; until: EpochSeconds }
  | { of: 'switchOn' }
  | { of: 'replay' }

interface Props {
  view: View
  webhook: WebhookTold
}

/** A webhook's own page: how it is, and what can be done with it. */
export function WebhookPage({ view, webhook, notice }: Props & { notice: Notice | null }) {
  const { webhook: words, phrase } = wordsFor(view)
  return (
    <Frame
      view={view}
      sheet="subscribe"
      script="copy"
      title={`${words.webhook}: ${webhook.host}`}
      description={words.headingIs}
      path={(asking) => webhookPath(webhook.id, webhook.key, asking)}
      foot={<Colophon view={view} forms={[]} />}
    >
      <section class="one-thing">
        <p class="eyebrow">{words.webhook}</p>
        <h1>
          <Host name={webhook.host} />
        </h1>
        <p class={`state ${webhook.state}`}>{words.state[webhook.state]}</p>
        {notice && <Noticed view={view} notice={notice} />}
        <Trouble view={view} webhook={webhook} />
      </section>
      <div class="columns">
        <Facts view={view} webhook={webhook} />
        <div>
          <Figures view={view} webhook={webhook} />
          <Actions view={view} webhook={webhook} />
        </div>
      </div>
      <p class="unseen" role="status" data-word={phrase.copied} data-said={phrase.copiedForm}></p>
    </Frame>
  )
}

/** Why nothing arrives, where nothing does. */
function Trouble({ view, webhook }: Props) {
  const { webhook: words } = wordsFor(view)
  const { state, failingSince, failure, expiresAt } = webhook
  const why = <Reason words={failure ?? '?'} />
  if (state === 'pending') {
    const at = <Instant view={view} at={expiresAt ?? view.now} />
    return (
      <p class="notice">
        <Sentence of={words.pendingUntil} places={{ at }} />{' '}
        {failure && <Sentence of={words.notReached} places={{ why }} />}
      </p>
    )
  }
  if (failingSince === null) return null
  const at = <Instant view={view} at={failingSince} />
  return (
    <p class="notice">
      <Sentence of={state === 'off' ? words.offSince : words.failingSince} places={{ at, why }} />
    </p>
  )
}

function Noticed({ view, notice }: { view: View; notice: Notice }) {
  const { webhook: words } = wordsFor(view)
  if (notice.of === 'replace') return <NewSecret view={view} {...notice} />
  if (notice.of === 'test' && notice.failure !== null) {
    return (
      <p class="fault" role="status">
        <Sentence of={words.notTested} places={{ why: <Reason words={notice.failure} /> }} />
      </p>
    )
  }
  const said = { test: words.tested, switchOn: words.switchedOn, replay: words.replayed }
  return (
    <p class="recorded" role="status">
      {said[notice.of]}
    </p>
  )
}

function NewSecret({ view, secret, until }: { view: View } & Extract<Notice, { of: 'replace' }>) {
  const { webhook: words } = wordsFor(view)
  return (
    <div class="recorded" role="status">
      <h2>{words.replaced}</h2>
      <p class="who">
        <Sentence of={words.replacedIs} places={{ at: <Instant view={view} at={until} /> }} />
      </p>
      <Copied view={view} id="secret" address={secret} name={words.replaced} />
    </div>
  )
}

/** It is no more. */
export function Ended({ view, webhook }: Props) {
  const { webhook: words, phrase } = wordsFor(view)
  return (
    <Frame
      view={view}
      sheet="subscribe"
      title={words.ended}
      description={words.headingIs}
      path={boardPath}
      translated={false}
      foot={<Colophon view={view} forms={[]} />}
    >
      <section class="one-thing">
        <p class="eyebrow">{words.webhook}</p>
        <h1>{words.ended}</h1>
        <p class="recorded" role="status">
          <Sentence of={words.endedIs} places={{ host: <Host name={webhook.host} /> }} />
        </p>
        <p>
          <a class="form-link" href={boardPath(view.asking)}>
            {phrase.toBoard}
          </a>
        </p>
      </section>
    </Frame>
  )
}
