import { webhookPath } from '../../href.ts'
import type { View } from '../page.ts'
import { wordsFor } from '../words/words.ts'
import type { WebhookTold } from './told.ts'

/** What the page's buttons do. */
export type Action = 'test' | 'replace' | 'switchOn' | 'replay' | 'end'

interface Props {
  view: View
  webhook: WebhookTold
}

/** What can be done with a webhook as it is: forms, that need no script. */
export function Actions({ view, webhook }: Props) {
  const { webhook: words } = wordsFor(view)
  const { state, dead } = webhook
  const common = { view, webhook }
  return (
    <div class="actions">
      {state === 'off' && <Press {...common} action="switchOn" />}
      {state === 'active' && dead > 0 && <Press {...common} action="replay" />}
      {state !== 'pending' && <Press {...common} action="test" isPlain />}
      {state !== 'pending' && <Press {...common} action="replace" hint={words.replaceIs} isPlain />}
      <Press {...common} action="end" isPlain />
    </div>
  )
}

interface PressProps extends Props {
  action: Action
  hint?: string
  isPlain?: boolean
}

/** The key goes with the form, and not in its address. */
function Press({ view, webhook, action, hint, isPlain = false }: PressProps) {
  return (
    <form method="post" action={webhookPath(webhook.id, null, view.asking)}>
      <input type="hidden" name="key" value={webhook.key} />
      <p class="buttons">
        <button type="submit" name="do" value={action} class={isPlain ? 'plain' : undefined}>
          {wordsFor(view).webhook[action]}
        </button>
      </p>
      {hint && <p class="hint">{hint}</p>}
    </form>
  )
}
