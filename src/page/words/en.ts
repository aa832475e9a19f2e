/**
 * What things are called in English, and how dates and numbers are said. What pages say about them stands
 * in phrases/, and in webhooks/ what is said around those. It is data alone, and other languages have the
 * same shape: sentences are templates (template.ts), of which sentence.ts makes what a number decides.
 */
import type { Certainty } from '../../deadline/claim.ts'
import type { Kind } from '../../deadline/deadline.ts'
import type { MoveKind } from '../../deadline/move.ts'
import type { Consequence, Report, Result, Standing } from '../../deadline/report.ts'
import type { CountWords } from './count.ts'
import type { DateWords } from './date.ts'
import { type Phrases, en as phrase } from './phrases/en.ts'
import type { ReaderWords } from './reader.ts'
import type { Plural, Template } from './template.ts'
import { type WebhookWords, en as webhook } from './webhooks/en.ts'
import type { ZoneWords } from './zone.ts'

/** What can go wrong for who reads. */
export type ReadingStatus = 400 | 404 | 405 | 500 | 501 | 503

export interface Words {
  /** By which the catalogue is told apart in `lang` and `hreflang`: BCP 47. */
  lang: string
  dir: 'ltr' | 'rtl'
  date: DateWords
  zone: ZoneWords
  count: CountWords
  reader: ReaderWords
  kind: Record<Kind, string>
  certainty: Record<Certainty, string>
  standing: Record<Standing, string>
  result: Record<Result, string>
  consequence: Record<Consequence, string>
  move: Record<MoveKind, string>
  /** What a source did to its own date, and by how many days. */
  shift: Record<MoveKind, string>
  shiftBy: Partial<Record<MoveKind, string>>
  says: Record<Report['says'], string>
  /** What went wrong, by the status of the answer. */
  problem: Record<ReadingStatus, string>
  /** Between the parts of a sentence, such as a name and its standing. */
  comma: string
  /** Between the items of a list that has no “and”; and where those have commas of their own. */
  listComma: string
  listSemicolon: string
  /** What topics are called, by their slugs. */
  topics: Record<string, string>
  /** Of the ledger's text they lose their capital within a sentence. */
  articles: string[] | null
  tally: { deadlines: Plural; reports: Plural; sources: Plural; together: Template }
  /** How many of what is pending have no date. */
  undated: Plural
  phrase: Phrases
  webhook: WebhookWords
}

export const en: Words = {
  lang: 'en',
  dir: 'ltr',
  date: {
    locale: 'en-GB',
    weekday: '{weekday} {date}',
    at: '{day}, {time}',
    by: 'by {date}',
    from: 'from {date} on',
    fromTo: '{from} to {to}',
    decade: 'the {year}s',
    about: 'about {date}',
    possibly: 'possibly {date}',
    range: null,
    dayAmong: '{day}',
  },
  zone: { time: '{place} time', unstated: 'zone not stated', anywhere: 'anywhere on Earth' },
  count: {
    locale: 'en-GB',
    in: 'in {time}',
    inDays: { one: 'in {days} day', other: 'in {days} days' },
    inRange: { one: 'in {least} to {most} day', other: 'in {least} to {most} days' },
    between: { one: 'between {least} and {most} day', other: 'between {least} and {most} days' },
    atMost: { one: 'at most {most} day', other: 'at most {most} days' },
    atLeast: { one: 'at least {least} day', other: 'at least {least} days' },
    unitAtMost: { one: 'day at most', other: 'days at most' },
    unitAtLeast: { one: 'day at least', other: 'days at least' },
    large: { today: 'Today', 'any-day': 'Any day now', over: 'Time is up' },
    small: { today: 'today', 'any-day': 'any day now', over: 'time is up' },
    overIs: 'no outcome recorded',
  },
  reader: {
    locale: 'en-GB',
    moment: '{day}, {time}',
    at: 'where you are: {at} ({place})',
    until: 'where you are: until {until} ({place})',
    span: 'where you are: {from} to {until} ({place})',
  },
  kind: { ultimatum: 'Ultimatum', talks: 'Talks', deadline: 'Deadline' },
  certainty: {
    firm: 'Firm',
    tentative: 'Tentative',
    contested: 'Contested',
    undated: 'No date',
  },
  standing: {
    desk: 'desk',
    issuer: 'issuer',
    party: 'party',
    media: 'media',
    anonymous: 'anonymous',
  },
  result: {
    met: 'Met',
    'partly-met': 'Partly met',
    unmet: 'Unmet',
    withdrawn: 'Withdrawn',
    disputed: 'Disputed',
    held: 'Held',
    cancelled: 'Cancelled',
  },
  consequence: {
    'carried-out': 'carried out',
    partly: 'carried out in part',
    late: 'carried out late',
    'not-carried-out': 'not carried out',
    pending: 'still pending',
  },
  move: {
    set: '{to}, says {source}',
    slip: 'put off, {from} {to}, says {source}',
    'pull-in': 'brought forward, {from} {to}, says {source}',
    firmed: 'narrowed, {from} {to}, says {source}',
    loosened: 'widened, {from} {to}, says {source}',
    withdrawn: 'no date any more, {from}, says {source}',
    adjusted: 'changed, {from} {to}, says {source}',
  },
  shift: {
    set: 'set',
    slip: 'put off',
    'pull-in': 'brought forward',
    firmed: 'narrowed',
    loosened: 'widened',
    withdrawn: 'no date any more',
    adjusted: 'changed',
  },
  shiftBy: { slip: 'put off {days}', 'pull-in': 'brought forward {days}' },
  says: { date: 'Date', outcome: 'Outcome', note: 'Note', retraction: 'Retraction' },
  problem: {
    400: 'Bad request',
    404: 'Not found',
    405: 'Method not allowed',
    500: 'Something failed here',
    501: 'Not offered',
    503: 'Not available',
  },
  comma: ', ',
  listComma: ', ',
  listSemicolon: '; ',
  topics: { 'russia-ukraine-war': 'Russia–Ukraine war' },
  articles: ['A', 'An', 'The'],
  tally: {
    deadlines: { one: '{number} deadline', other: '{number} deadlines' },
    reports: { one: '{number} report', other: '{number} reports' },
    sources: { one: '{number} source', other: '{number} sources' },
    together: '{deadlines}, {reports}, {sources}',
  },
  undated: { one: 'One has no date yet.', other: '{number} have no date yet.' },
  phrase,
  webhook,
}
