/** What the lines of a file refer to: what is recorded, and what the lines before them add. */
import type { D1Database } from '@cloudflare/workers-types'
import type { Kind } from '../deadline/deadline.ts'
import type { Refusal } from '../deadline/refusal.ts'
import { type Report, wrongOutcome } from '../deadline/report.ts'
import { nameBasedUuid } from '../href.ts'
import { isOpening, isReport, type Line, lineKey, said } from './line.ts'
import { deadlinesBySlug, reportsById } from './read.ts'
import { recordedLines } from './record.ts'

/** Whether a report whose deadline is not there is at fault, and not the line that would open it. */
type IsBlamed = (report: Report) => boolean

/** Of each line no more is kept than the next ones are held against: a file may be long. */
export class Surroundings {
  /** By lineKey: a fingerprint of what is said under that slug or id. */
  readonly #said = new Map<string, string>()
  /** The kind of each deadline, by slug. */
  readonly #kinds = new Map<string, Kind>()
  /** The deadline of each report, by id. */
  readonly #reports = new Map<string, string>()
  readonly #db: D1Database

  constructor(db: D1Database) {
    this.#db = db
  }

  /** To be called for some lines before they are checked: finds what is recorded of them. */
  async lookUp(lines: Line[]): Promise<void> {
    const reports = lines.filter(isReport).map((line) => line.reports)
    const slugs = new Set(reports.map((report) => report.deadline))
    const retracted = reports.flatMap((report) => report.retracts ?? [])
    const [recorded, deadlines, retractable] = await Promise.all([
      recordedLines(this.#db, lines),
      deadlinesBySlug(
        this.#db,
        [...slugs].filter((slug) => !this.#kinds.has(slug)),
      ),
      reportsById(this.#db, retracted),
    ])
    for (const [key, line] of recorded) this.#said.set(key, await fingerprint(line))
    for (const { slug, kind } of deadlines) this.#kinds.set(slug, kind)
    for (const { id, deadline } of retractable) this.#reports.set(id, deadline)
  }

  /** Puts a line among the others: what it gets wrong about them, and whether it says anything new. */
  async place(line: Line, isBlamed: IsBlamed): Promise<Placing> {
    const key = lineKey(line)
    const before = this.#said.get(key)
    const now = await fingerprint(line)
    const isTaken = before !== undefined && before !== now
    const refusal = isTaken ? taken(line) : this.#misfit(line, isBlamed)
    this.#said.set(key, now)
    if (isOpening(line)) this.#kinds.set(line.opens.slug, line.opens.kind)
    else this.#reports.set(line.reports.id, line.reports.deadline)
    return { refusal, isNew: before === undefined }
  }

  #misfit(line: Line, isBlamed: IsBlamed): Refusal | null {
    if (isOpening(line)) return null
    const report = line.reports
    const kind = this.#kinds.get(report.deadline)
    if (!kind) return isBlamed(report) ? unopened(report) : null
    const wrong = wrongOutcome(report, kind)
    if (wrong) return { pointer: '/outcome/result', detail: wrong }
    if (report.retracts === null || this.#reports.get(report.retracts) === report.deadline) {
      return null
    }
    const detail = `must be the id of a report of ${report.deadline} that came before it`
    return { pointer: '/retracts', detail }
  }
}

export interface Placing {
  refusal: Refusal | null
  isNew: boolean
}

const fingerprint = (line: Line): Promise<string> => nameBasedUuid(said(line))

/** The refusal of a slug or an id under which something else is said. */
export function taken(line: Line): Refusal {
  const [pointer, key] = isOpening(line) ? ['/slug', line.opens.slug] : ['/id', line.reports.id]
  return { pointer, detail: `${key} is taken, and says something else: give another` }
}

const unopened = ({ deadline }: Report): Refusal => ({
  pointer: '/deadline',
  detail: `no deadline ${deadline} is opened before it`,
})
