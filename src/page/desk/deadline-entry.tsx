import type { View } from '../page.ts'
import { DeadlineFields, Topics } from './deadline-fields.tsx'
import { DeskFrame } from './desk-frame.tsx'
import { Wrong } from './fields.tsx'
import type { Filled } from './filled.ts'
import { type Preview, PreviewButton, PreviewPanel } from './preview.tsx'

interface Props {
  view: View
  editor: string
  form: Filled
  preview: Preview | null
  topics: string[]
}

/** A new deadline: filled in, looked at, opened. */
export function DeadlineEntry({ view, editor, form, preview, topics }: Props) {
  return (
    <DeskFrame view={view} title="New deadline" editor={editor}>
      <section class="sheet">
        <h1>New deadline</h1>
        <p class="who">
          What it is about. No date stands here: dates are what sources say of it, and come next.
          What is opened is never changed, so read it twice.
        </p>
        <form method="post" class="fields">
          <Wrong form={form} />
          <PreviewPanel view={view} preview={preview} what="the deadline" />
          <DeadlineFields form={form} />
          <Topics topics={topics} />
          <PreviewButton preview={preview} />
        </form>
      </section>
    </DeskFrame>
  )
}
