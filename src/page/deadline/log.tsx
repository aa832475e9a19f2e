import type { Report } from '../../deadline/report.ts'
import { retracted } from '../../deadline/timeline.ts'
import { resolveWhen } from '../../deadline/when.ts'
import { Dated, Instant } from '../date.tsx'
import { writeOutcome } from '../outcome.tsx'
import type { View } from '../page.ts'
import { Sentence } from '../sentence.tsx'
import { Source } from '../source.tsx'
import { epochOf } from '../spoken.ts'
import { wordsFor } from '../words/words.ts'

/** Every report of a deadline, oldest first; those taken back are struck through and stay. */
export function Log({ view, log }: { view: View; log: Report[] }) {
  const { phrase } = wordsFor(view)
  const takenBack = retracted(log)
  return (
    <section class="log" aria-labelledby="log">
      <h2 id="log" class="eyebrow">
        {phrase.log}
      </h2>
      <ol>
        {log.map((report) => (
          <Entry
            view={view}
            report={report}
            log={log}
            isTakenBack={takenBack.has(report.id)}
            isLatest={report === log.at(-1)}
          />
        ))}
      </ol>
    </section>
  )
}

interface Props {
  view: View
  report: Report
  log: Report[]
  isTakenBack: boolean
  isLatest: boolean
}

function Entry({ view, report, log, isTakenBack, isLatest }: Props) {
  const { phrase, says } = wordsFor(view)
  return (
    <li id={report.id} class={isTakenBack ? 'log-entry taken-back' : 'log-entry'}>
      <p class="log-when">
        <Instant view={view} at={epochOf(report.reportedAt)} />
      </p>
      <div class="log-what">
        <p class="log-says" data-news={isLatest || undefined}>
          <span class="log-kind">{says[report.says]}</span>{' '}
          {isTakenBack ? (
            <del>
              <Said view={view} report={report} log={log} />
            </del>
          ) : (
            <Said view={view} report={report} log={log} />
          )}
          {isTakenBack && <strong class="mark"> {phrase.retracted}</strong>}
        </p>
        {report.quote && (
          <blockquote lang={report.lang ?? ''} dir="auto">
            {report.quote}
          </blockquote>
        )}
        {report.note && (
          <p class="note" dir="auto">
            {report.note}
          </p>
        )}
        <p class="said-by">
          <Source view={view} source={report.source} />
        </p>
      </div>
    </li>
  )
}

function Said({ view, report, log }: Pick<Props, 'view' | 'report' | 'log'>) {
  const { phrase } = wordsFor(view)
  switch (report.says) {
    case 'date':
      return <SaidDate view={view} report={report} />
    case 'outcome':
      return <b>{report.outcome && writeOutcome(view, report.outcome)}</b>
    case 'retraction': {
      const back = log.find(({ id }) => id === report.retracts)
      if (!back) return null
      const day = (
        <a href={`#${back.id}`}>
          <Instant view={view} at={epochOf(back.reportedAt)} />
        </a>
      )
      return <Sentence of={phrase.retracts} places={{ day }} />
    }
    default:
      return null
  }
}

function SaidDate({ view, report: { when, zone } }: { view: View; report: Report }) {
  const resolved = resolveWhen(when, zone)
  const text = resolved.ok ? (resolved.value?.text ?? null) : null
  return (
    <b>
      {text === null ? wordsFor(view).phrase.noDate : <Dated view={view} when={text} zone={zone} />}
    </b>
  )
}
