/** Each page names one sheet: what it is made of has its style in that one. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fromRoot } from '../../scripts/project.ts'
import type { Assets } from '../../src/page/page.ts'
import { ProblemPage } from '../../src/page/problem.tsx'
import { docsOf } from './docs/contract.ts'
import { archiveOf, boardOf, pageOf, recordPageOf, SHIPPED, viewAt } from './ledger.ts'
import { TWENTY } from './twenty.ts'

const assets: Assets = JSON.parse(readFileSync(fromRoot('dist/assets.json'), 'utf8'))
const sheets = Object.values(assets.style).map((address) => ({
  address,
  styled: classesIn(readFileSync(fromRoot(`dist/public${address}`), 'utf8')),
}))

function classesIn(css: string): Set<string> {
  return new Set([...css.matchAll(/\.([a-z][a-z-]+)/g)].map(([, name]) => name))
}

/** What tells a claim apart only within the drift chart. */
const ELSEWHERE_ONLY = ['leading']

/** The classes of a page that some sheet has rules for, but not its own. */
function unstyledIn(page: string): string[] {
  const [, named] = /rel="stylesheet" href="([^"]*)"/.exec(page) ?? []
  const own = sheets.find(({ address }) => address === named)
  if (!own) throw new Error(`no sheet ${named}`)
  const used = [...page.matchAll(/ class="([^"]*)"/g)].flatMap(([, names]) => names.split(' '))
  const isStyled = (name: string) => sheets.some(({ styled }) => styled.has(name))
  return [...new Set(used)].filter(
    (name) => !own.styled.has(name) && isStyled(name) && !ELSEWHERE_ONLY.includes(name),
  )
}

describe.each(['2025-07-21T20:00:00Z', '2025-08-07T20:00:00Z', '2026-11-23T02:00:00Z'])(
  'the sheet of a page, at %s,',
  (at) => {
    const view = { ...viewAt(at), assets }
    const deadlines = SHIPPED.deadlines.map(
      ({ slug }) => [slug, () => pageOf(SHIPPED, slug, view)] as const,
    )
    it.each([
      ['the board', () => boardOf(SHIPPED, view)],
      ['a full board', () => boardOf(TWENTY, view)],
      ['the archive', () => archiveOf(SHIPPED, view)],
      ['the record', () => recordPageOf(SHIPPED, view)],
      ['the documentation', () => docsOf(view)],
      ['a problem', () => String(ProblemPage({ view, status: 404, detail: 'No', errors: [] }))],
      ...deadlines,
    ] as const)('has the rules for %s', (_, draw) => {
      expect(unstyledIn(draw())).toEqual([])
    })
  },
)
