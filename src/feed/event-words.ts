/** What an event says: its title, and all that is known of the deadline as plain text. */
import type { Certainty, Claim } from '../deadline/claim.ts'
import type { Deadline } from '../deadline/deadline.ts'
import type { Move } from '../deadline/move.ts'
import type { Consequence, Result, Source, Standing } from '../deadline/report.ts'
import type { ReportedOutcome, State } from '../deadline/timeline.ts'

/** How a date in EDTF is written for people, in its zone. */
export type WriteDate = (edtf: string, zone: string | null) => string

/** The words that pages have too. */
export interface EventWords {
  result: Record<Result, string>
  consequence: Record<Consequence, string>
  certainty: Record<Certainty, string>
  standing: Record<Standing, string>
  date: WriteDate
}

/** The deadline's title, after what came of it, or else after the word that sources disagree. */
export function summaryOf(deadline: Deadline, state: State, words: EventWords): string {
  const { outcome, certainty } = state
  if (outcome) return `[${outcomeWords(outcome, words)}] ${deadline.title}`
  return certainty === 'contested' ? `[contested] ${deadline.title}` : deadline.title
}

/** In paragraphs; nothing here changes with time alone. `page` is absolute. */
export function descriptionOf(
  deadline: Deadline,
  state: State,
  page: string,
  words: EventWords,
): string {
  const { demand, threat } = deadline
  return [
    lines(partiesOf(deadline), demand && `Demand: ${demand}`, threat && `Or else: ${threat}`),
    state.outcome && outcomeLine(state.outcome, words),
    lines(dateLine(state, words), ...state.claims.map((claim) => claimLine(claim, words))),
    movedLines(state, words),
    page,
  ]
    .filter(Boolean)
    .join('\n\n')
}

function lines(...each: (string | null)[]): string {
  return each.filter(Boolean).join('\n')
}

/** Who to whom; those who talk with each other, together, or who proposed it. */
function partiesOf({ kind, issuer, addressees }: Deadline): string {
  const to = new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(addressees)
  if (issuer === null) return to
  const by = kind === 'talks' ? `Proposed by ${issuer}` : issuer
  return to ? `${by} to ${to}` : by
}

function outcomeWords({ result, consequence }: ReportedOutcome, words: EventWords): string {
  return consequence
    ? `${words.result[result]}; ${words.consequence[consequence]}`
    : words.result[result]
}

function outcomeLine(outcome: ReportedOutcome, words: EventWords): string {
  const { at, source, reportedAt } = outcome
  const what = `${outcomeWords(outcome, words)}${at ? ` (${words.date(at, null)})` : ''}`
  return `Outcome: ${what}, says ${nameOf(source, words)}, ${dayOf(reportedAt, words)}`
}

function dateLine({ leading, certainty }: State, words: EventWords): string | null {
  if (!leading) return null
  const { text, zone } = leading.when
  const date = `${words.date(text, zone)} (${zone ?? 'zone not stated'})`
  const doubt = certainty === 'contested' ? ': the sources disagree' : ''
  return `Date: ${date}. ${words.certainty[certainty]}${doubt}.`
}

function claimLine({ source, when, report }: Claim, words: EventWords): string {
  const date = when ? words.date(when.text, when.zone) : 'no date'
  return `- ${date}, says ${nameOf(source, words)}, ${dayOf(report.reportedAt, words)}`
}

/** Every change of the date after it was first set. */
function movedLines({ moves, leading }: State, words: EventWords): string {
  const zone = leading?.when.zone ?? null
  return lines(...moves.slice(1).map((move) => moveLine(move, zone, words)))
}

function moveLine({ from, to, source, at }: Move, zone: string | null, words: EventWords): string {
  const [before, after] = [from, to].map((edtf) => (edtf ? words.date(edtf, zone) : 'no date'))
  return `Moved: ${before} → ${after}, said by ${nameOf(source, words)}, ${dayOf(at, words)}`
}

function nameOf({ name, standing, via }: Source, words: EventWords): string {
  return `${name} (${words.standing[standing]}${via === null ? '' : `, via ${via}`})`
}

/** The day of an instant, in UTC. */
function dayOf(instant: string, words: EventWords): string {
  return words.date(instant.slice(0, 'YYYY-MM-DD'.length), null)
}
