import { deskPath } from '../../href.ts'
import type { View } from '../page.ts'
import { DeskFrame } from './desk-frame.tsx'
import { Hidden, TextField } from './fields.tsx'
import { pristine, type Values } from './filled.ts'

interface Props {
  view: View
  /** The page of the desk to go on to. */
  to: string
  /** The form that was sent there when the session had ended; empty where none was. */
  kept: Values
  /** Why the last try failed. */
  fault: string | null
  /** Whether any editor is set up. */
  isOpen: boolean
  /** Whether the browser will keep the sign-in from one page to the next. */
  canKeep: boolean
}

export function SignIn({ view, to, kept, fault, isOpen, canKeep }: Props) {
  const isKept = Object.keys(kept).length > 0
  const refusals = fault === null ? [] : [{ pointer: '/token', detail: fault }]
  const form = { ...pristine({}), refusals }
  return (
    <DeskFrame view={view} title="Sign in to the desk" editor={null}>
      <section class="sheet">
        <h1>The desk</h1>
        <p class="who">
          Here editors record what sources say: each date, each change of it, each outcome.
        </p>
        {isOpen ? (
          <form method="post" action={deskPath('sign-in')} class="fields">
            {isKept && (
              <p role="status">
                <strong>You are not signed in any more.</strong> What you typed is kept, and is sent
                on when you are.
              </p>
            )}
            {!canKeep && (
              <p class="fault">
                This page came by plain HTTP from another machine: your browser will not keep the
                sign-in. Open it by https.
              </p>
            )}
            <Hidden values={{ ...kept, to }} />
            <TextField
              form={form}
              name="token"
              hint="For 12 hours on this browser. On your own machine, npm start printed it once."
              type="password"
              autocomplete="current-password"
              required
            />
            <p class="buttons">
              <button type="submit">Sign in</button>
            </p>
          </form>
        ) : (
          <p class="fault">
            No editor is set up: the secret <code>EDITORS</code> is empty, so nobody can write.
          </p>
        )}
        {!isKept && (
          <p class="hint">
            Signed in already, and came by a link from elsewhere? <a href={to}>Go on</a>.
          </p>
        )}
      </section>
    </DeskFrame>
  )
}
