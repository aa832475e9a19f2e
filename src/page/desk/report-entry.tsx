import type { Report } from '../../deadline/report.ts'
import type { Status } from '../../deadline/status.ts'
import { deskDeadlinePath } from '../../href.ts'
import type { View } from '../page.ts'
import { DeskFrame } from './desk-frame.tsx'
import { Hidden, Wrong } from './fields.tsx'
import type { Filled } from './filled.ts'
import { type Preview, PreviewButton, PreviewPanel } from './preview.tsx'
import { SaidFields, SourceFields, WordsFields, Zones } from './report-fields.tsx'
import { writeSaid } from './said.ts'
import { StatusLine } from './status-line.tsx'

interface Props {
  view: View
  editor: string
  status: Status
  says: Report['says']
  /** What a retraction takes back. */
  retracted: Report | null
  form: Filled
  preview: Preview | null
  zones: readonly string[]
}

const TITLES: Record<Report['says'], string> = {
  date: 'What a source says of the date',
  outcome: 'What came of it',
  note: 'A note',
  retraction: 'Take a report back',
}

/** One report: filled in, looked at, recorded. */
export function ReportEntry({
  view,
  editor,
  status,
  says,
  retracted,
  form,
  preview,
  zones,
}: Props) {
  const { slug, title } = status
  return (
    <DeskFrame
      view={view}
      title={`${TITLES[says]} · ${title}`}
      editor={editor}
      above={[{ href: deskDeadlinePath(slug), name: title }]}
    >
      <section class="sheet">
        <h1>{TITLES[says]}</h1>
        <StatusLine view={view} status={status} />
        {retracted && (
          <p class="who">
            Takes back what {retracted.source.name} is recorded to have said at{' '}
            {retracted.reportedAt}: {writeSaid(retracted)}. It stays in the log, struck through.
          </p>
        )}
        <form method="post" class="fields">
          <Wrong form={form} />
          <PreviewPanel view={view} preview={preview} what="the report" />
          <Hidden values={{ id: form.values.id }} />
          <SaidFields form={form} says={says} kind={status.kind} />
          <SourceFields form={form} />
          <WordsFields form={form} says={says} />
          <Zones zones={zones} />
          <Sources status={status} />
          <PreviewButton preview={preview} />
        </form>
      </section>
    </DeskFrame>
  )
}

/** Who has spoken of it before. */
function Sources({ status }: { status: Status }) {
  const names = new Set(status.claims.map(({ source }) => source.name))
  return (
    <datalist id="sources">
      {[...names].map((name) => (
        <option value={name} />
      ))}
    </datalist>
  )
}
