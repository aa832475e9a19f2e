import type { Child } from 'hono/jsx'
import type { View } from '../page.ts'
import { type Effect, EffectOf } from './effect.tsx'
import { Hidden } from './fields.tsx'

/** What has been looked at before it is recorded. */
export interface Preview {
  effects: Effect[]
  /** Of what was looked at: what is sent to be recorded has to be the same. */
  fingerprint: string
  /** Something was sent to be recorded that had not been looked at. */
  isChanged: boolean
}

interface Props {
  view: View
  preview: Preview | null
  /** What the button records: "the report". */
  what: string
}

/** What will change, and the button that records it; before that, the one that shows it. */
export function PreviewPanel({ view, preview, what }: Props) {
  if (!preview) return null
  return (
    <section class="preview" aria-labelledby="preview" tabindex={-1} autofocus>
      <h2 id="preview">What this will change</h2>
      {preview.isChanged && (
        <p>
          <strong>This is not what you looked at before</strong>, so nothing is recorded yet.
        </p>
      )}
      {preview.effects.map((effect) => (
        <>
          <h3>{effect.now.after.title}</h3>
          <EffectOf view={view} effect={effect} />
        </>
      ))}
      <Hidden values={{ previewed: preview.fingerprint }} />
      <p class="buttons">
        <button type="submit" name="step" value="record">
          Record {what}
        </button>
      </p>
    </section>
  )
}

/** At the end of the fields. */
export function PreviewButton({
  preview,
  children,
}: {
  preview: Preview | null
  children?: Child
}) {
  return (
    <p class="buttons">
      <button type="submit" name="step" value="preview" class={preview ? 'plain' : undefined}>
        {preview ? 'Look again at what it changes' : 'Look at what it changes'}
      </button>
      {children}
    </p>
  )
}
