/** What a deadline's status was, and what it would be: told before anything is recorded. */
import type { EpochSeconds } from '../../deadline/instant.ts'
import type { Phase } from '../../deadline/phase.ts'
import type { Status } from '../../deadline/status.ts'
import { Arrow } from '../arrow.tsx'
import { writeInstant } from '../date.tsx'
import { writeOutcome } from '../outcome.tsx'
import type { View } from '../page.ts'
import { PLAIN, writeDate } from '../words/date.ts'
import { en } from '../words/en.ts'

export interface Effect {
  now: Change
  /** The same as of when it was said, where that was before now. */
  earlier: Change | null
  /** Whether something of it is said to come later than now. */
  isAhead: boolean
  /** How many reports there were, those that are said to come later among them. */
  recorded: number
}

interface Change {
  at: EpochSeconds
  /** Null where the deadline is opened by it. */
  before: Status | null
  after: Status
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
  const [before, after, ...more] = sentence.split(ARROW)
  // More than one, and they are a title's own.
  if (after === undefined || more.length > 0) return <>{sentence}</>
  return (
    <>
      {before} <Arrow />
      <span class="unseen">to</span> <b>{after}</b>
    </>
  )
}

/** In sentences: "Certainty: tentative → contested". */
export function writeEffect(view: View, { now, earlier, isAhead }: Effect): string[] {
  const { title, kind } = now.after
  const changes = changesOf(view, now)
  const then = earlier && changes.length === 0 ? changesOf(view, earlier) : []
  return [
    ...(now.before === null ? [`Opens ${en.kind[kind].toLowerCase()}: ${title}`] : []),
    ...changes,
    ...(changes.length === 0 && now.before !== null ? [NOTHING_NOW] : []),
    ...(earlier && then.length > 0 ? [`As of ${writeInstant(view, earlier.at)}:`, ...then] : []),
    ...(isAhead ? ['It is said to come later than now: it is shown from then on.'] : []),
  ]
}

const NOTHING_NOW = 'Nothing in the status changes now: what is recorded joins the log.'

function changesOf(view: View, { before, after }: Change): string[] {
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
