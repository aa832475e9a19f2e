import type { D1Database } from '@cloudflare/workers-types'
import { beforeEach, describe, expect, test } from 'vitest'
import { emptyDatabase, importText, shippedDatabase } from '../../ledger/database.ts'
import { generatedLedger } from '../../ledger/generated.ts'
import { askJson } from '../tracker.ts'
import { go, hidden, signIn } from './browsing.ts'

let db: D1Database
beforeEach(async () => {
  db = await shippedDatabase()
})

describe('A deadline by a form', () => {
  test('is looked at, opened, and ready for its first report', async () => {
    db = await emptyDatabase()
    const cookie = await signIn()
    const form = {
      title: 'Open the strait',
      kind: 'ultimatum',
      issuer: 'A',
      addressees: 'B; C ;',
      slug: '',
    }
    const seen = await (await go('/desk/new', { cookie, form })).text()
    expect(seen).toContain('Opens ultimatum: Open the strait')
    const previewed = hidden(seen, 'previewed')
    const arrows = await go('/desk/new', { cookie, form: { ...form, title: 'A → B → C' } })
    expect(await arrows.text()).toContain('Opens ultimatum: A → B → C<')
    const opened = await go('/desk/new', { cookie, form: { ...form, step: 'record', previewed } })
    expect(opened.headers.get('location')).toBe('/desk/deadlines/open-the-strait?recorded')
    expect(await askJson('/deadlines/open-the-strait.json')).toMatchObject({
      addressees: ['B', 'C'],
    })
    const desk = await (await go('/desk/deadlines/open-the-strait', { cookie })).text()
    expect(desk).toContain('Nothing yet')
  })

  test('with something wrong keeps what was typed', async () => {
    const cookie = await signIn()
    const response = await go('/desk/new', {
      cookie,
      form: { title: 'x'.repeat(201), issuedAt: '2025-02-30', addressees: `A; ${'y'.repeat(201)}` },
    })
    expect(response.status).toBe(400)
    const page = await response.text()
    expect(page).toContain('x'.repeat(201))
    for (const name of ['title', 'kind', 'issuedAt', 'addressees'])
      expect(page).toContain(`id="${name}-fault"`)
    const russian = { title: 'Переговоры', kind: 'talks' }
    const noSlug = await (await go('/desk/new', { cookie, form: russian })).text()
    expect(noSlug).toContain('id="slug-fault"')
    const taken = { title: 'Another', kind: 'talks', slug: 'russia-50-days' }
    expect(await (await go('/desk/new', { cookie, form: taken })).text()).toContain(
      'says something else',
    )
  })
})

describe('The desk', () => {
  test('leads to each deadline, finds by words, and tells what was recorded last', async () => {
    const cookie = await signIn()
    const page = await (await go('/desk', { cookie })).text()
    expect(page.match(/href="\/desk\/deadlines\/[a-z0-9-]+"/g)).toHaveLength(7)
    expect(page).toContain('recorded by desk')
    const found = await (await go('/desk?q=alaska', { cookie })).text()
    expect(found.match(/href="\/desk\/deadlines\/[a-z0-9-]+"/g)).toEqual([
      'href="/desk/deadlines/alaska-summit"',
    ])
    expect(await (await go('/desk?q=%3Cscript%3E', { cookie })).text()).not.toContain('<script>')
    expect(page).not.toContain('search for the others')
    await importText(db, generatedLedger(60, 0))
    const first = await (await go('/desk', { cookie })).text()
    expect(first).toContain('These are the first 50: search for the others.')
  })
})
