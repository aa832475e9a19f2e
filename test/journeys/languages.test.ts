import { beforeAll, describe, expect, test } from 'vitest'
import { ask } from '../api/tracker.ts'
import { shippedDatabase } from '../ledger/database.ts'

const AT = 'at=2025-07-21T20:00:00Z'

beforeAll(async () => {
  await shippedDatabase()
})

async function pageOf(path: string, accepted = 'en'): Promise<string> {
  const response = await ask(path, { headers: { 'accept-language': accepted } })
  expect(response.status).toBe(200)
  return response.text()
}

describe('A reader of Ukrainian', () => {
  test('opens the board of 21 July in it, goes on to a deadline, and stays in it', async () => {
    const board = await pageOf(`/?${AT}&lang=uk`)
    for (const fact of ['через 43 дні', 'день 7 із 50', 'Точна дата', 'Дати розходяться']) {
      expect(board.replace(/<[^>]*>/g, '')).toContain(fact)
    }
    const [, next = ''] = /<h3><a href="([^"]+)"/.exec(board) ?? []
    const deadline = await pageOf(next.replaceAll('&amp;', '&'))
    expect(deadline).toContain('<html lang="uk" dir="ltr">')
    expect(deadline).toContain('вівторок, 2 вересня 2025 р.')
  })

  test('gets it from the browser’s own preference', async () => {
    expect(await pageOf(`/?${AT}`, 'uk-UA,uk;q=0.9,en;q=0.8')).toContain('через 43 дні')
  })
})

describe('A reader of Arabic', () => {
  test('gets the page from right to left', async () => {
    const board = await pageOf(`/?${AT}`, 'ar-EG')
    expect(board).toContain('<html lang="ar" dir="rtl">')
    expect(board).toContain('بعد 43 يومًا')
  })
})
