/**
 * What a feed tells, whatever its format: one entry for each thing that happened. An entry's time
 * is that of the change, never that of the deadline, and its words make sense alone.
 */
import type { Change, ChangeType, StatedDate, Taking } from '../deadline/change.ts'
import { claimOf } from '../deadline/claim.ts'
import type { Deadline } from '../deadline/deadline.ts'
import { type EpochSeconds, formatInstant } from '../deadline/instant.ts'
import type { MilestoneName } from '../deadline/milestone.ts'
import type { MoveKind } from '../deadline/move.ts'
import { remainingUntil } from '../deadline/remaining.ts'
import type { Report } from '../deadline/report.ts'
import { highest, lowest } from '../deadline/window.ts'
import { htmlOf, legible, type Paragraph, textOf, type Words, wordsOf } from './passage.ts'

/** A change, with its deadline, and the report that made it; a milestone has none. */
export interface Telling {
  deadline: Deadline
  change: Change
  report: Report | null
}

export interface Entry {
  /** A URN, permanent, and the same in every format and on every host. */
  id: string
  type: ChangeType
  slug: string
  title: string
  /** The whole, in words alone; and as HTML. */
  text: string
  html: string
  /** Who says so: the source, or who counts the days. */
  author: string
  /** What it can be sorted by: its type, the deadline's kind, its topic. */
  tags: string[]
  published: EpochSeconds
  /** Later than `published` where the report was taken back. */
  updated: EpochSeconds
}

/** What the words are written with. */
export interface Writing {
  /** The feed's instant: what was taken back later is not told. */
  now: EpochSeconds
  /** The tracker's own name. */
  site: string
  /** Writes a date in its zone for who reads it at an instant. */
  date: (date: StatedDate, at: EpochSeconds) => string
}

export function entryOf(id: string, telling: Telling, writing: Writing): Entry {
  const { deadline, change, report } = telling
  const taken = change.takings.findLast((each) => each.at <= writing.now) ?? null
  const what = whatOf(telling, writing)
  const title = `${taken?.by ? 'Retracted: ' : ''}${deadline.title}: ${wordsOf(what)}`
  const paragraphs = passageOf(telling, what, taken, writing)
  return {
    id,
    type: change.type,
    slug: deadline.slug,
    title: legible(title),
    text: legible(textOf(paragraphs)),
    html: legible(htmlOf(paragraphs)),
    author: legible(report?.source.name ?? writing.site),
    tags: [change.type, deadline.kind, ...(deadline.topic ? [deadline.topic] : [])],
    published: change.at,
    updated: taken?.at ?? change.at,
  }
}

function passageOf(
  { change, report }: Telling,
  what: Words[],
  taken: Taking | null,
  writing: Writing,
): Paragraph[] {
  const standing = standingOf(change, writing)
  return [
    { says: [...sentence(what), '.'] },
    ...(standing ? [{ says: [standing] }] : []),
    ...(report?.quote ? [{ quote: report.quote, lang: report.lang }] : []),
    ...(report?.note ? [{ says: [report.note] }] : []),
    ...(report ? [{ says: sourceOf(report) }] : []),
    ...(taken?.by ? [{ says: [`Taken back by ${taken.by}, ${instant(taken.at)}.`] }] : []),
  ]
}

function sentence([first, ...rest]: Words[]): Words[] {
  if (typeof first !== 'string') return [first, ...rest]
  return [capitalised(first), ...rest]
}

/** What happened, as the end of a sentence that begins with the deadline's title. */
function whatOf({ change, report, deadline }: Telling, writing: Writing): Words[] {
  const written = (date: StatedDate | null) => (date ? writing.date(date, change.at) : 'no date')
  if (change.milestone) {
    const isTalks = deadline.kind === 'talks'
    return [milestoneText(change.milestone, change, written(change.date), isTalks)]
  }
  if (change.move) {
    const { kind, from, to } = change.move
    return MOVED[kind](written(from), written(to))
  }
  return report ? [reportText(report, written)] : []
}

const LEFT: Partial<Record<MilestoneName, string>> = {
  ...{ '30d': '30 days', '7d': '7 days', '3d': '3 days', '24h': '24 hours', '1h': '1 hour' },
}

function milestoneText(
  name: MilestoneName,
  change: Change,
  date: string,
  isTalks: boolean,
): string {
  if (name === 'opens') return isTalks ? `the time has come (${date})` : `due (${date})`
  if (name === 'closes') return `${isTalks ? 'the date is past' : 'time is up'} (${date})`
  const isWholeDay = !isTalks && /^\d{4}-\d\d-\d\d$/.test(change.date?.when ?? '')
  return `${LEFT[name]} left, until ${isWholeDay ? `the end of ${date}` : date}`
}

const MOVED: Record<MoveKind, (from: string, to: string) => Words[]> = {
  set: (_, to) => ['set for ', { ins: to }],
  slip: (from, to) => ['put off from ', { del: from }, ' to ', { ins: to }],
  'pull-in': (from, to) => ['pulled in from ', { del: from }, ' to ', { ins: to }],
  firmed: (from, to) => ['firmed from ', { del: from }, ' to ', { ins: to }],
  loosened: (from, to) => ['loosened from ', { del: from }, ' to ', { ins: to }],
  adjusted: (from, to) => ['restated from ', { del: from }, ' to ', { ins: to }],
  withdrawn: (from) => [{ del: from }, ' withdrawn, now without a date'],
}

function reportText(report: Report, written: (date: StatedDate | null) => string): string {
  const { name } = report.source
  if (report.says === 'outcome') return outcomeText(report)
  if (report.says === 'note') return `a note by ${name}`
  if (report.says === 'retraction') return `${name} takes an earlier report back`
  return `${name} says ${claimText(report, written)}`
}

function claimText(report: Report, written: (date: StatedDate | null) => string): string {
  const { when } = claimOf(report)
  return when ? written({ when: when.text, zone: when.zone }) : 'there is no date'
}

function outcomeText({ outcome }: Report): string {
  const words = [outcome?.result, outcome?.consequence].filter((word) => word !== null)
  return words.map((word) => word?.replaceAll('-', ' ')).join('; ')
}

/** How sure it then was, who says what, and how long was left; nothing of what has ended. */
function standingOf(change: Change, writing: Writing): string | null {
  if (change.isClosed) return null
  if (!change.date || !change.window) return 'Undated.'
  return `${capitalised(change.certainty)}${whoSays(change, writing)}.${leftOf(change, writing)}`
}

/** Where they differ, all of them; a milestone, which nobody reported, names whose date it is of. */
function whoSays({ at, milestone, date, by, claims }: Change, writing: Writing): string {
  const says = (source: string | null, what: StatedDate | null) =>
    `${source} says ${what ? writing.date(what, at) : 'there is no date'}`
  if (claims.length > 0) {
    return `: ${claims.map((claim) => says(claim.source, claim.date)).join('; ')}`
  }
  return milestone ? `: ${says(by, date)}` : ''
}

/** A milestone has said it, and a move the date. */
function leftOf({ at, milestone, move, date, window, target }: Change, writing: Writing): string {
  if (!date || !window || milestone) return ''
  if (highest(window) <= at) return ' The date is past.'
  if (target === null || lowest(window) <= at) return ''
  const { text } = remainingUntil(target, window, date.zone, at)
  return ` ${capitalised(text)} left${move ? '' : `: ${writing.date(date, at)}`}.`
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** "Donald Trump (issuer), via CNN, 14 July 2025, 12:00 UTC" */
function sourceOf({ source: { name, standing, via, url }, reportedAt }: Report): Words[] {
  const carried: Words[] = url ? [{ link: via ?? hostOf(url), href: url }] : via ? [via] : []
  return [
    `${name} (${standing})`,
    ...(carried.length > 0 ? [', via ', ...carried] : []),
    `, ${reportedAt.replace('T', ' ').replace(/:\d\dZ$/, ' UTC')}.`,
  ]
}

function hostOf(url: string): string {
  return URL.parse(url)?.hostname ?? url
}

function instant(at: EpochSeconds): string {
  return formatInstant(at)
    .replace('T', ' ')
    .replace(/:\d\dZ$/, ' UTC')
}
