import type { Report } from '../../deadline/report.ts'
import type { Status } from '../../deadline/status.ts'
import { boardPath, DESK, deskDeadlinePath, deskPath } from '../../href.ts'
import { Certainty } from '../certainty.tsx'
import { Dated, Instant } from '../date.tsx'
import { Outcome } from '../outcome.tsx'
import type { View } from '../page.ts'
import { epochOf } from '../spoken.ts'
import { DeskFrame } from './desk-frame.tsx'
import { writeSaid } from './said.ts'

interface Props {
  view: View
  editor: string
  statuses: Status[]
  /** Whether there are more of them than these. */
  isCut: boolean
  /** What they are searched for. */
  q: string
  /** The last recorded first. */
  latest: Report[]
  /** How many reports were recorded just now. */
  recorded: number
  /** How many deliveries were given up. */
  dead: number
}

/** Where an editor begins. */
export function Home({ view, editor, statuses, isCut, q, latest, recorded, dead }: Props) {
  return (
    <DeskFrame view={view} title="The desk" editor={editor}>
      <section class="hero">
        <div class="hero-words">
          {recorded > 0 && (
            <p class="recorded" role="status">
              {recorded === 1 ? 'One report is recorded.' : `${recorded} reports are recorded.`}{' '}
              <a href={boardPath()}>See the board.</a>
            </p>
          )}
          <p class="eyebrow">Editors</p>
          <h1>The desk</h1>
          <p class="who">
            Record what a source says. The countdown, the doubt and what moved follow from it.
          </p>
          <p class="doors">
            <a class="door" href={deskPath('intake')}>
              From an article
            </a>
            <a class="door" href={deskPath('new')}>
              New deadline
            </a>
          </p>
          <p>
            <a href={deskPath('deliveries')}>Deliveries{dead > 0 && `: ${dead} given up`}</a>
          </p>
        </div>
      </section>
      <div class="columns">
        <section aria-labelledby="deadlines">
          <h2 id="deadlines" class="eyebrow">
            Deadlines
          </h2>
          <form class="find" action={DESK} method="get">
            <label class="unseen" for="q">
              Search deadlines
            </label>
            <input id="q" name="q" type="search" value={q} />
            <button type="submit">Search</button>
          </form>
          {statuses.length === 0 && <p class="who">There is none{q && ` that has “${q}”`}.</p>}
          <ul class="lines">
            {statuses.map((status) => (
              <Deadline view={view} status={status} />
            ))}
          </ul>
          {isCut && (
            <p class="hint">These are the first {statuses.length}: search for the others.</p>
          )}
        </section>
        <section aria-labelledby="latest">
          <h2 id="latest" class="eyebrow">
            What was recorded last
          </h2>
          <ol class="lines">
            {latest.map((report) => (
              <Latest view={view} report={report} />
            ))}
          </ol>
        </section>
      </div>
    </DeskFrame>
  )
}

function Deadline({ view, status }: { view: View; status: Status }) {
  return (
    <li>
      <a class="title-link" href={deskDeadlinePath(status.slug)}>
        {status.title}
      </a>
      <br />
      <Certainty view={view} certainty={status.certainty} />{' '}
      {status.outcome ? (
        <Outcome view={view} status={status} />
      ) : (
        status.when && <Dated view={view} when={status.when} zone={status.zone} />
      )}
    </li>
  )
}

function Latest({ view, report }: { view: View; report: Report }) {
  return (
    <li>
      <a class="title-link" href={`${deskDeadlinePath(report.deadline)}#${report.id}`}>
        {report.source.name}
      </a>
      : {writeSaid(report)}
      <br />
      <span class="said-by">
        <Instant view={view} at={epochOf(report.reportedAt)} />, recorded by {report.recordedBy}
      </span>
    </li>
  )
}
