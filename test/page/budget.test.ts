/** What a reader's first visit costs, before anything is kept; how well it is compressed is the edge's. */
import { readFileSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { fromRoot } from '../../scripts/project.ts'
import { LANGUAGES, type Language } from '../../src/page/words/words.ts'
import { boardOf, viewAt } from './ledger.ts'
import { TWENTY } from './twenty.ts'

/** Ten packets of 1,460 bytes: what a server may send before it first waits (RFC 6928). */
const FIRST_FLIGHT = 14_600

const assets = JSON.parse(readFileSync(fromRoot('dist/assets.json'), 'utf8'))
const file = (address: string) => readFileSync(fromRoot(`dist/public${address}`))

/** The board, its sheet and its script. */
function filesOf(lang: Language): (string | Buffer)[] {
  const board = boardOf(TWENTY, { ...viewAt('2025-07-21T20:00:00Z', {}, lang), assets })
  return [board, file(assets.style.board), file(assets.script.live)]
}

const sizeOf = (files: (string | Buffer)[], compress: (file: string | Buffer) => Buffer) =>
  files.reduce((sum, each) => sum + compress(each).length, 0)

describe('A board with twenty deadlines', () => {
  it('has twenty, of every kind and certainty', () => {
    const [board] = filesOf('en')
    expect(String(board).match(/<article/g)).toHaveLength(20)
    for (const word of ['Talks', 'Ultimatum', 'Deadline', 'Firm', 'Tentative', 'Contested']) {
      expect(board).toContain(`>${word}<`)
    }
  })

  it('names a sheet and a script, and nothing else that a browser loads to show it', () => {
    const [board] = filesOf('en')
    const tags = String(board).match(/<(link|script|img|iframe)\b[^>]*>/g) ?? []
    const loaded = tags.filter(
      (tag) => !/^<link rel="(canonical|alternate|icon|apple-touch-icon|manifest)"/.test(tag),
    )
    expect(loaded).toHaveLength(2)
    for (const tag of loaded) expect(tag).toMatch(/(href|src)="\/assets\//)
  })

  it.each(LANGUAGES)('comes in the first flight in %s: with its sheet and its script', (lang) => {
    expect(sizeOf(filesOf(lang), (each) => brotliCompressSync(each))).toBeLessThan(FIRST_FLIGHT)
  })

  it('does so even by gzip, in English', () => {
    expect(sizeOf(filesOf('en'), (each) => gzipSync(each, { level: 9 }))).toBeLessThan(FIRST_FLIGHT)
  })
})
