/** The drafts that an editor has ticked, as lines: new deadlines, and reports on them and on others. */
import type { D1Database } from '@cloudflare/workers-types'
import { deadlineInputSchema } from '../../deadline/deadline-schema.ts'
import { type Refusal, refusals } from '../../deadline/refusal.ts'
import { reportInputSchema } from '../../deadline/report-schema.ts'
import { deadlineLine, NO_SLUG } from '../../ledger/enter.ts'
import { isOpening, type Recording, reportLine } from '../../ledger/line.ts'
import { sameAsDraft } from '../../page/desk/draft.tsx'
import { type Values, within } from '../../page/desk/filled.ts'
import type { EntryLine, ReadForm } from './entry-form.ts'
import { deadlineInput, reportInput } from './form-input.ts'

/** How many drafts a form has, ticked or not. */
export function countDrafts(values: Values): number {
  const found = Object.keys(values).flatMap((name) => /^drafts\.(\d+)\./.exec(name)?.[1] ?? [])
  return new Set(found).size
}

/** The lines of those that are ticked, or all that is wrong with them. */
export async function readTicked(
  db: D1Database,
  values: Values,
  recording: Recording,
): Promise<ReadForm> {
  const reading = new TickedDrafts(db, recording)
  for (let index = 0; index < countDrafts(values); index++) {
    const draft = within({ values, refusals: [] }, `drafts.${index}`).values
    if (draft.ticked === 'yes') await reading.add(index, draft)
  }
  const { lines, refusals } = reading
  if (refusals.length > 0) return { ok: false, refusals }
  if (lines.length > 0) return { ok: true, lines }
  return { ok: false, refusals: [{ pointer: '', detail: 'tick what is to be recorded' }] }
}

class TickedDrafts {
  readonly lines: EntryLine[] = []
  readonly refusals: Refusal[] = []
  /** Which deadlines drafts are of, by what another draft calls them; null where that is wrong. */
  readonly #slugs = new Map<string, string | null>()
  readonly #db: D1Database
  readonly #recording: Recording

  constructor(db: D1Database, recording: Recording) {
    this.#db = db
    this.#recording = recording
  }

  async add(index: number, draft: Values): Promise<void> {
    const place = `/drafts/${index}`
    const isNew = !draft.of
    const slug = isNew ? await this.#open(place, draft) : this.#target(place, draft.of ?? '')
    this.#slugs.set(sameAsDraft(index), slug)
    for (const input of reportsIn(draft, isNew)) await this.#report(place, slug, input)
  }

  /** A slug, or null where the deadline cannot be opened. */
  async #open(place: string, draft: Values): Promise<string | null> {
    const read = deadlineInputSchema.safeParse(deadlineInput(draft))
    if (!read.success) return this.#refuse(place, refusals(read.error))
    const before = this.lines.map(({ line }) => line).filter(isOpening)
    const line = await deadlineLine(this.#db, read.data, this.#recording, before)
    if (!line) return this.#refuse(place, [NO_SLUG])
    this.lines.push({ line, fieldAt: fieldsAt(place) })
    return line.opens.slug
  }

  #target(place: string, of: string): string | null {
    if (!of.startsWith(sameAsDraft(0).slice(0, -1))) return of
    const slug = this.#slugs.get(of)
    if (slug !== undefined) return slug
    return this.#refuse(place, [
      { pointer: '/of', detail: 'that draft is not recorded: tick it, or choose another' },
    ])
  }

  async #report(place: string, slug: string | null, input: unknown): Promise<void> {
    const read = reportInputSchema.safeParse(input)
    if (!read.success) this.#refuse(place, refusals(read.error))
    else if (slug) {
      const line = await reportLine(slug, read.data, this.#recording)
      this.lines.push({ line, fieldAt: fieldsAt(place) })
    }
  }

  #refuse(place: string, wrong: Refusal[]): null {
    for (const { pointer, detail } of wrong) {
      this.refusals.push({ pointer: fieldsAt(place)(pointer), detail })
    }
    return null
  }
}

/** Where a draft's fields are called otherwise than the report's. */
const FIELDS: { [pointer: string]: string } = {
  '/deadline': '/of',
  '/outcome': '/as',
  '/outcome/result': '/as',
  '/outcome/at': '/when',
}

const fieldsAt = (place: string) => (pointer: string) => place + (FIELDS[pointer] ?? pointer)

/** Its word on the date, or what came of it; of what is new, the date on which that came about too. */
function reportsIn(draft: Values, isNew: boolean): unknown[] {
  const dated = { ...draft, edtf: draft.when, way: draft.when?.trim() ? 'date' : 'none' }
  if (draft.as === 'date') return [reportInput(dated, 'date')]
  const outcome = reportInput(
    { ...draft, 'outcome.result': draft.as, 'outcome.at': draft.when },
    'outcome',
  )
  return isNew && dated.way === 'date'
    ? [reportInput({ ...dated, id: '' }, 'date'), outcome]
    : [outcome]
}
