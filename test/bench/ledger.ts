/**
 * A ledger of any size, the same for the same seed: deadlines as they are, with dates before and
 * after an instant, that were moved and doubted, and of which some have an outcome. Each stands
 * before its own reports; what the first ones are does not depend on how many there are.
 */
import type { Deadline, Kind } from '../../src/deadline/deadline.ts'
import { KINDS } from '../../src/deadline/deadline.ts'
import { type EpochSeconds, formatInstant } from '../../src/deadline/instant.ts'
import {
  CONSEQUENCES,
  DEMAND_RESULTS,
  type Report,
  type Source,
  TALKS_RESULTS,
} from '../../src/deadline/report.ts'
import type { Line } from '../../src/ledger/line.ts'
import { Chance } from './chance.ts'
import { DEMANDS, NOTES, OUTLETS, QUOTES, STATES, THREATS, TOPICS, ZONES } from './stated.ts'

export interface Making {
  deadlines: number
  reportsEach: number
  seed: number
  /** The present, as the ledger sees it: nothing was reported later. */
  around: EpochSeconds
}

const DAY = 86_400

export function* madeLedger({ deadlines, ...making }: Making): Generator<Line> {
  for (let number = 0; number < deadlines; number++) yield* madeDeadline(number, making)
}

/** A deadline while it is made. */
interface Subject {
  chance: Chance
  deadline: Deadline
  /** The day that it was first set for, and the zone that it is stated in. */
  target: EpochSeconds
  zone: string | null
  said: Report[]
}

function* madeDeadline(number: number, making: Omit<Making, 'deadlines'>): Generator<Line> {
  const { reportsEach, seed, around } = making
  const chance = new Chance(Math.imul(seed, 0x9e3779b1) + Math.imul(number, 0x85ebca6b))
  const target = around + chance.between(-730, 365) * DAY + chance.between(0, DAY - 1)
  const issued = Math.min(target, around) - chance.between(20, 200) * DAY
  const deadline = opening(number, chance, issued)
  yield { opens: deadline }
  const subject = { chance, deadline, target, zone: chance.of(ZONES), said: [] }
  const hasEnded = target < around - 10 * DAY && chance.happens(0.8)
  const times = momentsBetween(chance, issued, Math.min(target, around), reportsEach)
  for (const [index, at] of times.entries()) {
    const isLast = hasEnded && index === reportsEach - 1
    const report = isLast
      ? ending(subject, target + chance.between(1, 9) * DAY)
      : next(subject, index, at)
    subject.said.push(report as never)
    yield { reports: report }
  }
}

function opening(number: number, chance: Chance, issued: EpochSeconds): Deadline {
  const kind = chance.of(KINDS)
  const [issuer, addressee] = [chance.of(STATES), chance.of(STATES)]
  const demand = chance.of(DEMANDS)
  const isTalks = kind === 'talks'
  return {
    slug: `${addressee}-${number}`.toLowerCase(),
    kind,
    title: isTalks ? `${issuer} and ${addressee} meet, round ${number}` : `${demand} (${number})`,
    topic: chance.happens(0.1) ? null : chance.earlyOf(TOPICS),
    issuer: isTalks ? null : issuer,
    addressees: isTalks ? [issuer, addressee] : [addressee],
    demand: isTalks ? null : demand,
    threat: kind === 'ultimatum' ? chance.of(THREATS) : null,
    place: isTalks ? 'Istanbul' : null,
    issuedAt: formatInstant(issued).slice(0, 10),
    recordedAt: formatInstant(issued + 3600),
    recordedBy: 'desk',
  }
}

/** The first is the day on which it was set. */
function momentsBetween(chance: Chance, from: number, to: number, count: number): number[] {
  const later = Array.from({ length: count - 1 }, () => chance.between(from + 1, to - 7200))
  return [from, ...later.sort((a, b) => a - b)]
}

function next(subject: Subject, index: number, at: EpochSeconds): Report {
  const { chance, said } = subject
  if (index === 0 || chance.happens(0.7)) return dating(subject, index, at)
  const taken = chance.of(said)
  if (chance.happens(0.2) && taken.says === 'date') {
    return { ...report(subject, at), says: 'retraction', retracts: taken.id }
  }
  return { ...report(subject, at), says: 'note', note: chance.of(NOTES) }
}

/** A first word on the date, and later ones that leave it, move it, doubt it or take it back. */
function dating(subject: Subject, index: number, at: EpochSeconds): Report {
  const { chance, zone } = subject
  const moved = index > 0 && chance.happens(0.5) ? chance.between(-5, 15) * DAY : 0
  const isOff = index > 0 && chance.happens(0.06)
  const when = isOff ? null : stated(chance, Math.max(subject.target + moved, at + DAY))
  if (when !== null && chance.happens(0.3)) subject.target += moved
  return { ...report(subject, at), when, zone: when === null ? null : zone }
}

/** A date in one of the ways in which people state them. */
function stated(chance: Chance, at: EpochSeconds): string {
  const text = formatInstant(at)
  const day = text.slice(0, 10)
  const later = formatInstant(at + 2 * DAY).slice(0, 10)
  const minute = text.slice(0, 16)
  return chance.earlyOf([day, minute, text, `${day}/${later}`, `${day}?`, `[${day},${later}]`])
}

function ending(subject: Subject, at: EpochSeconds): Report {
  const { chance, deadline } = subject
  const isTalks = deadline.kind === 'talks'
  const outcome = {
    result: chance.of(isTalks ? TALKS_RESULTS : DEMAND_RESULTS),
    consequence: deadline.kind === 'ultimatum' ? chance.of(CONSEQUENCES) : null,
    at: formatInstant(at - DAY).slice(0, 10),
  }
  return { ...report(subject, at), says: 'outcome', outcome }
}

/** With every key, in the order in which the ledger keeps them. */
function report({ chance, deadline }: Subject, at: EpochSeconds): Report {
  const [lang, quote] = chance.of(QUOTES)
  return {
    deadline: deadline.slug,
    id: chance.uuid(),
    says: 'date',
    when: null,
    zone: null,
    outcome: null,
    retracts: null,
    source: source(chance, deadline),
    quote,
    lang,
    note: null,
    reportedAt: formatInstant(at),
    recordedAt: formatInstant(at + 3600),
    recordedBy: 'desk',
  }
}

const STANDING: Record<Kind, readonly Source['standing'][]> = {
  ultimatum: ['issuer', 'party', 'media', 'anonymous'],
  deadline: ['issuer', 'media', 'party', 'anonymous'],
  talks: ['party', 'media', 'anonymous', 'desk'],
}

function source(chance: Chance, { kind, issuer, addressees }: Deadline): Source {
  const standing = chance.earlyOf(STANDING[kind])
  const outlet = chance.of(OUTLETS)
  const names = { issuer: issuer ?? outlet, party: chance.of(addressees), media: outlet }
  return {
    name: { ...names, anonymous: 'A diplomat', desk: 'Desk' }[standing],
    standing,
    via: standing === 'media' ? null : outlet,
    url: `https://news.example/${chance.between(100_000, 999_999)}`,
    archiveUrl: null,
  }
}
