import type { Status } from '../../deadline/status.ts'
import { deskPath } from '../../href.ts'
import type { View } from '../page.ts'
import { Topics } from './deadline-fields.tsx'
import { DeskFrame } from './desk-frame.tsx'
import { DraftEntry } from './draft.tsx'
import { TextField, WordsField, Wrong } from './fields.tsx'
import { type Filled, within } from './filled.ts'
import { type Preview, PreviewButton, PreviewPanel } from './preview.tsx'
import { Zones } from './report-fields.tsx'

interface Props {
  view: View
  editor: string
  form: Filled
  preview: Preview | null
  /** How many drafts the article gives; null before it is read. */
  drafts: number | null
  deadlines: Pick<Status, 'slug' | 'title'>[]
  topics: string[]
  zones: readonly string[]
}

/** From an article's text to reports: pasted, read, ticked and corrected, looked at, recorded. */
export function Intake(props: Props) {
  const { view, editor, form, preview, drafts, deadlines, topics, zones } = props
  return (
    <DeskFrame view={view} title="From an article" editor={editor}>
      <section class="sheet">
        <h1>From an article</h1>
        <p class="who">
          Paste its text. Each sentence that says when something is due, or was, becomes a draft;
          nothing is recorded but what you tick, and as you correct it.
        </p>
        <form method="post" action={deskPath('intake')} class="fields">
          <Wrong form={form} />
          <PreviewPanel view={view} preview={preview} what="what is ticked" />
          {drafts === 0 && (
            <p role="status">
              <strong>No sentence of it says when something is due.</strong> A deadline or a report
              can still be recorded by hand.
            </p>
          )}
          {Array.from({ length: drafts ?? 0 }, (_, index) => (
            <DraftEntry
              form={within(form, `drafts.${index}`)}
              index={index}
              deadlines={deadlines}
            />
          ))}
          {Number(form.values.left) > 0 && (
            <p role="status">
              <strong>It has {form.values.left} drafts more.</strong> Record these first, then paste
              the rest of the article.
            </p>
          )}
          {drafts ? <PreviewButton preview={preview} /> : null}
          <Article form={form} isRead={drafts !== null} />
          <Zones zones={zones} />
          <Topics topics={topics} />
        </form>
      </section>
    </DeskFrame>
  )
}

function Article({ form, isRead }: { form: Filled; isRead: boolean }) {
  return (
    <fieldset>
      <legend>The article</legend>
      <WordsField form={form} name="text" rows={isRead ? 6 : 14} required />
      <div class="pair">
        <TextField
          form={form}
          name="published"
          hint={
            <>
              The day, as <code>2025-07-21</code>, or the instant
            </>
          }
          required
        />
        <TextField
          form={form}
          name="zone"
          label="Time zone of the outlet"
          list="zones"
          hint="What “today” means in it. Empty: UTC"
        />
      </div>
      <div class="pair">
        <TextField form={form} name="via" hint="As CNN" />
        <TextField form={form} name="url" inputmode="url" />
      </div>
      <p class="buttons">
        <button type="submit" name="step" value="read" class={isRead ? 'plain' : undefined}>
          {isRead ? 'Read it again' : 'Find what it says'}
        </button>
      </p>
    </fieldset>
  )
}
