import type { Child } from 'hono/jsx'
import { type Asking, webhookConfirmPath } from '../../href.ts'
import { Colophon } from '../colophon.tsx'
import { Instant } from '../date.tsx'
import { Frame } from '../frame.tsx'
import type { View } from '../page.ts'
import { Sentence } from '../sentence.tsx'
import { wordsFor } from '../words/words.ts'
import { Facts } from './facts.tsx'
import { Host } from './host.tsx'
import type { WebhookTold } from './told.ts'

interface Props {
  view: View
  webhook: WebhookTold
}

/** What the link leads to that an address was sent. */
export function AskToAgree({ view, webhook, challenge }: Props & { challenge: string }) {
  const { webhook: words } = wordsFor(view)
  const places = {
    host: <Host name={webhook.host} />,
    at: <Instant view={view} at={webhook.expiresAt ?? view.now} />,
  }
  return (
    <Page view={view} webhook={webhook} title={words.confirm} challenge={challenge}>
      <p class="who">
        <Sentence of={words.confirmIs} places={places} />
      </p>
      <Facts view={view} webhook={webhook} />
      <form method="post" action={webhookConfirmPath(webhook.id, null, view.asking)}>
        <input type="hidden" name="challenge" value={challenge} />
        <p class="buttons">
          <button type="submit">{words.agree}</button>
        </p>
      </form>
    </Page>
  )
}

/** It has been pressed. */
export function Agreed({ view, webhook }: Props) {
  const { webhook: words } = wordsFor(view)
  return (
    <Page view={view} webhook={webhook} title={words.agreed} challenge={null}>
      <p class="recorded" role="status">
        <Sentence of={words.subscribedIs} places={{ host: <Host name={webhook.host} /> }} />
      </p>
    </Page>
  )
}

interface PageProps extends Props {
  title: string
  challenge: string | null
  children: Child
}

function Page({ view, webhook, title, challenge, children }: PageProps) {
  const { webhook: words } = wordsFor(view)
  return (
    <Frame
      view={view}
      sheet="subscribe"
      title={title}
      description={words.headingIs}
      path={(asking: Asking) => webhookConfirmPath(webhook.id, challenge, asking)}
      translated={challenge !== null}
      foot={<Colophon view={view} forms={[]} />}
    >
      <section class="one-thing">
        <p class="eyebrow">{words.webhook}</p>
        <h1>{title}</h1>
        {children}
      </section>
    </Frame>
  )
}
