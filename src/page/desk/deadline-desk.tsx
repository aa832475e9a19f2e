import type { Report } from '../../deadline/report.ts'
import type { Status } from '../../deadline/status.ts'
import { retracted } from '../../deadline/timeline.ts'
import { deadlinePath, deskDeadlinePath } from '../../href.ts'
import { Instant } from '../date.tsx'
import type { View } from '../page.ts'
import { Source } from '../source.tsx'
import { epochOf } from '../spoken.ts'
import { en } from '../words/en.ts'
import { DeskFrame } from './desk-frame.tsx'
import { writeSaid } from './said.ts'
import { StatusLine } from './status-line.tsx'

interface Props {
  view: View
  editor: string
  status: Status
  /** Oldest first. */
  log: Report[]
  /** Whether it was just recorded that the page tells. */
  isRecorded: boolean
}

/** What can be recorded of one deadline, and what is. */
export function DeadlineDesk({ view, editor, status, log, isRecorded }: Props) {
  const { slug, title } = status
  const takenBack = retracted(log)
  return (
    <DeskFrame view={view} title={title} editor={editor}>
      <section class="sheet">
        {isRecorded && (
          <p class="recorded" role="status">
            Recorded. <a href={deadlinePath(slug)}>Readers see it now.</a>
          </p>
        )}
        <p class="eyebrow">{en.kind[status.kind]}</p>
        <h1>{title}</h1>
        <StatusLine view={view} status={status} />
        <p class="doors">
          <a class="door" href={deskDeadlinePath(slug, 'date')}>
            A date
          </a>
          <a class="door" href={deskDeadlinePath(slug, 'outcome')}>
            An outcome
          </a>
          <a class="door" href={deskDeadlinePath(slug, 'note')}>
            A note
          </a>
        </p>
        <h2 class="eyebrow">What is recorded</h2>
        {log.length === 0 && <p class="who">Nothing yet: nobody has said anything of it.</p>}
        <ol class="lines" reversed>
          {log.toReversed().map((report) => (
            <Entry view={view} report={report} isTakenBack={takenBack.has(report.id)} />
          ))}
        </ol>
      </section>
    </DeskFrame>
  )
}

interface EntryProps {
  view: View
  report: Report
  isTakenBack: boolean
}

function Entry({ view, report, isTakenBack }: EntryProps) {
  const isRetraction = report.says === 'retraction'
  const said = `${isRetraction ? '' : `${en.says[report.says]}: `}${writeSaid(report)}`
  const isFinal = isTakenBack || isRetraction
  return (
    <li id={report.id} class="entered">
      <p>
        {isTakenBack ? <del>{said}</del> : said}
        {isTakenBack && <strong> {en.phrase.retracted}</strong>}
        <br />
        <span class="said-by">
          <Source view={view} source={report.source} />,{' '}
          <Instant view={view} at={epochOf(report.reportedAt)} />; recorded by {report.recordedBy}
        </span>
      </p>
      {!isFinal && (
        <a
          class="take-back"
          href={deskDeadlinePath(report.deadline, 'retract', report.id)}
          aria-label={`Take back ${said}`}
        >
          Take back
        </a>
      )}
    </li>
  )
}
