/** An article's text to drafts, and those that an editor ticks to the ledger. */
import type { Context } from 'hono'
import { NOT_NARROWED } from '../../deadline/board.ts'
import { type EpochSeconds, formatInstant } from '../../deadline/instant.ts'
import { refusals } from '../../deadline/refusal.ts'
import type { Status } from '../../deadline/status.ts'
import { resolveWhen } from '../../deadline/when.ts'
import { zoneNames } from '../../deadline/zone.ts'
import { DESK } from '../../href.ts'
import { type Article, articleSchema, type Draft } from '../../intake/article.ts'
import { draftsOf } from '../../intake/draft.ts'
import { isReport } from '../../ledger/line.ts'
import { topicsOf } from '../../ledger/read.ts'
import { tellBoard } from '../../ledger/tell.ts'
import { type Filled, pristine, type Values } from '../../page/desk/filled.ts'
import { Intake } from '../../page/desk/intake.tsx'
import type { Preview } from '../../page/desk/preview.tsx'
import type { AppEnv } from '../context.ts'
import { readForm } from '../form.ts'
import { readBody } from './body.ts'
import type { Visit } from './browser.tsx'
import { draftValues } from './draft-values.ts'
import { expectEditor } from './editor.ts'
import { recordingOf } from './entering.ts'
import { type EntryForm, takeValues } from './entry-form.ts'
import { countDrafts, readTicked } from './ticked.ts'

/** `POST /intake`: drafts for a program; nothing is stored. */
export async function tellDrafts(c: Context<AppEnv>): Promise<Response> {
  await expectEditor(c)
  const article = await readBody(c, articleSchema)
  return c.json({ drafts: draftsBy(c, article) })
}

/** An article's drafts; of what is dated by the day, no hour that is still ahead is said to be the one. */
function draftsBy(c: Context<AppEnv>, article: Article): Draft[] {
  const now = formatInstant(c.var.clock)
  const past = (instant: string) => (instant > now ? now : instant)
  return draftsOf(article).map(({ report, ...draft }) => ({
    ...draft,
    report: { ...report, reportedAt: past(report.reportedAt) },
  }))
}

/** `/desk/intake`, empty. */
export async function askArticle(visit: Visit): Promise<Response> {
  const today = formatInstant(visit.c.var.clock).slice(0, 10)
  const form = await intakeForm(visit)
  return visit.c.html(form.show(pristine({ published: today }), null))
}

/** The article, or its drafts with what an editor made of them. */
export async function takeArticle(visit: Visit): Promise<Response> {
  const values = await readForm(visit.c)
  const form = await intakeForm(visit)
  return values.step === 'read' ? readArticle(visit, form, values) : takeValues(visit, form, values)
}

async function readArticle({ c }: Visit, form: EntryForm, values: Values): Promise<Response> {
  const article = articleValues(values)
  const read = articleSchema.safeParse(articleInput(article))
  if (!read.success) {
    return c.html(form.show({ values: article, refusals: refusals(read.error) }, null), 400)
  }
  const found = draftsBy(c, read.data)
  const shown = found.slice(0, DRAFTS_SHOWN)
  const drafts = draftValues(shown, await deadlinesAt(c, dayEnd(read.data)))
  const counts = { read: 'yes', left: String(found.length - shown.length) }
  return c.html(form.show(pristine({ ...article, ...drafts, ...counts }), null))
}

/** More than any one article has: what is longer is pasted in parts. */
const DRAFTS_SHOWN = 50

const ARTICLE = ['text', 'published', 'zone', 'via', 'url'] as const

/** The article's own fields. */
function articleValues(values: Values): Values {
  return Object.fromEntries(ARTICLE.map((name) => [name, values[name]]))
}

function articleInput({ text = '', published, ...rest }: Values): unknown {
  const given = Object.entries(rest).map(([name, value]) => [name, value?.trim() || null])
  return { text, published: published?.trim(), ...Object.fromEntries(given) }
}

/** As many as an editor can look through. */
const DEADLINES_OFFERED = 200

/** What there was to report on at an instant, what was ahead first. */
async function deadlinesAt(c: Context<AppEnv>, now: EpochSeconds): Promise<Status[]> {
  const query = { ...NOT_NARROWED, now, unreported: true, after: null, limit: DEADLINES_OFFERED }
  return (await tellBoard(c.env.DB, query, null)).told.map(({ status }) => status)
}

/** By then all that an article tells of its day had been said. */
function dayEnd({ published, zone }: Article): EpochSeconds {
  const day = resolveWhen(published, zone)
  const closes = day.ok ? day.value?.window.closes : null
  return closes ?? 0
}

async function intakeForm({ c, view, editor }: Visit): Promise<EntryForm> {
  const [deadlines, topics] = await Promise.all([deadlinesAt(c, c.var.clock), topicsOf(c.env.DB)])
  const common = { view, editor: editor.name, deadlines, topics, zones: zoneNames() }
  return {
    read: (values) => readTicked(c.env.DB, values, recordingOf(c, editor)),
    show: (form: Filled, preview: Preview | null) => (
      <Intake {...common} form={form} preview={preview} drafts={draftsIn(form)} />
    ),
    onward: (lines) => `${DESK}?recorded=${lines.filter(isReport).length}`,
  }
}

/** How many there are on the page; null before the article is read. */
function draftsIn({ values }: Filled): number | null {
  const count = countDrafts(values)
  return count > 0 || values.read === 'yes' ? count : null
}
