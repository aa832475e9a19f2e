import { describe, expect, it } from 'vitest'
import { chaptersOf } from '../../../src/page/docs/contents.tsx'
import { operationsIn } from '../../../src/page/docs/openapi.ts'
import { textOf, viewAt } from '../ledger.ts'
import { CONTRACT, docsOf, SITE } from './contract.ts'

const page = docsOf(viewAt('2025-07-21T20:00:00Z', {}))
const text = textOf(page)
const operations = operationsIn(CONTRACT)

describe('the documentation', () => {
  it.each(operations.map((each) => [each.method.toUpperCase(), each.path]))(
    'has %s %s',
    (method, path) => {
      expect(text).toContain(`${method} ${path}`)
    },
  )

  it('has every parameter, field and shape, by its name', () => {
    const names = [
      ...operations.flatMap(({ operation }) => operation.parameters ?? []).map(({ name }) => name),
      ...Object.values(CONTRACT.components.schemas).flatMap(({ properties = {} }) =>
        Object.keys(properties),
      ),
    ]
    const shown = new Set(
      [...page.matchAll(/<th scope="row"><code>\{?([^<}]*)/g)].map(([, name]) => name),
    )
    expect(names.filter((name) => !shown.has(name))).toEqual([])
  })

  it('has every operation in one chapter, and says what each chapter is of', () => {
    const told = chaptersOf(CONTRACT).flatMap(({ entries }) => entries.flat())
    expect(told.map(({ path, method }) => method + path).sort()).toEqual(
      operations.map(({ path, method }) => method + path).sort(),
    )
    for (const { description } of CONTRACT.tags) expect(text).toContain(description)
  })

  it('says of every problem what it is', () => {
    for (const { description } of Object.values(CONTRACT.components.responses)) {
      expect(text).toContain(description)
    }
  })

  it('names each id once, and leads only to ids that there are', () => {
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const pointed = [...page.matchAll(/(?:href="#|aria-labelledby=")([^"]*)"/g)].map(([, id]) => id)
    expect(pointed.length).toBeGreaterThan(50)
    expect([...new Set(pointed)].filter((id) => !ids.includes(id))).toEqual([])
  })

  it('needs no script, and no other server', () => {
    expect(page).not.toMatch(/<(script|style|iframe|img|object)\b|<[^>]*\s(style|on\w+)=/)
    const loaded = [
      ...page.matchAll(/<link rel="(?:stylesheet|icon|manifest)"[^>]*href="([^"]*)"/g),
    ]
    for (const [, href] of loaded) expect(href).toMatch(/^\//)
  })

  it('is the site’s own, and has nothing left open', () => {
    expect(page).toContain(`${SITE}/status.json`)
    expect(page).not.toContain('eleventh-hour.example/status')
    expect(text).not.toMatch(/undefined|NaN|\[object/)
  })

  it('keeps its language and its direction in another’s frame', () => {
    const arabic = docsOf(viewAt('2025-07-21T20:00:00Z', { lang: 'ar' }, 'ar'))
    expect(arabic).toMatch(/<html lang="ar" dir="rtl">/)
    expect(arabic).toContain('<div lang="en" dir="ltr">')
  })
})
