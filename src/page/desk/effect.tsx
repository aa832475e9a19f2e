/** What a deadline's status was, and what it would be: told before anything is recorded. */
import type { Phase } from '../../deadline/phase.ts'
import type { Status } from '../../deadline/status.ts'
import { Arrow } from '../arrow.tsx'
import { writeOutcome } from '../outcome.tsx'
import type { View } from '../page.ts'
import { epochOf } from '../spoken.ts'
import { PLAIN, writeDate } from '../words/date.ts'
import { en } from '../words/en.ts'

export interface Effect {
  /** Null where the deadline is opened by it. */
  before: Status | null
  after: Status
  /** When what is to be recorded was said. */
  reportedAt: string[]
}

interface Props {
  view: View
  effect: Effect
}

export function EffectOf({ view, effect }: Props) {
  return (
    <ul class="effect">
      {writeEffect(view, effect).map((sentence) => (
        <li>
          <WithArrow sentence={sentence} />
        </li>
      ))}
    </ul>
  )
}

const ARROW = ' → '

function WithArrow({ sentence }: { sentence: string }) {
  const [before, after] = sentence.split(ARROW)
  if (after === undefined) return <>{sentence}</>
  return (
    <>
      {before} <Arrow />
      <span class="unseen">to</span> <b>{after}</b>
    </>
  )
}

/** In sentences: "Certainty: tentative → contested". */
export function writeEffect(view: View, { before, after, reportedAt }: Effect): string[] {
  const opened =
    before === null ? [`A new ${en.kind[after.kind].toLowerCase()}: ${after.title}`] : []
  const changes = changesOf(view, before, after)
  const isAhead = reportedAt.some((at) => epochOf(at) > view.now)
  return [
    ...opened,
    ...changes,
    ...(before !== null && changes.length === 0
      ? ['Nothing in the status changes: what is recorded joins the log.']
      : []),
    ...(isAhead ? ['It is said to come later than now: it is shown from then on.'] : []),
  ]
}

function changesOf(view: View, before: Status | null, after: Status): string[] {
  return [
    change('Certainty', before && certainty(before), certainty(after)),
    countdown(before && counted(before), counted(after)),
    change('Phase', before && PHASES[before.phase], PHASES[after.phase]),
    change('Outcome', before && outcome(view, before), outcome(view, after)),
    change('Sources with a word on the date', before && claims(before), claims(after)),
  ].filter((sentence) => sentence !== null)
}

const PHASES: Record<Phase, string> = {
  upcoming: 'upcoming',
  due: 'due now',
  passed: 'past its time',
  closed: 'closed',
}

const certainty = (status: Status) => en.certainty[status.certainty].toLowerCase()
const claims = (status: Status) => String(status.claims.length)
const outcome = (view: View, status: Status) =>
  status.outcome ? writeOutcome(view, status.outcome).toLowerCase() : 'none'

/** What the countdown goes to; null where it goes nowhere. */
function counted({ when, zone, certainty, phase }: Status): string | null {
  if (when === null || certainty === 'undated' || phase === 'closed') return null
  return writeDate(en.date, when, zone, PLAIN)
}

function change(name: string, from: string | null, to: string): string | null {
  if (from === to || (from === null && NOTHING.has(to))) return null
  return from === null ? `${name}: ${to}` : `${name}: ${from}${ARROW}${to}`
}

/** What a new deadline has anyway. */
const NOTHING = new Set(['none', '0', 'upcoming'])

function countdown(from: string | null, to: string | null): string | null {
  if (from === to) return null
  if (from === null) return `The countdown goes to ${to}`
  return to === null ? `The countdown to ${from} ends` : `The countdown moves from ${from} to ${to}`
}
