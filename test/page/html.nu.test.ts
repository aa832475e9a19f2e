/** Every kind of page, in every language, held against the Nu HTML Checker (`npm run test:nu`). */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { NOT_NARROWED } from '../../src/deadline/board.ts'
import { reportsBy, status } from '../../src/deadline/status.ts'
import type { Subject } from '../../src/href.ts'
import { Embed, THEMES } from '../../src/page/embed.tsx'
import type { View } from '../../src/page/page.ts'
import { ProblemPage } from '../../src/page/problem.tsx'
import { LANGUAGES } from '../../src/page/words/words.ts'
import { docsOf } from './docs/contract.ts'
import {
  archiveOf,
  boardOf,
  type Ledger,
  pageOf,
  recordPageOf,
  SHIPPED,
  subscribeOf,
  viewAt,
} from './ledger.ts'
import { TWENTY } from './twenty.ts'

const CHECKER = ['--yes', '--package=vnu-jar@26.9.27', 'vnu', '--errors-only', '--format', 'json']
const INSTANTS = ['2025-07-21T20:00:00Z', '2025-07-28T20:00:00Z', '2026-11-23T02:00:00Z']

function pagesIn(lang: (typeof LANGUAGES)[number]): string[] {
  return INSTANTS.flatMap((at) => {
    const view = viewAt(at, { at }, lang)
    const cards = SHIPPED.deadlines.flatMap((deadline) => {
      const own = SHIPPED.reports.filter((report) => report.deadline === deadline.slug)
      const told = status(deadline, reportsBy(own, view.now, null), view.now, null)
      return THEMES.map((theme) => String(Embed({ view, status: told, theme })))
    })
    return [
      ...[SHIPPED, TWENTY].flatMap((ledger) => [
        boardOf(ledger, view),
        boardOf(ledger, viewAt(at, {}, lang)),
        archiveOf(ledger, view),
        recordPageOf(ledger, view),
        ...subscribing(ledger, view),
        boardOf(ledger, view, { ...NOT_NARROWED, topic: ledger.deadlines[0].topic }),
        ...ledger.deadlines.map(({ slug }) => pageOf(ledger, slug, view)),
      ]),
      ...cards,
      docsOf(view),
      String(ProblemPage({ view, status: 404, detail: 'Not here.', errors: [] })),
    ]
  })
}

function subscribing(ledger: Ledger, view: View): string[] {
  const [{ slug, topic }] = ledger.deadlines
  const subjects: Subject[] = ['everything', { slug }, { topic: topic ?? '' }]
  return subjects.map((subject) => subscribeOf(ledger, view, subject))
}

it('finds no error in any page', () => {
  const directory = mkdtempSync(join(tmpdir(), 'eleventh-hour-'))
  const pages = LANGUAGES.flatMap(pagesIn)
  const files = pages.map((page, index) => {
    const file = join(directory, `${index}.html`)
    writeFileSync(file, page)
    return file
  })
  const { stderr, error } = spawnSync('npx', [...CHECKER, ...files], {
    ...{ encoding: 'utf8', maxBuffer: 2 ** 28 },
  })
  rmSync(directory, { recursive: true })
  if (error) throw error
  const report = /\{.*"messages":.*\}/.exec(stderr)
  // Without Java there is no report, and its absence must not pass for one without errors.
  if (!report) throw new Error(`The checker did not report; it needs Java:\n${stderr}`)
  const { messages } = JSON.parse(report[0]) as { messages: { message: string; extract: string }[] }
  expect(messages.map(({ message, extract }) => `${message} ${extract}`)).toEqual([])
  expect(pages.length).toBeGreaterThan(1000)
})
