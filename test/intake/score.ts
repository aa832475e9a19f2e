/** How well drafts match what careful readers have marked in passages of news. */
import { readFileSync } from 'node:fs'
import { type Article, articleSchema, type Draft } from '../../src/intake/article.ts'
import { draftsOf } from '../../src/intake/draft.ts'

export interface Expected {
  sentence: string
  kind: string
  past: boolean
  when: string | null
  name: string
  standing: string
  issuer?: string | null
  issuedAt?: string | null
}

export interface Passage {
  id: string
  article: Article
  drafts: Expected[]
}

const FIELDS = ['kind', 'past', 'name', 'standing'] as const

export interface Score {
  drafts: number
  expected: number
  right: number
  precision: number
  recall: number
  /** Of the drafts whose sentence and date match: the share of which each other field does too. */
  fields: Record<(typeof FIELDS)[number], number>
  misses: string[]
}

export function readPassages(file: string): Passage[] {
  return JSON.parse(readFileSync(file, 'utf8')).map((passage: Passage) => ({
    ...passage,
    article: articleSchema.parse(passage.article),
  }))
}

export function scoreOf(passages: Passage[]): Score {
  const score = { drafts: 0, expected: 0, right: 0, misses: [] as string[] }
  const matched: [Expected, Expected][] = []
  for (const { id, article, drafts } of passages) {
    const given = draftsOf(article).map(flat)
    const left = [...given]
    score.drafts += given.length
    score.expected += drafts.length
    for (const expected of drafts) {
      const right = take(left, (each) => isRight(each, expected))
      if (right) {
        score.right += 1
        matched.push([right, expected])
        continue
      }
      const near =
        take(left, (each) => isSame(each, expected)) ??
        take(left, (each) => sameSentence(each, expected))
      if (near && isSame(near, expected)) matched.push([near, expected])
      score.misses.push(
        `${id}\n  expected ${told(expected)}\n  given    ${near ? told(near) : 'nothing'}`,
      )
    }
    for (const each of left) score.misses.push(`${id}\n  too much ${told(each)}`)
  }
  const share = (key: (typeof FIELDS)[number]) =>
    matched.filter(([given, expected]) => given[key] === expected[key]).length / matched.length
  return {
    ...score,
    precision: score.right / score.drafts,
    recall: score.right / score.expected,
    fields: {
      kind: share('kind'),
      past: share('past'),
      name: share('name'),
      standing: share('standing'),
    },
  }
}

function flat({ sentence, past, deadline, report }: Draft): Expected {
  const { kind, issuer, issuedAt } = deadline
  const { when, source } = report
  return {
    sentence,
    kind,
    past,
    when,
    name: source.name,
    standing: source.standing,
    issuer,
    issuedAt,
  }
}

function take<T>(list: T[], fits: (each: T) => boolean): T | undefined {
  const at = list.findIndex(fits)
  return at < 0 ? undefined : list.splice(at, 1)[0]
}

function sameSentence(given: Expected, expected: Expected): boolean {
  return given.sentence === expected.sentence
}

function isSame(given: Expected, expected: Expected): boolean {
  return sameSentence(given, expected) && given.when === expected.when
}

function isRight(given: Expected, expected: Expected): boolean {
  const isIssued = expected.issuedAt == null || expected.issuedAt === given.issuedAt
  return isSame(given, expected) && isIssued && FIELDS.every((key) => given[key] === expected[key])
}

function told({ sentence, kind, past, when, name, standing, issuedAt }: Expected): string {
  return `${JSON.stringify({ kind, past, when, name, standing, issuedAt })} ${sentence}`
}
