/**
 * Every English word of the pages. Sentences are templates (template.ts), of which sentence.ts makes
 * what a number decides. It is data alone, and other languages have the same shape.
 */
import type { Certainty } from '../../deadline/claim.ts'
import type { Kind } from '../../deadline/deadline.ts'
import type { MoveKind } from '../../deadline/move.ts'
import type { Consequence, Report, Result, Standing } from '../../deadline/report.ts'
import type { CountWords } from './count.ts'
import type { DateWords } from './date.ts'
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
  phrase: Record<keyof typeof phrase, Template>
  webhook: WebhookWords
}

const phrase = {
  skip: 'Skip to the content',
  languages: 'Languages',
  board: 'Board',
  archive: 'Archive',
  record: 'Record',
  boardOn: 'The board on {day}',
  pages: 'Pages',
  boardIs:
    'Every ultimatum, deadline and round of talks: how long is left, how sure that is, and who says so.',
  asKnown: 'as known on {at}',
  asRecorded: 'from what was recorded by {known}',
  toPresent: 'Back to the present',
  dayBefore: 'A day earlier',
  dayAfter: 'A day later',
  to: 'to',
  toWhom: '{issuer} to {to}',
  orElse: 'or else {threat}',
  proposed: 'proposed by {issuer}',
  proposedTo: 'proposed by {issuer} to {to}',
  dayOf: 'day {day} of {of}',
  dateToEnd: '{date}, to the end of the day, {zone}',
  dateIn: '{date}, {zone}',
  noDate: 'No date yet',
  withoutDate: 'no date',
  saidBy: '{source}, {day}',
  sourceIn: '{source} ({outlet})',
  via: 'via {via}',
  archived: 'archived copy',
  dueToday: 'Due today',
  dueNow: 'Due now',
  timeIsUp: 'Time is up; no outcome recorded',
  wasDue: 'Date given: {date}',
  outcomeOn: '{outcome}, {day}',
  outcomeAnd: '{result}; {consequence}',
  ahead: 'The next six weeks',
  aheadNarrow: 'The next three weeks',
  aheadIs: '{title}: {dates}',
  sentences: '{first}. {second}',
  now: 'now',
  badgeSays: '{said} · {certainty}',
  badgeIs: '{title}: {said}',
  badge: 'Badge',
  embed: 'Card to embed',
  filters: 'Narrow the board',
  anyKind: 'All kinds',
  anyCertainty: 'However sure',
  anyTopic: 'All topics',
  search: 'Search the board',
  find: 'Search',
  narrowedTo: 'Only {what}.',
  quoted: '“{words}”',
  showAll: 'Show all',
  without: 'Without {what}',
  nothingFound: 'Nothing matches.',
  nothingFoundIs: 'No deadline on the board is all that you asked for.',
  nothingAheadFound: 'Nothing of it is upcoming.',
  nothingAheadFoundIs: 'No deadline that matches has a date that is still ahead.',
  others: 'Also on the board',
  changed: 'What changed',
  updated: 'Updated: {news}',
  ended: 'Ended',
  nothingYet: 'Nothing has been recorded yet.',
  nothingUpcoming: 'Nothing is upcoming.',
  nothingAhead: 'No deadline on the board has a date that is still ahead.',
  lastEnded: 'The last to end',
  lookBack: 'As it stood',
  lookBackIs: 'The board of that evening: what was ahead, how sure it was, and who said so.',
  more: 'and {more} more',
  demand: 'Demand',
  threat: 'Or else',
  place: 'Place',
  issued: 'Issued',
  facts: 'The terms',
  claims: 'What each source says',
  noClaims: 'No source has spoken yet.',
  moved: 'How the date moved',
  latelyMoved: 'Moved',
  latelyMovedTo: '{from} {to}, says {source}, {day}',
  neverMoved: 'No date has been given, so none has moved.',
  log: 'The log',
  retracted: 'taken back',
  retracts: 'Takes back the report of {day}',
  drift: 'Each date, as it was said',
  driftIs:
    'Each step is what was said by then; the bar is how wide the doubt was. Where the date meets the diagonal, time is up.',
  driftAt: '{day}: {what}',
  today: 'today, each day',
  quotedOn: '“{quote}”, {day}',
  saidOn: '{source}, {day}',
  asTable: 'As a table',
  columnSaid: 'When said',
  columnWho: 'Who',
  columnDate: 'Date',
  columnWindow: 'Window, UTC',
  columnChange: 'What changed',
  fromUntil: '{from} to {until}',
  notBefore: 'from {from} on',
  notAfter: 'until {until}',
  replay: 'As it was known',
  replayAt: '{at} ({index} of {of})',
  replayBefore: 'before the first report',
  first: 'First report',
  previous: 'Report before',
  next: 'Report after',
  last: 'Last report',
  outcome: 'Outcome',
  recorded: 'Recorded by {source}, {day}',
  claimDated: '{source} says {to}',
  claimUndated: '{source} says there is no date yet',
  endedAs: 'ended: {outcome}',
  change: '{title}: {what}',
  atom: 'Atom',
  json: 'JSON',
  statusJson: 'status.json',
  subscribe: 'Subscribe',
  subscribeIs:
    'Every change as it comes: in a feed reader, in your calendar, or in a program of your own. It takes no account.',
  subscribeTo: 'What to subscribe to',
  everything: 'Everything',
  aDeadline: 'A single deadline',
  choose: 'Choose',
  inReader: 'In a feed reader',
  inCalendar: 'In a calendar',
  inPrograms: 'In a program',
  rss: 'RSS',
  jsonFeed: 'JSON Feed',
  calendar: 'Calendar',
  calendarAlarm: 'Calendar with alarms',
  atomSuits:
    'For reader apps. Most take this address; many find it by themselves when given the page’s.',
  rssSuits: 'For older readers, and for services that send what is new by mail.',
  jsonFeedSuits: 'The same for programs, which read JSON more easily than XML.',
  calendarSuits:
    'For calendar apps. A day stands there as an all-day event, in any time zone; when a date moves, it moves in your calendar too.',
  alarmSuits:
    'The same, with an alarm one day before: that is the {day} in the address. {hours} would be two hours.',
  jsonSuits:
    'For scripts and displays: how long is left, how sure that is and who says so, at the moment of asking.',
  apiDocs: 'Every address, for who writes programs',
  openCalendar: 'Open in a calendar app',
  copy: 'Copy',
  copied: 'Copied',
  copiedForm: 'Copied: {form}',
  onlySome: 'Only some of it',
  onlySomeIs:
    'A feed can be narrowed by adding these to its address. {only} takes several at once, with commas between them.',
  onlyReports: 'Each report of what a source said',
  onlyMoves: 'Each change of a date',
  onlyOutcomes: 'What came of it',
  onlyMilestones:
    'When 30, 7 or 3 days, 24 hours or one hour are left; when the time begins and when it is up',
  forExample: 'For example',
  toldOf: 'You will be told of: {what}',
  inBrowser: 'In this browser',
  inBrowserIs:
    'A notification as soon as something comes to pass, even while no page of ours is open. It takes no account, and a press ends it.',
  needsScript: 'Notifications take JavaScript, which is off here.',
  notifyOf: 'What to tell me of',
  quietHours: 'Quiet hours',
  quietIs: 'What comes to pass in them is told at their end.',
  quietFrom: 'from',
  quietUntil: 'until',
  mostADay: 'Notifications a day, at most',
  mostIs: 'An outcome is told in any case.',
  notifyMe: 'Notify me',
  notifyUnable: 'This browser cannot show notifications.',
  notifyBlocked:
    'Notifications are blocked for this site. Allow them in the browser’s settings and load this page again.',
  notifyInstall:
    'On an iPhone or iPad, first add this page to the home screen (Share, then “Add to Home Screen”) and open it from there.',
  notifyWaiting: 'A first notification is on its way. Once it is here, all is set up.',
  notifyDone: 'Done: this browser will be told.',
  notifyFailed: 'It could not be set up. {why}',
  notifyOwn: 'Notifications in this browser',
  notifyMost: '{most} a day at most',
  notifyQuiet: 'quiet from {from} to {to}',
  notifyPending: 'waiting for the first notification',
  notifyOff: 'off, since nothing arrived for three days',
  notifyEnd: 'End',
  notifyEnded: 'Ended: {what}',
  offline: 'No connection: as of {time}, {ago}',
  online: 'The connection is back, and this page is current.',
  offlineTitle: 'No connection',
  offlineIs: 'This page has not been kept. These have, as they were when you saw them last:',
  offlineNone: 'No page has been kept yet.',
  toBoard: 'To the board',
  refused: 'What was wrong',
  toArchive: 'All that have ended',
  archiveIs: 'Deadlines that have ended, with what came of each. The last to end comes first.',
  archiveEmpty: 'Nothing has ended yet.',
  archiveOlder: 'Older',
  archiveNewest: 'Back to the newest',
  openIs:
    'The date that was given has passed, and nobody has recorded what came of it. Time alone makes no outcome.',
  reportedBy: 'reported by {source}, {day}',
  datePutOff: 'Date put off {times}×',
  dateBroughtForward: 'Date brought forward {times}×',
  dateNotMoved: 'Date not moved',
  hasEnded: 'ended',
  isOpen: 'past their time, no outcome recorded',
  recordTitle: 'How deadlines end',
  recordIs:
    'Met or not, moved, carried out: every outcome that this tracker has recorded, counted by issuer and by topic.',
  recordEmpty: 'Nothing has ended yet, so there is nothing to count.',
  demands: 'Ultimatums and deadlines',
  talks: 'Talks',
  followed: 'What followed the unmet',
  notRecorded: 'Not recorded',
  datesMoved: 'How their dates moved',
  movedAtAll: 'Moved',
  movedLater: 'Put off',
  movedEarlier: 'Brought forward',
  byIssuer: 'By issuer',
  byTopic: 'By topic',
  issuer: 'Issuer',
  topic: 'Topic',
  noIssuer: 'No single issuer',
  noTopic: 'No topic',
  stillOpen: 'No outcome',
  countOf: '{count} of {of}',
  countShare: '{count} of {of} ({share})',
  wholeIs: '{whole}: {parts}',
  partCount: '{part} {count}',
  none: 'none',
  casesEnded: '{cases} ended',
  meanings: 'What the words mean',
  case: 'Case',
  caseMeans:
    'A deadline, ultimatum or round of talks that has an outcome. The passing of time alone makes none. Under five cases there are no percentages.',
  metMeans: 'The demand was fulfilled, or what was due was done, by the time that was given.',
  partlyMetMeans: 'A part of it was fulfilled by then.',
  unmetMeans: 'It was not fulfilled when the time was up.',
  withdrawnMeans: 'Whoever set it took it back.',
  disputedMeans: 'The sides, or the sources, disagree on whether it was met.',
  heldMeans: 'The parties met.',
  cancelledMeans: 'The meeting was called off.',
  followedMeans:
    'Counted for unmet ones alone: whether what had been threatened was done, in full, in part or late, was not done, or is still to come.',
  movedMeans:
    'The date was put off or brought forward at least once. One that was only narrowed (“7 to 9 August”, then “8 August”) has not moved; one that went both ways is counted in both.',
  openMeans:
    'The last date that was given is past, and no outcome has been recorded. Not among the cases.',
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
