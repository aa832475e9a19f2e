/** What the tests of the pages are told: the shipped ledger, and deadlines made for one test. */
import { readFileSync } from 'node:fs'
import {
  compareOnBoard,
  type Narrowing,
  NOT_NARROWED,
  placeOnBoard,
} from '../../src/deadline/board.ts'
import type { Deadline } from '../../src/deadline/deadline.ts'
import { deadlineSchema } from '../../src/deadline/deadline-schema.ts'
import { PHASES } from '../../src/deadline/phase.ts'
import { type Case, caseOf, recordOf } from '../../src/deadline/record.ts'
import type { Report } from '../../src/deadline/report.ts'
import { reportSchema } from '../../src/deadline/report-schema.ts'
import { momentsOf, reportsBy, type Status, status } from '../../src/deadline/status.ts'
import { timeline } from '../../src/deadline/timeline.ts'
import type { Subject } from '../../src/href.ts'
import { Archive } from '../../src/page/archive/archive.tsx'
import { Board } from '../../src/page/board/board.tsx'
import { DeadlinePage } from '../../src/page/deadline/deadline.tsx'
import type { View } from '../../src/page/page.ts'
import { RecordPage } from '../../src/page/record/record.tsx'
import { Subscribe } from '../../src/page/subscribe/subscribe.tsx'
import type { Language } from '../../src/page/words/words.ts'

export { textOf } from './text.ts'

export interface Ledger {
  deadlines: Deadline[]
  reports: Report[]
}

const lines = readFileSync('src/shipped/russia-ukraine-2025.ndjson', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))

export const SHIPPED: Ledger = {
  deadlines: lines.filter((line) => !('says' in line)).map((line) => deadlineSchema.parse(line)),
  reports: lines.filter((line) => 'says' in line).map((line) => reportSchema.parse(line)),
}

const RECORDED = { recordedAt: '2025-01-01T00:00:00Z', recordedBy: 'desk' }

/** A ledger of one deadline; reports need only what the test is about. */
export function ledgerOf(deadline: object, ...reports: object[]): Ledger {
  const opened = { slug: 'a-deadline', kind: 'deadline', title: 'A deadline', ...RECORDED }
  const said = {
    ...{ deadline: 'a-deadline', says: 'date', when: null },
    ...{ reportedAt: '2025-07-01T12:00:00Z', ...RECORDED },
    source: { name: 'A ministry', standing: 'issuer' },
  }
  return {
    deadlines: [deadlineSchema.parse({ ...opened, ...deadline })],
    reports: reports.map((report, index) =>
      reportSchema.parse({ id: idOf(index), ...said, ...report }),
    ),
  }
}

export function idOf(index: number): string {
  return `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`
}

export function viewAt(
  at: string,
  asked: Partial<View['asking']> = { at },
  lang: Language = 'en',
): View {
  return {
    site: { title: 'Eleventh Hour', url: 'https://eleventh-hour.example' },
    assets: {
      style: {
        page: '/assets/page-1.css',
        board: '/assets/board-1.css',
        deadline: '/assets/deadline-1.css',
        record: '/assets/record-1.css',
        subscribe: '/assets/subscribe-1.css',
        desk: '/assets/desk-1.css',
        docs: '/assets/docs-1.css',
      },
      script: { live: '/assets/countdown-1.js', copy: '/assets/copy-1.js' },
      icon: '/assets/i.svg',
      icons: {
        ...{ feed: '/assets/f.png', small: '/assets/s.png' },
        ...{ large: '/assets/l.png', maskable: '/assets/m.png' },
      },
    },
    now: Date.parse(at) / 1000,
    asking: { at: null, known: null, lang: null, ...asked },
    head: asked.at ? null : 28,
    lang,
  }
}

/** The board's markup at an instant. */
export function boardOf(
  { deadlines, reports }: Ledger,
  view: View,
  narrowing: Narrowing = NOT_NARROWED,
): string {
  const told = deadlines
    .map((deadline) => {
      const own = reports.filter((report) => report.deadline === deadline.slug)
      const state = timeline(deadline.kind, reportsBy(own, view.now, null)).at(-1) ?? null
      const placed = placeOnBoard(deadline.slug, state, view.now)
      return { placed, status: status(deadline, own, view.now, null) }
    })
    .filter(({ status }) => status.reports > 0)
    .sort((a, b) => compareOnBoard(a.placed, b.placed))
  const statuses = told.map(({ status }) => status)
  const next = told.find(({ placed }) => placed.place === 'counted')?.status.slug ?? null
  const [upcoming, due, passed, closed] = PHASES.map(
    (phase) => statuses.filter((status) => status.phase === phase).length,
  )
  const counts = { upcoming, due, passed, closed }
  return String(Board({ view, statuses, next, counts, narrowing }))
}

/** A deadline's page at an instant. */
export function pageOf({ deadlines, reports }: Ledger, slug: string, view: View): string {
  const deadline = deadlines.find((each) => each.slug === slug)
  if (!deadline) throw new Error(`no deadline ${slug}`)
  const own = reports.filter((report) => report.deadline === slug)
  const log = reportsBy(own, view.now, null)
  const moments = momentsOf(own, null)
  return String(DeadlinePage({ view, status: status(deadline, own, view.now, null), log, moments }))
}

/** The archive's newest page at an instant; `older` is where both its lists go on. */
export function archiveOf(ledger: Ledger, view: View, older: string | null = null): string {
  const listOf = (phase: string) => {
    const statuses = statusesOf(ledger, view).filter((status) => status.phase === phase)
    return { statuses, count: statuses.length, older }
  }
  const lists = { closed: listOf('closed'), passed: listOf('passed') }
  return String(Archive({ view, cursor: null, ...lists }))
}

/** The record at an instant. */
export function recordPageOf(ledger: Ledger, view: View): string {
  return recordPage(
    statusesOf(ledger, view)
      .map(caseOf)
      .filter((each) => each !== null),
    view,
  )
}

export function recordPage(cases: Case[], view: View): string {
  return String(RecordPage({ view, record: recordOf(cases) }))
}

/** Where a subject can be subscribed to, and everything in the ledger. */
export function subscribeOf(
  { deadlines }: Ledger,
  view: View,
  subject: Subject = 'everything',
): string {
  const topics = [...new Set(deadlines.map(({ topic }) => topic))].filter((each) => each !== null)
  return String(Subscribe({ view, subject, topics, deadlines }))
}

function statusesOf({ deadlines, reports }: Ledger, view: View): Status[] {
  return deadlines.map((deadline) => {
    const own = reports.filter((report) => report.deadline === deadline.slug)
    return status(deadline, own, view.now, null)
  })
}

/** The first element of a class, with all that is in it. */
export function part(markup: string, tag: string, className: string): string {
  const opening = new RegExp(`<${tag}\\b[^>]*class="(?:[^"]* )?${className}(?: [^"]*)?"[^>]*>`)
  const start = opening.exec(markup)
  if (!start) throw new Error(`no <${tag} class="${className}">`)
  const tags = new RegExp(`<(/?)${tag}\\b[^>]*?(/?)>`, 'g')
  tags.lastIndex = start.index
  let depth = 0
  for (let found = tags.exec(markup); found; found = tags.exec(markup)) {
    if (found[2] !== '/') depth += found[1] === '/' ? -1 : 1
    if (depth === 0) return markup.slice(start.index, tags.lastIndex)
  }
  throw new Error(`<${tag} class="${className}"> is never closed`)
}
